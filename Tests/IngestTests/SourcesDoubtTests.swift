import QAModel
import Testing

@testable import Ingest

@Suite("What is left open where the reports have to take it for something")
struct SourcesDoubtTests {
  private static let type = "ingest.complaint.type_assumed"
  private static let procedure = "ingest.complaint.procedure_assumed"
  private static let cameUninvited = "ingest.activity.over_invited"
  private static let answeredUninvited = "ingest.feedback.over_invited"
  private static let undated = "ingest.action.done_undated"

  static let cases: [(file: String, text: String, told: [String])] = [
    (
      "complaints.csv",
      """
      reference,received_date,service,procedure,type
      C1,13/10/2025,EH,statutory,complaint
      C2,13/10/2025,EH,,complaint
      C3,13/10/2025,EH,,compliment
      C4,13/10/2025,EH,corporate,
      C5,13/10/2025,EH,,
      """, ["3 \(procedure)", "5 \(type)", "6 \(procedure)", "6 \(type)"]
    ),
    (
      "complaints.csv",
      "reference,received_date,service,procedure\nC1,13/10/2025,EH,statutory\nC2,13/10/2025,EH,statutory\n",
      ["0 \(type)"]
    ),
    (
      "complaints.csv",
      "reference,received_date,service,type\nC1,13/10/2025,EH,complaint\nC2,13/10/2025,EH,complaint\n",
      ["0 \(procedure)"]
    ),
    (
      "activity.csv",
      """
      date,service,activity,participants,invited
      13/10/2025,EH,Forum,8,8
      13/10/2025,EH,Forum,9,8
      13/10/2025,EH,Forum,9,
      """, ["3 \(cameUninvited)"]
    ),
    (
      // The third answer to one question of two people asked, told once; another question, quarter and channel apart.
      "feedback.csv",
      """
      feedback_id,date,source,channel,service,question,rating,invited
      F1,13/10/2025,child,form,EH,One,,2
      F2,14/10/2025,child,form,EH,One,,2
      F3,15/10/2025,child,form,EH,Two,,2
      F4,15/01/2026,child,form,EH,One,,2
      F5,15/10/2025,child,text,EH,One,,2
      F6,16/10/2025,child,form,EH,One,,2
      F7,17/10/2025,child,form,EH,One,,2
      """, ["7 \(answeredUninvited)"]
    ),
    (
      "actions.csv",
      """
      action_id,raised_date,due_date,status,completed_date
      A1,13/10/2025,14/10/2025,Completed,14/10/2025
      A2,13/10/2025,14/10/2025,COMPLETED,
      A3,13/10/2025,14/10/2025,Open,
      A4,13/10/2025,14/10/2025,Done,
      """, ["3 \(undated)", "5 \(undated)"]
    ),
  ]

  @Test("is told by line, or once where there is no such column, and the rows count", arguments: cases)
  func doubts(file: String, text: String, told: [String]) throws {
    let dataset = try TemporaryWorkspace([file: text]).read()
    let found = dataset.diagnostics.filter { $0.severity == .warning }.map {
      "\($0.location.line ?? 0) \($0.id)"
    }
    #expect(found.sorted() == told)
    #expect(dataset.reconciliation[0].used == dataset.reconciliation[0].rowsRead)
  }

  @Test("the header is no name, unless a record bears it")
  func header() throws {
    let text = "audit_id,service,team,audit_type,completed_date\nA1,EH,team,Case audit,13/10/2025\n"
    let dataset = try TemporaryWorkspace(["audits.csv": text]).read()
    #expect(!dataset.names.auditTypes.names.contains("audit_type"))
    #expect(dataset.names.teams.names == ["team"])
  }
}

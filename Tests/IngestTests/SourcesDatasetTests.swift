import QAModel
import Testing

@testable import Ingest

@Suite("The other datasets")
struct SourcesDatasetTests {
  @Test("every dataset is in the catalogue, with the columns of the contract and no header twice")
  func catalogue() {
    let workspace = Workspace(folder: "/", exports: ".", framework: .example)
    let sources = Catalogue.sources(workspace)
    #expect(Set(sources.map(\.kind)) == Set(DatasetKind.allCases))
    #expect(sources.count == DatasetKind.allCases.count)
    for source in sources {
      let keys = source.spellings.map(HeaderVocabulary.key)
      let twice = Set(keys.filter { key in keys.count { $0 == key } > 1 })
      #expect(twice.isEmpty, "\(source.kind)")
    }
  }

  @Test("dip samples, long and wide, are the same", arguments: [1, 3, 1 << 18])
  func dipSamples(readSize: Int) throws {
    let long = """
      Sample Ref,Date of Sample,LCS Number,Service,Practice Standard,Met?
      D1,13/07/2025,100,EH,Child seen alone,Met
      D1,13/07/2025,100,EH,Plan updated,Partially
      D2,14/07/2025,101,EH,Child seen alone,Not seen
      D2,14/07/2025,101,EH,Plan updated,N/A
      D3,15/07/2025,102,EH,Child seen alone,Yess
      D4,15/07/2025,103,EH,Plan updated,
      """
    let wide = """
      Sample Ref,Date of Sample,LCS Number,Service,standard: Child seen alone,Plan updated
      D1,13/07/2025,100,EH,Met,Partially
      D2,14/07/2025,101,EH,Not seen,N/A
      D3,15/07/2025,102,EH,Yess,Yes
      D4,15/07/2025,103,EH,,
      D5,15/07/2025,104,Nowhere,Yes,Yes
      """
    for (text, isWide) in [(long, false), (wide, true)] {
      let dataset = try TemporaryWorkspace(["dip samples.csv": text]).read(readSize: readSize)
      let table = try #require(dataset.dipSamples)
      #expect(table.response[0] == .yes)
      #expect(table.response[1] == .partly)
      #expect(table.response.missing(at: 2) == .notSeen)
      #expect(table.response.missing(at: 3) == .notApplicable)
      #expect((0..<4).map { table.standard[$0] } == [0, 1, 0, 1])
      #expect(table.child[0] == table.child[1])
      #expect(dataset.reconciliation[0].balances)
      if isWide {
        #expect(table.count == 5)
        #expect(
          dataset.reconciliation[0].setAside == ["ingest.row.no_cells": 1, "ingest.service.unknown": 1])
        #expect(dataset.reconciliation[0].cellRejects == ["ingest.answer.unknown": 1])
        #expect(dataset.reconciliation[0].used == 3)
      } else {
        #expect(table.count == 5)
        #expect(table.response.missing(at: 4) == .blank)
        #expect(dataset.reconciliation[0].setAside == ["ingest.answer.unknown": 1])
      }
      #expect(dataset.diagnostics.count { $0.id == "ingest.answer.unknown" && $0.isReject } == 1)
    }
  }

  @Test("complaints by reference and stage")
  func complaints() throws {
    let dataset = try TemporaryWorkspace([
      "complaints.csv": """
      Complaint Ref,Process,Type,Date Received,Complaint Stage,Complex,Service,Outcome,Due Date
      C1,Children Act,Complaint,13/07/2025,Stage 1,Y,EH,Partially upheld,n/a
      C1,statutory,complaint,13/07/2025,S2,no,EH,??,
      C2,corporate,Praise,14/07/2025,,,EH,-,
      C1,statutory,complaint,13/07/2025,1,no,EH,UPHELD,
      """
    ]).read()
    let table = try #require(dataset.complaints)
    #expect(table.count == 3)
    #expect((0..<3).map { table.stage[$0]?.number } == [2, nil, 1])
    #expect(table.outcome.missing(at: 0) == .unreadable)
    #expect(table.outcome.missing(at: 1) == .blank)
    #expect(table.outcome[2] == .upheld)
    #expect(table.type[1] == .compliment)
    #expect(dataset.reconciliation[0].replaced == 1)
  }

  @Test("feedback, with and without dates")
  func feedback() throws {
    let text = """
      feedback_id,date,source,service,question,rating,comment
      F1,13/07/2025,child,EH,I feel listened to,AGREE,Fine
      F2,,parent,All services,I feel listened to,Prefer not to say,n/a
      F3,14/07/2025,Child,,,,Good
      F4,14/07/2025,child,EH,I feel listened to,Agreeish,
      """
    let dated = try TemporaryWorkspace(["feedback.csv": text]).read()
    #expect(dated.feedback?.count == 3)
    #expect(dated.reconciliation[0].setAside == ["ingest.cell.blank": 1])
    let disk = TemporaryWorkspace(["feedback.csv": text])
    var settings = DatasetSettings()
    settings.undated = true
    let undated = try disk.read(disk.workspace(datasets: [.feedback: settings]))
    let table = try #require(undated.feedback)
    #expect(table.count == 4)
    #expect(table.date.missing(at: 1) == .blank)
    #expect(table.service.missing(at: 1) == .notApplicable)
    #expect(table.rating[0]?.byte == 0)
    #expect(table.rating.missing(at: 1) == .notAvailable)
    #expect(table.rating.missing(at: 3) == .unreadable)
    #expect(table.source[0] == table.source[2])
    #expect(table.comment.isBlank(1))
    #expect(undated.diagnostics.map(\.id) == ["ingest.rating.unknown"])
  }

  @Test("activity counts every row, staff the latest of a person")
  func activityAndStaff() throws {
    let dataset = try TemporaryWorkspace([
      "activity.csv": """
      Date,Service,QA Activity,Lead,Number of Children
      13/07/2025,All services,Learning event,PSW,12
      13/07/2025,All services,Learning event,PSW,12
      14/07/2025,EH,Dip sample,PSW,ten
      """,
      "staff 2025-01-01.csv":
        "Name,Role,Service,Start Date\nAnn,Practitioner,EH,01/02/2020\nBob,Manager,EH,14/02/2020\n",
      "staff 2025-07-01.csv":
        "Name,Role,Service,Start Date\nann,Manager,CiC,01/02/2020\nCyd,AD,All services,15/02/2020\n",
      "caseload.csv":
        "LCS Number,Service,Case Start,Age,Ethnicity\n100,EH,13/07/2025,7,Not known\n'100,EH,13/07/2025,8,White\n101,EH,,9,\n",
    ]).read()
    #expect(dataset.activity?.count == 3)
    #expect(dataset.activity?.service.missing(at: 0) == .notApplicable)
    #expect(dataset.activity?.children.missing(at: 2) == .unreadable)
    #expect(dataset.staff?.count == 3)
    #expect(dataset.caseload?.count == 2)
    #expect(dataset.caseload?.age[0] == 8)
    #expect(dataset.audits == nil)
    #expect(dataset.reconciliation.allSatisfy { $0.balances })
  }

  @Test("a level of need on no list is a reject where the framework has a list")
  func levelsOfNeed() throws {
    let text =
      "audit_id,service,completed_date,level_of_need\nA1,EH,13/07/2025,L2\nA2,EH,13/07/2025,Level 9\n"
    let free = try TemporaryWorkspace(["audits.csv": text]).read()
    #expect(free.audits?.levelOfNeed[1] != nil)
    var framework = Framework.example
    framework.levelsOfNeed = [Term("Level 2", synonyms: ["L2"]), Term("Level 3")]
    let disk = TemporaryWorkspace(["audits.csv": text])
    let listed = try disk.read(disk.workspace(framework))
    #expect(listed.audits?.levelOfNeed[0] == 0)
    #expect(listed.audits?.levelOfNeed.missing(at: 1) == .unreadable)
    #expect(listed.names.levelsOfNeed.names == ["Level 2", "Level 3"])
  }
}

import Foundation
import Testing

/// A small workspace of each framework, with rows planted that one line of its plan counts.
///
/// What is due is worked out by hand from the calendar: six-week stretches from 1 April 2025 end on 27 October and
/// 8 December, weeks 27 to 39 end from 6 October to 29 December.
@Suite("Plans of the frameworks, counted in a workspace")
struct FrameworkPlanTests {
  private struct Figures {
    let rows: [[String: String]]

    /// Due and done of a line of the plan.
    func line(_ activity: String, service: String = "") -> [String?] {
      ["plan.due", "plan.done"].map { measure in
        rows.first { $0["measure"] == measure && $0["category"] == activity && $0["service"] == service }?[
          "value"]
      }
    }
  }

  private func figures(_ configuration: String, _ exports: [String: String]) throws -> Figures {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "qareport.yaml")
    for (name, text) in exports { try folder.write(text, to: "exports/\(name).csv") }
    let result = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--format", "data",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let pack = folder.url.appending(path: "output/quarterly-2025-26-Q3/figures.csv")
    return Figures(rows: try CSVRows.read(pack).filter { $0["period"] == "2025-26-Q3" })
  }

  @Test("Kirklees: panels every six weeks, forms after every conference, samples of a service")
  func kirklees() throws {
    let figures = try figures(
      "framework: kirklees\n",
      [
        "activity": """
        date,service,activity,lead,events
        14/10/2025,Quality Assurance Service,Moderation panel,,
        10/10/2025,CPRU,Child protection conference,,14
        13/11/2025,CPRU,Child protection conference,,
        11/10/2025,CPRU,Completion of conference monitoring form,IRO,
        14/11/2025,CPRU,Completion of conference monitoring form,IRO,
        14/11/2025,KSCP,Completion of conference monitoring form,IRO,
        20/10/2025,Placements,Placement,,3
        20/10/2025,Placements,Placement assurance,HoS,
        30/11/2025,SLT,Staff engagement sessions,,
        03/12/2025,Youth Justice,Practice learning day,,
        04/12/2025,Youth Justice,Practice Learning Days,,
        """,
        "dip_samples": """
        sample_id,sample_date,service,child_id,standard,response
        S1,14/10/2025,CPRU,1,IRO footprint,yes
        S1,14/10/2025,CPRU,1,IRO challenge,no
        S2,14/11/2025,CPRU,2,IRO footprint,yes
        S3,15/11/2025,Placements,3,No drift or delay,yes
        """,
      ])
    #expect(figures.line("Moderation panel") == ["2", "1"])
    #expect(
      figures.line("Completion of conference monitoring form", service: "Child Protection and Review Unit")
        == ["15", "2"])
    #expect(figures.line("Placement Assurance", service: "Placement Team") == ["3", "1"])
    #expect(figures.line("Staff engagement sessions", service: "Senior Leadership Team") == ["1", "1"])
    #expect(
      figures.line("Practice learning days (Youth Justice Service)", service: "Youth Justice Service") == [
        "6", "2",
      ])
    #expect(
      figures.line(
        "Dip sample of IRO footprint, Challenge and overview of cases",
        service: "Child Protection and Review Unit")
        == ["6", "2"])
    #expect(figures.line("Dip sampling (Placement Team)", service: "Placement Team") == ["3", "1"])
  }

  @Test("Dorset: two of each kind a week at the front door, every audit moderated and the family asked")
  func dorset() throws {
    let figures = try figures(
      "framework: dorset\n",
      [
        "audits": """
        audit_id,service,auditor,audit_type,completed_date,overall_grade,moderation_date,moderated_grade,family_feedback_sought,family_feedback_obtained
        A1,ChAD,Ann,ChAD consultation,14/10/2025,Good,,,no,no
        A2,ChAD,Ann,ChAD consultation,15/10/2025,Good,20/10/2025,Good,yes,no
        A3,ChAD,Ann,s47,15/10/2025,Good,20/10/2025,RI,yes,yes
        A4,Localities,Bob,Case audit,13/11/2025,RI,05/01/2026,RI,yes,yes
        A5,Localities,Bob,Case audit,13/12/2025,RI,15/12/2025,RI,yes,yes
        """,
        "staff": """
        worker,role,service,started_date
        Ann,Advanced Practitioner,ChAD,14/09/2020
        Bob,Team Manager,Localities,14/09/2020
        Cat,Team Manager,Localities,14/09/2025
        """,
      ])
    #expect(figures.line("Front door audits of consultations", service: "ChAD") == ["26", "2"])
    #expect(figures.line("Front door audits of referrals to section 47", service: "ChAD") == ["26", "1"])
    #expect(figures.line("Front door audits of referrals to section 17", service: "ChAD") == ["26", "0"])
    #expect(figures.line("Every audit moderated") == ["5", "3"])
    #expect(figures.line("Family feedback sought") == ["5", "4"])
    #expect(figures.line("Feedback from families aligned to case audits") == ["3", "3"])
    // Six a year for Ann and Bob; Cat has not been in post for a year. Ann audited none of the kind.
    #expect(figures.line("Audits by each team manager and advanced practitioner") == ["12", "2"])
  }

  @Test("Haringey: a cycle each month in each service, but in the month of a Practice Week")
  func haringey() throws {
    let audits = """
      audit_id,service,auditor,audit_type,completed_date,overall_grade,practitioner_conversation_date
      A1,Corporate Parenting,Ann,Case audit,14/10/2025,Good,15/10/2025
      A2,Corporate Parenting,Ann,Case audit,15/12/2025,Good,
      A3,MASH,Ann,MASH audit,15/12/2025,Good,02/01/2026
      """
    let figures = try figures("framework: haringey\n", ["audits": audits])
    #expect(figures.line("Case audits (Corporate Parenting)", service: "Corporate Parenting") == ["3", "2"])
    #expect(figures.line("MASH audits", service: "MASH") == ["3", "1"])
    #expect(figures.line("Conversation with the practitioner") == ["3", "1"])
    let week = try self.figures("framework: haringey\npractice_weeks: [2025-11]\n", ["audits": audits])
    #expect(week.line("Case audits (Corporate Parenting)", service: "Corporate Parenting") == ["2", "2"])
    #expect(week.line("MASH audits", service: "MASH") == ["2", "1"])
    #expect(week.line("Audit programme") == ["3", "3"])
  }
}

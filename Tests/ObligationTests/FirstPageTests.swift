import QAModel
import Testing

/// What a Director looks for first: nothing that cannot wait is missing from the report for want of room on its first page.
@Suite("The first page")
struct FirstPageTests {
  private func inadequate(_ framework: String, _ count: Int) throws -> SmallReport {
    let header = "audit_id,child_id,service,auditor,audit_type,completed_date,overall_grade,qa_review_date"
    let service = framework == "dorset" ? "Localities" : "DCT"
    // One with a review, so that the export is known to hold them.
    let reviewed = "A0,C0,\(service),Kay,Case audit,06/10/2025,Inadequate,24/10/2025"
    let rows = (1...count).map {
      "A\($0),C\($0),\(service),Bob,Case audit,0\($0 % 9 + 1)/10/2025,Inadequate,"
    }
    return try SmallAuthority(framework, ["audits": ([header, reviewed] + rows).joined(separator: "\n")])
      .report()
  }

  private func rows(_ report: SmallReport, of table: String) -> [[String]] {
    report.document.tables.first { $0.id == table }?.rows.map { $0.map(\.value.shown) } ?? []
  }

  @Test("shortens what stands in full under a rule of the framework, with whose each is")
  func shortened() throws {
    let report = try inadequate("dorset", 12)
    let first = rows(report, of: "records-at-risk")
    #expect(first.count == 3 && first.allSatisfy { $0[0] == "Inadequate audit" && $0[3] == "Bob" })
    let all = rows(report, of: "escalations-open").filter { $0[0] == "DO-6 inadequate audits not reviewed" }
    #expect(all.count == 12 && all.allSatisfy { $0[4] == "Bob" })
    #expect(report.document.tables.first { $0.id == "records-at-risk" }?.totalRows == 12)
  }

  @Test("shows all of what no rule of the framework lists")
  func unlisted() throws {
    let report = try inadequate("haringey", 12)
    #expect(!report.framework.escalations.contains { $0.trigger == .inadequateNotReviewed })
    #expect(rows(report, of: "records-at-risk").count == 12)
  }

  @Test("shows all where there are few")
  func few() throws {
    #expect(rows(try inadequate("dorset", 9), of: "records-at-risk").count == 9)
  }

  @Test("never says that all is well where nothing is known")
  func unknown() throws {
    let header =
      "audit_id,child_id,service,completed_date,overall_grade,immediate_concern,concern_notified_date"
    func report(_ rows: String) throws -> SmallReport {
      try SmallAuthority("haringey", ["audits": header + "\n" + rows]).report()
    }
    func concerns(_ report: SmallReport) -> (found: Bool, unchecked: Bool) {
      let rule = report.framework.escalations.first { $0.trigger == .concernNotNotified }
      let line =
        "\(rule?.id ?? "?"). Immediate concern not notified, to \(rule?.to ?? "?"): "
      return (report.says(line + "none."), report.says(line + "not checked"))
    }
    let good = try report("A1,C1,DCT,06/10/2025,Good,no,")
    #expect(good.says("No audit completed more than a month ago was graded Inadequate."))
    #expect(concerns(good) == (found: true, unchecked: false))
    // Nobody says whether there was a concern, and nothing is graded.
    let silent = try report("A1,C1,DCT,06/10/2025,,,")
    #expect(
      silent.says("Whether an inadequate audit is without a review is not known: no audit has a grade."))
    #expect(concerns(silent) == (found: false, unchecked: true))
  }

  @Test("is what a service's page worries about too, with what answers it")
  func servicePage() throws {
    let rows = (1...6).map {
      "A\($0),C\($0),DCT,Bob,Case audit,0\($0)/10/2025,\($0 < 3 ? "Inadequate" : "Good"),"
    }
    let header = "audit_id,child_id,service,auditor,audit_type,completed_date,overall_grade,qa_review_date"
    let report = try SmallAuthority(
      "haringey", ["audits": ([header] + rows).joined(separator: "\n")]
    ).report()
    #expect(report.says("2 inadequate audits more than a month old without a review."))
    #expect(
      report.says("No action recorded on: 2 inadequate audits more than a month old without a review."))
  }

  @Test(
    "says beside grades where the authority stands in each area the inspectorate judges, as known on the day")
  func judgementAreas() throws {
    let header = "audit_id,child_id,service,selection,completed_date,overall_grade"
    // Two areas hold Corporate Parenting; a targeted audit speaks for no area.
    let audits =
      [header, "T1,C99,DCT,targeted,06/10/2025,Good"]
      + (1...6).map {
        "A\($0),C\($0),Corporate Parenting,random,0\($0)/10/2025,\($0 < 3 ? "Good" : "Inadequate")"
      }
      + (1...5).map { "B\($0),D\($0),DCT,random,0\($0)/10/2025,Good" }
    let settings = """
      judgement_areas:
        Impact of leaders: {judged: Good, inspected: 2026-01-16}
        Children in care: {judged: Requires improvement to be good, inspected: 2024-06-21}
      """
    func areas(_ rows: [String], settings: String = "") throws -> [[String]] {
      let report = try SmallAuthority(
        "haringey", settings: settings, ["audits": rows.joined(separator: "\n")]
      ).report()
      return self.rows(report, of: "judgement-areas").map { row in [0, 2, 3, 5, 6, 7].map { row[$0] } }
    }
    // The judgement of January was not known at the end of December.
    #expect(
      try areas(audits, settings: settings) == [
        ["Impact of leaders", "[x]", "[x]", "[z]", "[z]", "[z]"],
        ["Help and protection", "[x]", "[x]", "5", "5", "100%"],
        ["Children in care", "Requires improvement to be good", "21 Jun 2024", "2", "6", "33%"],
        ["Care leavers", "[x]", "[x]", "2", "6", "33%"],
      ])
    // Where audits grade domains alone, each domain counts.
    let names = try SmallAuthority("haringey", ["audits": header]).report().framework.domains.prefix(2).map(
      \.name)
    let domains = "audit_id,service,selection,completed_date,domain: \(names[0]),domain: \(names[1])"
    let byDomain = try SmallAuthority(
      "haringey", ["audits": domains + "\n" + lines(3, "A#,DCT,random,06/10/2025,Good,Inadequate")]
    ).report()
    let help = self.rows(byDomain, of: "judgement-areas").first { $0[0] == "Help and protection" } ?? []
    #expect(help.dropFirst(5).prefix(3) == ["3", "6", "50%"], "\(help)")
    // Without an audit of it or a judgement there is nothing to say.
    #expect(try areas([header, "T1,C99,,targeted,06/10/2025,Good"]).isEmpty)
  }

  @Test("says beside grades under what conditions people work")
  func context() throws {
    let audits = "audit_id,child_id,service,completed_date,overall_grade\nA1,C1,DCT,06/10/2025,Good"
    func report(_ rows: String, settings: String = "") throws -> SmallReport {
      try SmallAuthority(
        "haringey", settings: settings,
        ["audits": audits, "performance": "indicator,period,service,numerator,denominator,value\n" + rows]
      ).report()
    }
    #expect(
      try report("Average caseload,2025-12,,,,17.5").says("Beside the grades stand average caseload 17.5."))
    let services = "Average caseload,2025-12,DCT,,,14.0\nAverage caseload,2025-12,MASH,,,21.0"
    #expect(
      try report(services).says("Beside the grades stand average caseload from 14.0 in DCT to 21.0 in MASH."))
    let vacancies =
      "indicators: {Vacancies: {unit: percent, kind: stock, polarity: low, target: 10, context: true}}"
    #expect(
      try report("Vacancies,2025-12,,,,12.5", settings: vacancies).says("vacancies 12.5% (target 10.0%)"))
    #expect(try !report("Visits in timescale,2025-12,,80,100,80").says("Beside the grades"))
  }
}

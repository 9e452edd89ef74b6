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

import Analysis
import QAModel
import Testing

@Suite("What the framework says of a report")
struct ReportOrderTests {
  private func document(_ records: Records, _ audience: Audience = .internal) throws -> ReportDocument {
    let period = try #require(Period(parsing: "2025-26-Q3"))
    let maker = records.maker()
    let request = AnalysisRequest(
      period: period, asAt: period.last, audience: audience,
      report: try #require(records.framework.report(named: "quarterly")))
    return ReportPlan.report(
      findings: try Disclosure.disclose(maker.findings(), framework: records.framework, request: request),
      records: maker.recordLists(), dataset: records.dataset, framework: records.framework, request: request)
  }

  @Test func sectionsAreItsInItsOrder() throws {
    var records = Records()
    records.framework.plan = [PlanLine("Support", asWritten: "As required")]
    let usual = try document(records)
    #expect(usual.title == "Quarterly quality assurance report")
    #expect(usual.sections.first?.id != "methods")
    records.framework.reports = [
      ReportDefinition(
        "quarterly", kind: .quarterly, title: "Ours", sections: [.methods, .plan, .dataQuality])
    ]
    let ours = try document(records)
    #expect(ours.title == "Ours")
    // There is no export whose quality could be told of: that section is left out.
    #expect(ours.sections.map(\.id) == ["methods", "activity-against-plan"])
    // To the public it is the closed list, whatever the framework's order.
    #expect(try document(records, .public).sections.map(\.id).contains("activity-against-plan") == false)
  }

  @Test func methodsPrintDefinitionsOfGradesAndWhatWasChosen() throws {
    var records = Records()
    records.framework.grades.definitions[1] = "As it should be"
    records.framework.choices = ["Six-monthly is followed."]
    let methods = try #require(try document(records).sections.first { $0.id == "methods" })
    let said = methods.blocks.flatMap { block -> [String] in
      if case .list(let items) = block { items.flatMap(\.sentences).map(\.plainText) } else { [] }
    }
    #expect(said.suffix(2) == ["Good. As it should be", "Chosen. Six-monthly is followed."])
  }

  @Test func coverSaysToWhichMeetingItGoesAndByWhen() throws {
    var records = Records()
    records.framework.meetings = [
      Meeting(
        "Panel", frequency: .months(1), receives: ["quarterly"], queriesUntil: 3,
        signedOffBy: "Leadership Team"),
      Meeting("Board", frequency: .months(1), receives: ["quarterly"], audience: .board),
      Meeting("Network", frequency: .months(1), receives: ["annual"]),
    ]
    func meetings(_ audience: Audience) throws -> [String] {
      try document(records, audience).facts.filter { $0.label.hasPrefix("For the") }
        .map { "\($0.label): \($0.value.shown)" }
    }
    // The 15th working day of January 2026, whose first is a holiday.
    #expect(
      try meetings(.internal) == [
        "For the Panel: about 22 January 2026; papers by 15 January 2026; queries until 19 January 2026; signed off before by the Leadership Team"
      ])
    #expect(try meetings(.board) == ["For the Board: about 22 January 2026; papers by 15 January 2026"])
    #expect(try meetings(.public).isEmpty)
  }
}

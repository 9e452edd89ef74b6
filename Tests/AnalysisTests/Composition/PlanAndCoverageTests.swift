import Analysis
import QAModel
import Testing

@Suite("Activity against plan and the fairness of the sample, as the report says them")
struct PlanAndCoverageTests {
  private func section(_ id: String, _ records: Records) throws -> Section {
    let period = try #require(Period(parsing: "2025-26-Q3"))
    let maker = records.maker()
    let document = ReportPlan.report(
      findings: maker.findings(), records: maker.recordLists(), dataset: records.dataset,
      framework: records.framework, request: AnalysisRequest(period: period, asAt: period.last))
    return try #require(document.sections.first { $0.id == id })
  }

  private func sentences(_ section: Section) -> [String] {
    section.blocks.flatMap { block -> [Sentence] in
      switch block {
      case .paragraph(let paragraph): paragraph.sentences
      case .list(let items): items.flatMap(\.sentences)
      case .table, .chart: []
      }
    }.map(\.plainText)
  }

  @Test func namesWhatFellShortAndWhatCannotBeTold() throws {
    var records = Records()
    let quarterly = PlanDue.times(2, per: .months(3))
    records.framework.plan = [
      PlanLine(
        "Forum", lead: "PSW", asWritten: "2 x quarter", due: quarterly,
        done: PlanSource(.activity, kinds: ["Forum"])),
      PlanLine(
        "Panel", service: 1, asWritten: "2 x quarter", due: quarterly,
        done: PlanSource(.activity, kinds: ["Panel"])),
      PlanLine(
        "Visits", asWritten: "2 x quarter", due: quarterly, done: PlanSource(.activity, kinds: ["Visit"])),
      PlanLine("Audits", asWritten: "2 x quarter", due: quarterly, done: PlanSource(.audits)),
      PlanLine("Support", asWritten: "As required"),
    ]
    for name in ["Forum", "Forum", "Forum", "Visit"] { records.activity("2025-10-07", name) }
    let section = try section("activity-against-plan", records)
    #expect(
      sentences(section) == [
        "2 of 3 planned activities fell short.", "Not done at all: Panel (0 of 2).",
        "Done in part: Visits (1 of 2).", "Done as often as due: Forum (3 of 2).",
        "Due, but nothing supplied tells whether it was done: Audits (2 due).",
      ])
    let table = try #require(section.allTables.first)
    #expect(
      table.columns.map(\.header) == ["Activity", "Service", "Lead", "As written", "Due", "Done", "Short by"])
    #expect(
      table.rows.map { $0.map(\.value.shown) } == [
        ["Forum", "All services", "PSW", "2 x quarter", "2", "3", "0"],
        ["Panel", "Care", "[x]", "2 x quarter", "2", "0", "2"],
        ["Visits", "All services", "[x]", "2 x quarter", "2", "1", "1"],
        ["Audits", "All services", "[x]", "2 x quarter", "2", "[x]", "[x]"],
        ["Support", "All services", "[x]", "As required", "[z]", "[x]", "[z]"],
      ])
  }

  /// 12 of 40 children audited at random are at level 3, and 38 of the 60 other children open: Fisher's p is
  /// 0.0020, adjusted over the four groups 0.0040.
  @Test func saysWhereTheSampleIsNotAsTheCaseload() throws {
    var records = Records()
    for child in 0..<100 {
      records.open("O\(child)", from: "2025-01-01", team: "North", level: child < 50 ? "Level 3" : "Level 4")
    }
    for child in 0..<40 {
      records.audit(
        "2025-11-01", child: "R\(child)", team: "North", level: child < 12 ? "Level 3" : "Level 4")
    }
    // Targeted ones stay apart, and a child audited twice at random is one.
    records.audit("2025-11-01", child: "T", team: "North", level: "Level 3", selection: .targeted)
    records.audit("2025-12-01", child: "R0", team: "North", level: "Level 3")
    records.dip("2025-11-01", child: "O1", team: "North", level: "Level 3", .yes)
    let section = try section("who-was-looked-at", records)
    let table = try #require(section.allTables.first)
    #expect(
      table.rows.map { $0.map(\.value.shown) } == [
        ["All services", "All", "100", "41", "40", "0", "1", "[z]", "[z]", "[z]", "[z]", "[z]"],
        [
          "Early Help", "Service", "100", "41", "40", "0", "1", "100%", "100%", "91%", "100%",
          "As in the caseload",
        ],
        [
          "Level 3", "Level of need", "50", "13", "12", "0", "1", "50%", "30%", "18%", "45%",
          "Fewer than in the caseload",
        ],
        [
          "Level 4", "Level of need", "50", "28", "28", "0", "0", "50%", "70%", "55%", "82%",
          "More than in the caseload",
        ],
        ["North", "Team", "100", "41", "40", "0", "1", "100%", "100%", "91%", "100%", "As in the caseload"],
      ])
    #expect(
      sentences(section)[1]
        == "Of 4 groups compared, 2 differ from the caseload by more than chance makes, all taken together: Level 3 (30% of those audited at random, 50% of the caseload) and Level 4 (70% of those audited at random, 50% of the caseload)."
    )
  }

  @Test func tooFewAtRandomAreNotCompared() throws {
    var records = Records()
    records.open("A", from: "2025-01-01", level: "Level 3")
    for child in 0..<4 { records.audit("2025-11-01", child: "R\(child)", level: "Level 3") }
    let table = try #require(try section("who-was-looked-at", records).allTables.first)
    #expect(table.rows[2].map(\.value.shown).suffix(5) == ["100%", "[u]", "[u]", "[u]", "[u]"])
  }
}

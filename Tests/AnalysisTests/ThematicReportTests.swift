import QAModel
import Testing

@testable import Analysis

@Suite("The thematic report")
struct ThematicReportTests {
  /// Feedback over three quarters: what is said, when, in which service, by whom.
  private static func records() -> Records {
    var records = Records()
    let lines: [(String?, String?, String, String)] = [
      ("2025-05-06", "Early Help", "Parents", "The plan is poor"),
      ("2025-05-07", "Early Help", "Young person", "A good plan, but visits were missed"),
      ("2025-08-08", "Care", "Parents", "Nothing of it was said"),
      ("2025-08-09", "Care", "Parents", "The plan was clear"),
      ("2025-11-10", nil, "Staff", "The plan was late"),
      ("2025-11-11", "Care", "Parents", "Visits were good"),
      (nil, "Care", "Parents", "A plan"), ("2026-02-01", "Care", "Parents", "The plan after the as-at day"),
    ]
    for (number, line) in lines.enumerated() {
      records.feedback(
        line.0, service: line.1, rating: 0, source: line.2, id: "F\(number)", says: line.3)
    }
    return records
  }

  private static func report(
    _ written: String, _ records: Records = records(), audience: Audience = .internal,
    narrowed: (inout ThematicScope, Records) -> Void = { _, _ in }
  ) throws -> ThematicReport {
    let asAt = try #require(CalendarDate(iso: "2025-12-31"))
    let readings = CommentReadings(of: records.dataset, by: try ThemesSupport.rules(), asAt: asAt)
    var scope = ThematicScope(asAt: asAt)
    narrowed(&scope, records)
    return try ThematicReport(
      ThematicQuery(parsing: written, taxonomy: readings.taxonomy), written: written, readings: readings,
      dataset: records.dataset, framework: records.framework, scope: scope, audience: audience)
  }

  private static func rows(_ report: ThematicReport, _ table: String) throws -> [[String]] {
    let table = try #require(report.document.tables.first { $0.id == table })
    return table.rows.map { $0.map(\.value.shown) }
  }

  /// By hand: seven records with text by the as-at day, four dated and one undated tell the plan, one both ways.
  @Test func aThemeIsCountedByHand() throws {
    let report = try Self.report("plan")
    #expect(
      try Self.rows(report, "thematic-quarters") == [
        ["Q1 2025-26", "2", "2", "[u]", "1", "1", "0"], ["Q2 2025-26", "2", "1", "[u]", "0", "1", "0"],
        ["Q3 2025-26", "2", "1", "[u]", "1", "0", "0"], ["Undated", "1", "1", "[u]", "0", "1", "0"],
        ["All together", "7", "5", "71%", "2", "3", "0"],
      ])
    #expect(
      try Self.rows(report, "thematic-services").map { $0.prefix(3).map { $0 } } == [
        ["Early Help", "2", "2"], ["Care", "4", "2"], ["No service", "1", "1"], ["All together", "7", "5"],
      ])
    #expect(
      try Self.rows(report, "thematic-sources").map { $0.prefix(3).map { $0 } } == [
        ["Child feedback", "1", "1"], ["Family feedback", "5", "3"], ["Staff feedback", "1", "1"],
        ["All together", "7", "5"],
      ])
    #expect(try Self.rows(report, "thematic-themes") == [["visits", "1", "20%", "1", "[u]"]])
    #expect(report.period == Period(parsing: "2025-05-06..2025-12-31"))
  }

  @Test func wordsAreCountedByHandWithTheWayOfTheirClauses() throws {
    let report = try Self.report("visits OR nothing")
    #expect(
      try Self.rows(report, "thematic-quarters").last == ["All together", "7", "3", "43%", "1", "1", "1"])
    // The latest first; the way is that of the clause.
    #expect(
      try Self.rows(report, "thematic-context").map { $0[2] } == ["Strength", "Neither", "Worry"])
  }

  /// A theme over all text has the figures that the quarterly report has under the same names.
  @Test func aThemeHasTheFiguresOfTheQuarterlyReport() throws {
    let records = Self.records()
    let report = try Self.report("plan", records)
    let quarterly = records.maker(periodsBefore: 2, rules: try ThemesSupport.rules()).figures()
    let named = Dictionary(
      quarterly.figures.map { (quarterly.slug($0.key), $0.outcome) }, uniquingKeysWith: { first, _ in first })
    var compared = 0
    for figure in report.figures.figures where figure.key.period > 0 {
      let slug = report.figures.slug(figure.key)
      #expect(named[slug] == figure.outcome, "\(slug)")
      compared += 1
    }
    #expect(compared == 3 * 4)
    // Narrowed to a kind of source it is another figure, and has another name.
    let narrowed = try Self.report("plan", records) { scope, _ in scope.kind = .staffFeedback }
    let others = narrowed.figures.figures.filter { $0.key.measure == .themeRecords }
    #expect(!others.isEmpty && others.allSatisfy { named[narrowed.figures.slug($0.key)] == nil })
  }

  @Test func itIsNarrowedToDaysServiceAndSource() throws {
    func total(_ change: (inout ThematicScope, Records) -> Void) throws -> [String] {
      try Array(#require(Self.rows(Self.report("plan", narrowed: change), "thematic-quarters").last)[1...2])
    }
    #expect(try total { scope, _ in scope.first = CalendarDate(iso: "2025-08-09") } == ["3", "2"])
    #expect(try total { scope, _ in scope.last = CalendarDate(iso: "2025-08-08") } == ["3", "2"])
    #expect(
      try total { scope, records in
        scope.service = records.dataset.names.services.existingCode(for: "Care")
      } == ["4", "2"])
    #expect(try total { scope, _ in scope.kind = .familyFeedback } == ["5", "3"])
    // A quarter that is looked at in part is named by its days.
    let part = try Self.report("plan") { scope, _ in scope.first = CalendarDate(iso: "2025-08-09") }
    #expect(try Self.rows(part, "thematic-quarters")[0][0] == "9 Aug 2025 to 30 Sep 2025")
  }

  @Test func underFiveRecordsNothingIsCompared() throws {
    var records = Records()
    for day in 1...4 {
      records.feedback("2025-10-0\(day)", rating: 0, id: "F\(day)", says: "The plan is poor")
    }
    let report = try Self.report("plan", records)
    #expect(try Self.rows(report, "thematic-quarters").allSatisfy { $0[3] == "[u]" })
    let summary = try #require(report.document.sections.first).blocks
    guard case .list(let lines)? = summary.first else { return #expect(Bool(false), "a list of sentences") }
    let text = lines.flatMap(\.sentences).map(\.plainText).joined(separator: "\n")
    #expect(!text.contains("%") && text.contains("under 5 nothing is compared"), "\(text)")
  }

  @Test func nobodyIsNamedAndTheBoardIsToldOfNoOne() throws {
    var records = Self.records()
    records.feedback(
      "2025-11-12", rating: 0, source: "Parents", id: "F9", says: "Told Zofia the plan of AB/77 is good")
    _ = records.dataset.names.children.code(for: "AB/77")
    for audience in [Audience.internal, .board] {
      let texts = try Self.rows(Self.report("plan", records, audience: audience), "thematic-context").map {
        $0[3]
      }
      #expect(texts.contains("Told [name] the plan of [case number] is good"), "\(texts)")
    }
    let own = try Self.report("zofia", records)
    #expect(try Self.rows(own, "thematic-quarters").last?[2] == "1")
    #expect(
      !own.document.subtitle.contains("ofia")
        && own.figures.names.places[.theme]?[0].contains("ofia") == false)
    for personal in ["zofia", "plan OR Zofia", "\"AB/77\"", "plan NOT zofia"] {
      #expect(throws: ThematicReport.Refusal.self, "\(personal)") {
        try Self.report(personal, records, audience: .board)
      }
    }
    #expect(throws: ThematicReport.Refusal.self) { try Self.report("plan", records, audience: .public) }
  }

  @Test func actionsThatSpeakOfItAreListedAndComparedWithWhatIsWrittenSince() throws {
    var records = Records()
    // Before: 40 of 40 records worry about the plan; after: 2 of 40.
    for number in 0..<40 {
      records.feedback("2024-06-10", rating: 0, id: "B\(number)", says: "The plan is poor, no \(number)")
      records.feedback(
        "2025-06-10", rating: 0, id: "A\(number)", says: number < 2 ? "The plan is poor" : "Visits were good")
    }
    records.action(raised: "2024-07-01", due: "2024-09-01", completed: "2024-08-01")
    records.action(raised: "2024-07-02", due: "2024-09-01")
    records.action(raised: "2024-07-03", due: "2026-09-01")
    var actions = try #require(records.dataset.actions)
    for text in ["To write the plan", "No plan without visits", "Nothing else"] {
      let (at, length) = records.dataset.text.append(text.utf8)
      actions.description.append(at: at, length: length)
      actions.impact.appendBlank()
    }
    records.dataset.actions = actions
    let report = try Self.report("plan", records)
    let listed = try Self.rows(report, "thematic-actions").map { [$0[0], $0[3], $0[5]] }
    #expect(
      listed == [
        ["ACT2", "No plan without visits", "Overdue"],
        ["ACT1", "To write the plan", "Done on 1 August 2024"],
      ])
    let board = try Self.report("plan", records, audience: .board)
    #expect(try Self.rows(board, "thematic-actions").allSatisfy { !$0.joined().contains("ACT") })
    guard case .list(let lines)? = report.document.sections.first?.blocks.first else {
      return #expect(Bool(false), "a list of sentences")
    }
    let text = lines.flatMap(\.sentences).map(\.plainText).joined(separator: "\n")
    #expect(text.contains("2 actions speak of it, 1 done, 1 overdue"))
    #expect(
      text.contains("less often than before: told as a worry in 5% of records with text (2 of 40)"), "\(text)"
    )
    #expect(text.contains("100% (40 of 40) in the year before it was raised"))
  }
}

import QAModel
import Testing

@testable import Analysis

@Suite struct LearningLoopTests {
  /// Dip samples of one standard: so many met of so many in each of the months, by the first day of each.
  private func sampled(_ months: [(String, met: Int, of: Int)]) -> Records {
    var records = Records()
    for (month, met, of) in months {
      for number in 0..<of { records.dip("\(month)-10", service: "Care", number < met ? .yes : .no) }
    }
    return records
  }

  private func results(_ records: Records, asAt: String = "2025-12-31") -> [LearningResult] {
    records.maker(asAt: asAt, periodsBefore: 7).recordLists().learning.sorted { $0.row < $1.row }.map(
      \.result)
  }

  private let rise: [(String, met: Int, of: Int)] = [
    ("2025-01", 10, 20), ("2025-02", 9, 20), ("2025-03", 8, 20), ("2025-04", 9, 20), ("2025-05", 9, 20),
    ("2025-06", 18, 20), ("2025-07", 19, 20), ("2025-08", 19, 20), ("2025-09", 2, 20),
  ]

  @Test func aRiseAfterAnActionIsSaidAndNotItsCause() throws {
    var records = sampled(rise)
    records.action(
      raised: "2025-04-20", due: "2025-05-31", completed: "2025-05-12", service: "Care", measure: "seen alone"
    )
    let followed = try #require(records.maker(periodsBefore: 7).recordLists().learning.first)
    #expect(followed.result == .improved)
    // January to March against June to August: neither the months between nor those after count.
    #expect(followed.change?.before.hits == 27 && followed.change?.before.of == 60)
    #expect(followed.change?.after.hits == 56 && followed.change?.after.of == 60)
    // R. G. Newcombe's interval of 56/60 − 27/60 by statsmodels 0.15.0.
    let interval = try #require(followed.change?.interval)
    #expect(
      abs(interval.lower - 0.32771359795740534) < 1e-9 && abs(interval.upper - 0.6090764674992555) < 1e-9)
  }

  @Test func whatCannotBeToldIsSaidApart() {
    var records = sampled(rise)
    let measures: [(raised: String, done: String, measure: String?)] = [
      ("2025-04-20", "2025-05-12", "Seen alone"),  // improved
      ("2025-08-01", "2025-09-30", "Seen alone"),  // its three months end with December
      ("2025-08-01", "2025-10-01", "Seen alone"),  // its three months are not over
      ("2025-04-20", "2025-05-12", nil),
      ("2025-04-20", "2025-05-12", "Something of our own"),
      ("2025-04-20", "2025-05-12", "Plan updated"),  // nobody was asked
    ]
    for (raised, done, measure) in measures {
      records.action(raised: raised, due: done, completed: done, service: "Care", measure: measure)
    }
    #expect(
      results(records) == [
        .improved, .tooFewRecords, .tooEarly, .noMeasure, .noMeasure, .tooFewRecords,
      ])
  }

  @Test func aFallAndNoChange() {
    var records = sampled([
      ("2025-01", 18, 20), ("2025-02", 19, 20), ("2025-03", 19, 20), ("2025-06", 9, 20), ("2025-07", 9, 20),
      ("2025-08", 10, 20),
    ])
    records.action(
      raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Care", measure: "Seen alone")
    #expect(results(records) == [.declined])
    var steady = sampled([("2025-02", 12, 20), ("2025-07", 13, 20)])
    steady.action(
      raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Care", measure: "Seen alone")
    #expect(results(steady) == [.noChange])
  }

  /// An action of no service is about all of them; an action of another service takes that one's records.
  @Test func theActionsServiceIsTheMeasures() {
    var records = sampled(rise)
    records.action(
      raised: "2025-04-20", due: nil, completed: "2025-05-12", service: nil, measure: "Seen alone")
    records.action(
      raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Early Help", measure: "Seen alone")
    #expect(results(records) == [.improved, .tooFewRecords])
  }

  /// Where low is good a fall is an improvement, and of children counted month after month only one month counts.
  @Test func indicatorsByTheirPolarityAndKind() throws {
    var records = Records()
    records.framework.indicators = [
      Indicator(Term("Re-referrals"), polarity: .lowIsGood),
      Indicator(Term("Placements"), kind: .stock, polarity: .lowIsGood),
    ]
    for (month, last, cases) in [
      ("2025-01", "31", 40.0), ("2025-02", "28", 42), ("2025-03", "31", 41), ("2025-06", "30", 20),
      ("2025-07", "31", 18), ("2025-08", "31", 19),
    ] {
      for indicator in 0..<2 {
        records.performance(
          indicator, from: "\(month)-01", to: "\(month)-\(last)", service: "Care", cases, of: 100)
      }
    }
    for measure in ["Re-referrals", "Placements"] {
      records.action(
        raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Care", measure: measure)
    }
    let followed = records.maker(periodsBefore: 7).recordLists().learning.sorted { $0.row < $1.row }
    #expect(followed.map(\.result) == [.improved, .improved])
    #expect(followed[0].change?.before.of == 300 && followed[0].change?.after.hits == 57)
    #expect(followed[1].change?.before.of == 100 && followed[1].change?.after.hits == 19)
  }

  @Test func gradesGoodOrBetterOfADomain() {
    var records = Records()
    for (month, good) in [("2025-02", 5), ("2025-07", 19)] {
      for number in 0..<20 {
        records.audit(
          "\(month)-10", service: "Care", domains: [.init(audited: number < good ? "G" : "R")])
      }
    }
    records.action(
      raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Care", measure: "Assessment")
    #expect(results(records) == [.improved])
  }

  /// The counts by result are figures like others: they add up to the actions completed and are traced to their rows.
  @Test func resultsAreFiguresWithTheirRows() throws {
    var records = sampled(rise)
    records.action(
      raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Care", measure: "Seen alone")
    records.action(raised: "2025-04-20", due: nil, completed: "2025-06-12", service: "Care", measure: nil)
    records.action(raised: "2025-04-20", due: nil, completed: nil, service: "Care", measure: "Seen alone")
    let maker = records.maker("2025-26-Q1", asAt: "2025-09-30")
    let figures = maker.figures()
    #expect(figures.outcome(.learningActions) == .count(2))
    #expect(figures.outcome(.learningActions, first: (.learning, "improved after")) == .count(1))
    #expect(figures.outcome(.learningActions, first: (.learning, "no measure")) == .count(1))
    let key = try #require(figures.key(.learningActions, first: (.learning, "improved after")))
    #expect(maker.rows(behind: key)?.rows.map(\.row) == [0])
  }

  /// Many actions on one measure that does not change: at most one in twenty such logs says that anything did.
  @Test func manyActionsAreAdjustedTogether() {
    var records = Records()
    // 14 standards would be 14 chances; here one measure of 12 actions with samples that differ by chance alone.
    for number in 0..<12 {
      let hits = [12, 13, 15, 16][number % 4]
      for row in 0..<20 {
        records.dip("2025-02-\(10 + number)", service: "Care", row < hits ? .yes : .no)
        records.dip("2025-07-\(10 + number)", service: "Care", row < hits + 1 ? .yes : .no)
      }
      records.action(
        raised: "2025-04-20", due: nil, completed: "2025-05-12", service: "Care", measure: "Seen alone")
    }
    #expect(results(records).allSatisfy { $0 == .noChange })
  }
}

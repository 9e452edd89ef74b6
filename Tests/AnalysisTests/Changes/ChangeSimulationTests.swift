import Glibc
import QAModel
import Testing

@testable import Analysis

/// What the claim rule does to invented authorities whose truth is known. Minutes long, so it runs where it is asked
/// for: `make prove`; `docs/proofs.md` holds what it said.
@Suite(.enabled(if: getenv("QAREPORT_PROVE") != nil))
struct ChangeSimulationTests {
  private static let services = 12
  private static let indicators = 3
  private static let last = CalendarDate(iso: "2025-12-31")!

  /// Draws of a binomial distribution by its cumulative probabilities.
  private struct Binomial {
    let cumulative: [Double]
    init(_ n: Int, _ p: Double) {
      var term = pow(1 - p, Double(n))
      var sum = 0.0
      cumulative = (0...n).map { hits in
        sum += term
        term *= Double(n - hits) / Double(hits + 1) * p / (1 - p)
        return sum
      }
    }
    func draw(_ dice: inout Dice) -> Int {
      let roll = Double.random(in: 0..<1, using: &dice)
      return cumulative.firstIndex { roll < $0 } ?? cumulative.count - 1
    }
  }

  private let framework: Framework = {
    var records = Records()
    records.framework.services = (0..<services).map { Term("Service \($0)") }
    records.framework.indicators = (0..<indicators).map { Indicator(Term("Indicator \($0)")) }
    return records.framework
  }()

  /// The months of an authority: every service and indicator at its own level from 60 to 95 % of 10 to 120 cases a month;
  /// where a fall is planted, the first indicator of the first service has 90 cases a month at 85 %, and 70 % in the
  /// last months.
  private func performance(_ dice: inout Dice, fallen: Int?) -> PerformanceTable {
    var table = PerformanceTable()
    for service in 0..<Self.services {
      for indicator in 0..<Self.indicators {
        let isPlanted = fallen != nil && service == 0 && indicator == 0
        let n = isPlanted ? 90 : Int.random(in: 10...120, using: &dice)
        let level = isPlanted ? 0.85 : Double.random(in: 0.6...0.95, using: &dice)
        let (usual, low) = (Binomial(n, level), Binomial(n, level - 0.15))
        for back in 0..<24 {
          let start = CalendarDate(iso: "2025-12-01")!.adding(months: -back)
          table.origin.append(Origin(file: 0, line: 1))
          table.indicator.append(UInt16(indicator))
          table.first.append(start)
          table.last.append(start.adding(months: 1).adding(days: -1))
          table.service.append(UInt32(service))
          table.team.append(missing: .blank)
          table.numerator.append(Double((isPlanted && back < fallen ?? 0 ? low : usual).draw(&dice)))
          table.denominator.append(Double(n))
          table.value.append(missing: .blank)
        }
      }
    }
    return table
  }

  /// Audits Good or better, dip samples and feedback of two quarters, every service at a level that does not change.
  private func shares(_ dice: inout Dice) -> FigureSet {
    var figures = FigureSet(
      names: FigureNames(
        services: framework.services.map(\.name), teams: [],
        periods: [Period(parsing: "2025-26-Q3")!, Period(parsing: "2025-26-Q2")!], places: [:]))
    for measure in [MeasureID.auditsGoodOrBetter, .dipMet, .feedbackPositive] {
      var totals = [(hits: 0, of: 0), (hits: 0, of: 0)]
      for service in 0..<UInt32(Self.services) {
        let n = Int.random(in: 5...40, using: &dice)
        let level = Binomial(n, Double.random(in: 0.5...0.9, using: &dice))
        for period in 0..<2 {
          let hits = level.draw(&dice)
          totals[period].hits += hits
          totals[period].of += n
          figures.add(
            Figure(FigureKey(measure, service: service, period: UInt16(period)), .share(hits, of: n, nil)))
        }
      }
      for period in 0..<2 {
        figures.add(
          Figure(
            FigureKey(measure, period: UInt16(period)),
            .share(totals[period].hits, of: totals[period].of, nil)))
      }
    }
    return figures
  }

  private func drawn(_ dice: inout Dice, fallen: Int? = nil) -> Changes {
    var dataset = Dataset()
    dataset.names.services = NameTable(framework.services.map(\.name))
    dataset.performance = performance(&dice, fallen: fallen)
    return Changes(
      shares(&dice), MonthlyIndicators(dataset, framework, asAt: Self.last), framework,
      services: (0..<UInt32(Self.services)).map { $0 })
  }

  @Test func stableAuthoritiesAreRarelySaidToChange() {
    var dice = Dice(state: 1)
    let authorities = 1000
    var claiming = 0
    var compared = 0
    for _ in 0..<authorities {
      let changes = drawn(&dice)
      compared += changes.compared.count
      if !changes.claimed.isEmpty { claiming += 1 }
    }
    print(
      "stable: \(claiming) of \(authorities) reports claim a change, \(compared / authorities) comparisons each"
    )
    #expect(compared == authorities * (Self.services + 1) * (Self.indicators + 3))
    #expect(claiming * 20 <= authorities)
  }

  /// A fall that lasts four months: seen at the latest when its fourth month is in.
  @Test(arguments: [1, 2, 3, 4])
  func aFallIsClaimed(months: Int) {
    var dice = Dice(state: UInt64(100 + months))
    let authorities = 200
    var found = 0
    var others = 0
    for _ in 0..<authorities {
      let claimed = drawn(&dice, fallen: months).claimed
      func isPlanted(_ change: ProportionChange) -> Bool {
        change.figure.service == 0 && change.figure.first?.place == 0 && change.direction == .declined
      }
      if claimed.contains(where: isPlanted) { found += 1 }
      // All services together hold the fallen one.
      if claimed.contains(where: { $0.figure.service != nil && !isPlanted($0) }) { others += 1 }
    }
    print(
      "fallen \(months) months: claimed in \(found) of \(authorities); another service is claimed in \(others)"
    )
    if months == 4 { #expect(found * 10 >= authorities * 9) }
  }
}

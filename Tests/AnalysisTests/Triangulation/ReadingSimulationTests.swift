import Glibc
import QAModel
import Testing

@testable import Analysis

/// How often a contradiction that is there is read, and whether anything is read that is not: invented services whose truth
/// is known. In `make prove`; `docs/proofs.md` holds what it said.
@Suite(.enabled(if: getenv("QAREPORT_PROVE") != nil))
struct ReadingSimulationTests {
  private static let services = 200

  /// So many hits of so many, each with the given chance.
  private func draw(_ n: Int, _ share: Double, _ dice: inout Dice) -> (good: Int, of: Int) {
    ((0..<n).count { _ in Double.random(in: 0..<1, using: &dice) < share }, n)
  }

  /// One area of practice; a record a strand is a dip sample's answer, an audit's grade of the domain, an answer to a
  /// question.
  private func readings(_ n: ClosedRange<Int>, _ shares: [Double], _ dice: inout Dice) -> [AreaReading] {
    var records = Records()
    records.framework.services = (0..<Self.services).map { Term("Service \($0)") }
    records.dataset.names.services = NameTable(records.framework.services.map(\.name))
    records.framework.practiceAreas = [
      PracticeArea(
        id: "voice", name: "Voice",
        evidence: [.quantity: [.standard(0)], .quality: [.domain(0)], .outcome: [.question(0)]])
    ]
    let day = "2025-10-07"
    for service in records.framework.services.map(\.name) {
      let samples = shares.map { draw(Int.random(in: n, using: &dice), $0, &dice) }
      for number in 0..<samples[0].of {
        records.dip(day, service: service, number < samples[0].good ? .yes : .no)
      }
      for number in 0..<samples[1].of {
        records.audit(day, service: service, domains: [.init(audited: number < samples[1].good ? "G" : "R")])
      }
      for number in 0..<samples[2].of {
        records.feedback(day, service: service, rating: number < samples[2].good ? 0 : 2)
      }
    }
    return records.maker().findings().triangulation.areas.filter { $0.service != nil }
  }

  struct Planted: Sendable, CustomTestStringConvertible {
    let records: ClosedRange<Int>
    /// Quantity, quality, outcome.
    let shares: [Double]
    var testDescription: String { "\(records) records, \(shares)" }
  }

  /// Good compliance, poor quality, poor outcome: read as *compliant but not yet making a difference*.
  @Test(arguments: [
    Planted(records: 25...60, shares: [0.98, 0.35, 0.35]),
    Planted(records: 25...25, shares: [0.98, 0.35, 0.35]),
    Planted(records: 40...60, shares: [0.96, 0.4, 0.4]),
    Planted(records: 25...60, shares: [0.95, 0.45, 0.45]),
  ])
  func aPlantedContradictionIsRead(_ planted: Planted) {
    var dice = Dice(state: 7)
    let found = readings(planted.records, planted.shares, &dice)
    let right = found.count { $0.joint == .compliantButNoDifference }
    let others = Dictionary(grouping: found, by: \.joint).mapValues(\.count)
    print("planted \(planted.testDescription): \(right) of \(found.count) read rightly; \(others)")
    if planted.shares[0] >= 0.98 { #expect(right * 10 >= found.count * 9) }
    // What is not seen is not turned round: nothing is called a strength that is a concern.
    #expect(found.allSatisfy { $0.joint != .confirmedStrength && $0.joint != .practiceNotShownInCompliance })
  }

  /// However good or poor: under five records in each strand nothing is read.
  @Test(arguments: [[1.0, 0, 0], [0.98, 0.1, 0.1], [0, 1, 1]])
  func neverFromFewerThanFive(_ shares: [Double]) {
    var dice = Dice(state: 8)
    let found = readings(0...4, shares, &dice)
    #expect(found.allSatisfy { $0.joint == .notEnoughEvidence && $0.n == 0 })
    print("under 5 records, \(shares): 0 of \(found.count) read")
  }
}

import Glibc
import QAModel
import Testing

@testable import Analysis

/// DO-4: over many seeds each child that can be drawn is as likely as the others of its stratum, and no other is drawn.
/// `make prove` runs 10,000 seeds.
@Suite("Samples over many seeds")
struct SampleFairDrawTests {
  private static let seeds = getenv("QAREPORT_PROVE") == nil ? 500 : 10_000

  /// The 99.9th percentiles of chi-squared by degrees of freedom: scipy 1.17.1, chi2.ppf(0.999, k).
  private static let limits: [Int: Double] = [
    3: 16.266, 7: 24.322, 9: 27.877, 11: 31.264, 29: 58.301, 39: 72.055,
  ]

  /// Whether every child of a stratum was drawn as often, by chi-squared for draws without replacement.
  ///
  /// Of M children m are drawn each time; a child's count has the variance m/M (1 − m/M) and any two covary by
  /// −1/(M − 1) of it, so the squares divided by the sum of m/M (1 − m/M) M/(M − 1) have M − 1 degrees of freedom.
  private static func statistic(_ counts: [Int], drawn: [Int]) -> Double {
    let size = Double(counts.count)
    let mean = Double(counts.reduce(0, +)) / size
    let variance = drawn.reduce(0) { $0 + Double($1) / size * (1 - Double($1) / size) * size / (size - 1) }
    return counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / variance
  }

  @Test("every child is as likely as the others of its stratum, and none that must not be is drawn")
  func equallyLikely() throws {
    let authority = SampledAuthority()
    let stratum = Dictionary(
      uniqueKeysWithValues: authority.eligible.enumerated().flatMap { at, children in
        children.map { ($0, at) }
      })
    var counts: [String: Int] = [:]
    var drawn = authority.eligible.map { _ in [Int]() }
    for seed in 0..<UInt64(Self.seeds) {
      let children = try authority.sample(seed: seed).children
      #expect(Set(children).count == SampledAuthority.size)
      #expect(children.allSatisfy { stratum[$0] != nil }, "seed \(seed) drew \(children)")
      for child in children { counts[child, default: 0] += 1 }
      for at in drawn.indices { drawn[at].append(children.count { stratum[$0] == at }) }
    }
    let all = authority.eligible.reduce(0) { $0 + $1.count }
    for (at, children) in authority.eligible.enumerated() {
      let limit = try #require(Self.limits[children.count - 1])
      #expect(Self.statistic(children.map { counts[$0] ?? 0 }, drawn: drawn[at]) < limit)
      // Its share of the sample, rounded up or down, and on average exactly.
      let share = Double(SampledAuthority.size * children.count) / Double(all)
      #expect(drawn[at].allSatisfy { Double($0) > share - 1 && Double($0) < share + 1 })
      let mean = Double(drawn[at].reduce(0, +)) / Double(Self.seeds)
      #expect(abs(mean - share) < 4 * 0.5 / Double(Self.seeds).squareRoot())
    }
  }

  @Test("children followed up are as likely as one another, too")
  func followUps() throws {
    var authority = SampledAuthority()
    authority.records.framework.auditTypes[0].earlier = EarlierGrades(inadequate: 2)
    let pool = Array(authority.eligible[4].prefix(8))
    for child in pool { authority.records.audit("2025-09-01", child: child, grade: "I") }
    var counts: [String: Int] = [:]
    for seed in 0..<UInt64(Self.seeds) {
      let sample = try authority.sample(seed: seed)
      for (place, child) in zip(sample.places, sample.children) where place.followUp != nil {
        counts[child, default: 0] += 1
      }
    }
    // The eight, and the child audited as inadequate a year and more before.
    let children = pool + [authority.eligible[0][0]]
    #expect(Set(counts.keys) == Set(children))
    let drawn = [Int](repeating: 2, count: Self.seeds)
    // 8 degrees of freedom.
    #expect(Self.statistic(children.map { counts[$0] ?? 0 }, drawn: drawn) < 26.125)
  }

  @Test("a draw that favours some is found out")
  func power() {
    var numbers = SeededNumbers(seed: 1)
    var counts = [Int](repeating: 0, count: 12)
    for _ in 0..<Self.seeds {
      var taken: Set<Int> = []
      // The lower of two draws: those earlier in the export come first.
      while taken.count < 3 { taken.insert(min(numbers.below(12), numbers.below(12))) }
      for child in taken { counts[child] += 1 }
    }
    let drawn = [Int](repeating: 3, count: Self.seeds)
    #expect(Self.statistic(counts, drawn: drawn) > Self.limits[11]! * 2)
  }
}

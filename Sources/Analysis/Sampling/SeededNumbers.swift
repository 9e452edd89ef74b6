/// Random numbers that the same seed gives again on every machine and with every version: samples rest on them, and the
/// system's generator is never asked.
///
/// SplitMix64: G. L. Steele, D. Lea and C. H. Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014,
/// section 2; the constants are those of its reference implementation by S. Vigna (public domain).
public struct SeededNumbers: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below `count`, each as likely as the other. `count` is at least 1.
  ///
  /// D. Lemire, *Fast Random Integer Generation in an Interval*, ACM Transactions on Modeling and Computer Simulation
  /// 29 (2019), algorithm 5: what would favour some numbers is drawn again.
  public mutating func below(_ count: Int) -> Int {
    precondition(count > 0, "there is a number below 1 or more")
    let range = UInt64(count)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let unfair = (0 &- range) % range
      while product.low < unfair { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// The same elements in an order of which each is as likely as the other.
  ///
  /// The shuffle of R. A. Fisher and F. Yates in the form of R. Durstenfeld, *Algorithm 235*, Communications of the ACM
  /// 7 (1964).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
    return elements
  }
}

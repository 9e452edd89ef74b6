/// A draw that is proportional to every stratum and leaves each child the same chance.
///
/// Children are laid in a row, stratum after stratum, in random order within each, and so are the strata; from a random
/// start every so-manieth is taken: systematic sampling in fractional steps (W. G. Madow and L. H. Madow, *On the Theory
/// of Systematic Sampling, I*, Annals of Mathematical Statistics 15 (1944); W. G. Cochran, *Sampling Techniques*, 3rd
/// edition 1977, sections 5.3 and 8.1). Each child is taken with the probability size / children exactly, and a stratum
/// gives its share of the sample, rounded up or down by lot: a stratum too small for a whole place is not passed over
/// for good.
struct StratifiedDraw {
  /// What a child is sorted by, one value an axis: team, then level of need.
  typealias Key = [String]

  /// - Parameters:
  ///   - size: at least 0 and at most as many as there are children.
  ///   - keys: one a child, each of the same length.
  /// - Returns: positions in `keys`, in the order they were drawn.
  static func draw(_ size: Int, from keys: [Key], using numbers: inout SeededNumbers) -> [Int] {
    precondition(size >= 0 && size <= keys.count, "no more than there are")
    guard size > 0 else { return [] }
    let row = laidOut(Array(keys.indices), keys, axis: 0, using: &numbers)
    // Each child is a stretch of `size` numbers, one in every `row.count` is hit: whole numbers, so that no rounding
    // favours anybody.
    let start = numbers.below(row.count)
    return numbers.shuffled((0..<size).map { row[(start + $0 * row.count) / size] })
  }

  /// Groups of an axis in random order, each laid out by the next axis; so strata of one team lie together, and the
  /// team as a whole has its share too.
  private static func laidOut(
    _ children: [Int], _ keys: [Key], axis: Int, using numbers: inout SeededNumbers
  ) -> [Int] {
    guard axis < (keys.first?.count ?? 0) else { return numbers.shuffled(children) }
    let groups = Dictionary(grouping: children) { keys[$0][axis] }
    var row: [Int] = []
    for name in numbers.shuffled(groups.keys.sorted()) {
      row += laidOut(groups[name] ?? [], keys, axis: axis + 1, using: &numbers)
    }
    return row
  }
}

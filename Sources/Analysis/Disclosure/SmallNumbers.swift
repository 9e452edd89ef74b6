/// Which numbers may be published, and which others must be withheld so that these cannot be worked back.
///
/// Both rules are safe against a reader who knows them, the threshold and everything published: `docs/disclosure.md`
/// says why, and the tests try every small case.
struct SmallNumbers: Sendable {
  /// Counts from 1 to this are withheld.
  let upTo: Int

  func isSmall(_ number: Int) -> Bool { number >= 1 && number <= upTo }

  /// Whether a part of a whole may be published with it, as numbers or as a percentage: the part, the rest and the
  /// whole are each 0 or above the threshold, and where there is no part or no rest the whole is above twice the
  /// threshold, since 0 % and 100 % say something of everybody in a small group.
  func mayPublish(_ part: Int, of whole: Int) -> Bool {
    let rest = whole - part
    guard part >= 0, rest >= 0, whole > 0 else { return whole == 0 && part == 0 }
    guard !isSmall(part), !isSmall(rest), !isSmall(whole) else { return false }
    return part > 0 && rest > 0 || whole > 2 * upTo
  }

  enum Withholding: Hashable, Sendable {
    case nothing
    /// The cells at these positions, in order; the total stands.
    case cells([Int])
    /// Every cell and the total.
    case everything
  }

  /// What must be withheld of cells that add up to a total together with a remainder that is not published.
  ///
  /// The smallest cells above 0 are withheld, all that are equal together, until every small one is among them and
  /// they are not all of one value: exchanging two of them then gives another table with the same published numbers.
  /// The remainder counts as one of them, since a subtraction gives it. Where that cannot be, nothing stands.
  func withholding(_ cells: [Int], of total: Int) -> Withholding {
    if isSmall(total) { return .everything }
    let all = cells + [total - cells.reduce(0, +)]
    let values = Set(all.filter { $0 > 0 }).sorted()
    guard let smallest = values.first, isSmall(smallest) else { return .nothing }
    let small = values.prefix { isSmall($0) }
    guard let limit = small.count > 1 ? small.last : values.dropFirst().first else { return .everything }
    return .cells(cells.indices.filter { cells[$0] > 0 && cells[$0] <= limit })
  }
}

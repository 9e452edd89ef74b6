/// *Did you mean*: the name nearest to a spelling, by how many letters must be typed, dropped, changed or swapped.
enum Nearest {
  /// The nearest candidate, if it is near enough to be a slip: one letter in four, and two candidates equally
  /// near are none.
  static func candidate(to spelling: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(Fold.letters(spelling).unicodeScalars)
    guard wanted.count > 1 else { return nil }
    var best: (name: String, distance: Int)?
    var isShared = false
    for name in candidates {
      let letters = Array(Fold.letters(name).unicodeScalars)
      let limit = max(1, max(wanted.count, letters.count) / 4)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      guard distance <= limit else { continue }
      if let held = best, held.distance <= distance {
        if held.distance == distance, held.name != name { isShared = true }
      } else {
        best = (name, distance)
        isShared = false
      }
    }
    return isShared ? nil : best?.name
  }

  /// The optimal string alignment distance: insertions, deletions, changes, and swaps of neighbours.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return a.count + b.count }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}

import QAModel

/// How well the columns of an export are those of one dataset, and which is which.
struct ColumnMatcher {
  let targets: [TargetColumn]
  private let words: [[HeaderWords]]
  /// By word: how much it tells, as the fewer of the dataset's columns use it the more.
  private let weights: [String: Double]

  /// Of a match's score how much the header makes, the rest its cells.
  private static let headerPart = 0.72
  /// Cells that fit less contradict the header.
  private static let contradiction = 0.35
  /// A match under this is none.
  static let least = 0.40
  /// A match from here on, clear of the next best by `clear`, is sure.
  static let sure = 0.62
  static let clear = 0.07
  /// From so large a share on, cells are what a column should hold.
  private static let fitting = 0.95

  init(_ targets: [TargetColumn]) {
    self.targets = targets
    words = targets.map { $0.spellings.map { HeaderWords($0) } }
    var users: [String: Int] = [:]
    for names in words { for word in Set(names.flatMap(\.words)) { users[word, default: 0] += 1 } }
    let count = Double(targets.count)
    weights = users.mapValues { 0.4 + Self.log2(count / Double($0)) / Self.log2(count + 1) }
  }

  /// The binary logarithm to a few places, by halving: enough to weigh words by.
  private static func log2(_ number: Double) -> Double {
    guard number > 1 else { return 0 }
    return Double(number.exponent) + (number.significand - 1)
  }

  struct Match {
    var target: Int
    var score: Double
    var isSure: Bool
    /// Another column it may be, where that is nearly as good.
    var rival: Int?
  }

  struct Result {
    /// By column of the export; `nil` where none fits.
    var matches: [Match?]
    /// By column of the export that none fits by its header: the one no other was found for that its cells would do
    /// for.
    var possible: [Int?]
    /// The mean score over the export's columns, with how much of what is required is there.
    var score: Double
  }

  /// How like a header is to each column's names, 0 to 1.
  func likenesses(_ header: String) -> [Double] {
    let header = HeaderWords(header)
    return words.map { names in names.map { likeness(header, $0) }.max() ?? 0 }
  }

  /// - Parameters:
  ///   - likenesses: of each column's header, by `likenesses(_:)`.
  ///   - known: the dataset's column that each header is known to be.
  ///   - learned: names that other columns were found to hold.
  func match(
    _ columns: [ColumnEvidence], _ likenesses: [[Double]], known: [Int?],
    learned: [PartialKeyPath<Dataset.Names>: Set<String>]
  ) -> Result {
    let fits = columns.map { column in targets.map { column.fit($0, learned: learned) } }
    let scores = columns.indices.map { column -> [Double] in
      targets.indices.map { target in
        score(likenesses[column][target], isKnown: known[column] == target, fits[column][target])
      }
    }
    let assigned = Assignment.best(scores)
    let taken = columns.indices.map { column in
      assigned[column].flatMap { scores[column][$0] >= Self.least ? $0 : nil }
    }
    let matches = columns.indices.map { column -> Match? in
      guard let target = taken[column] else { return nil }
      var match = judged(column, target, scores, assigned)
      if known[column] != target, let list = openList(for: column, takenFor: target, fits, taken) {
        (match.isSure, match.rival) = (false, list)
      }
      return match
    }
    let named = matches.filter { $0 != nil }.count
    let total = matches.reduce(0) { $0 + ($1?.score ?? 0) }
    let required = targets.indices.filter { targets[$0].isRequired }
    let found = Set(matches.compactMap { $0?.target })
    let there = Double(required.filter(found.contains).count) / Double(max(1, required.count))
    // Of two datasets that would do, the one more of which is there.
    let coverage = Double(found.count) / Double(max(1, targets.count))
    return Result(
      matches: matches, possible: possible(matches, likenesses, fits),
      score: named == 0 ? 0 : total / Double(max(1, columns.count)) + 0.5 * there + 0.2 * coverage)
  }

  private func judged(
    _ column: Int, _ target: Int, _ scores: [[Double]], _ assigned: [Int?]
  ) -> Match {
    let score = scores[column][target]
    var rival: Int?
    for other in targets.indices where other != target && scores[column][other] > score - Self.clear {
      // A column that another header is better for is no rival.
      let holder = assigned.firstIndex { $0 == other }
      if let holder, scores[holder][other] >= scores[column][other] + Self.clear { continue }
      if scores[column][other] > rival.map({ scores[column][$0] }) ?? 0 { rival = other }
    }
    // Another header that would do as well for the same column.
    let isContested = scores.indices.contains { other in
      other != column && scores[other][target] > score - Self.clear / 2
        && (assigned[other].map { scores[other][$0] } ?? 0) < scores[other][target]
    }
    return Match(
      target: target, score: score, isSure: score >= Self.sure && rival == nil && !isContested, rival: rival)
  }

  /// A column with a closed list that no header was found for and that nearly all cells are on, where a header was
  /// taken for a column of any words: then header and cells say different things.
  private func openList(for column: Int, takenFor target: Int, _ fits: [[Double?]], _ taken: [Int?]) -> Int? {
    guard !targets[target].cells.isClosed else { return nil }
    return targets.indices.filter { other in
      targets[other].cells.isList && !taken.contains(other) && fits[column][other] ?? 0 >= Self.fitting
    }.max { fits[column][$0] ?? 0 < fits[column][$1] ?? 0 }
  }

  private func possible(_ matches: [Match?], _ likenesses: [[Double]], _ fits: [[Double?]]) -> [Int?] {
    let found = Set(matches.compactMap { $0?.target })
    let open = targets.indices.filter { !found.contains($0) }
    return matches.indices.map { column in
      guard matches[column] == nil else { return nil }
      // Cells on a closed list tell more than cells that are days, numbers or words.
      let worth = { (target: Int) -> Double in
        likenesses[column][target] + (fits[column][target] ?? 0) * (targets[target].cells.isList ? 1 : 0.5)
      }
      return open.filter { fits[column][$0] ?? 0 >= Self.contradiction }.max { worth($0) < worth($1) }
    }
  }

  private func score(_ likeness: Double, isKnown: Bool, _ fit: Double?) -> Double {
    // Nothing stands in the column: the header alone speaks.
    let likeness = isKnown ? 1 : likeness
    guard let fit else { return isKnown ? 0.95 : likeness * 0.9 }
    if fit < Self.contradiction { return likeness * (isKnown ? 0.6 : 0.35) }
    if isKnown { return 0.9 + 0.1 * fit }
    return Self.headerPart * likeness + (1 - Self.headerPart) * fit * min(1, likeness * 2.5)
  }

  /// Twice what two headers have in common by what they have in all (Dice), each word by what it tells.
  private func likeness(_ a: HeaderWords, _ b: HeaderWords) -> Double {
    var common = 0.0
    for word in a.words {
      let best = b.words.map { (HeaderWords.likeness(word, $0), weight($0)) }.max { $0.0 < $1.0 }
      if let (likeness, other) = best, likeness > 0 { common += likeness * (weight(word) + other) }
    }
    let all = (a.words + b.words).reduce(0) { $0 + weight($1) }
    return all == 0 ? 0 : min(1, common / all)
  }

  /// A word that no column of the dataset uses says a little less than a rare one.
  private func weight(_ word: String) -> Double { weights[word] ?? 0.6 }
}

/// Which column goes to which place, so that the scores add up to the most: the Hungarian method (H. W. Kuhn, *The
/// Hungarian method for the assignment problem*, 1955) in the form with potentials, in cubic time.
enum Assignment {
  /// - Parameter scores: by row, then by place; all at least 0.
  /// - Returns: The place of each row, `nil` where there are fewer places than rows.
  static func best(_ scores: [[Double]]) -> [Int?] {
    guard let places = scores.first?.count, places > 0 else { return scores.map { _ in nil } }
    let rows = scores.count
    // As many places as rows at least: the further ones stand for none.
    let columns = max(places, rows)
    var rowPotential = [Double](repeating: 0, count: rows + 1)
    var columnPotential = [Double](repeating: 0, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    var before = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      rowOf[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = rowOf[column]
        var delta = Double.infinity
        var next = 0
        for other in 1...columns where !isUsed[other] {
          let score = other <= places ? scores[current - 1][other - 1] : 0
          let cost = -score - rowPotential[current] - columnPotential[other]
          if cost < least[other] {
            least[other] = cost
            before[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[rowOf[other]] += delta
            columnPotential[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while rowOf[column] != 0
      repeat {
        let previous = before[column]
        rowOf[column] = rowOf[previous]
        column = previous
      } while column != 0
    }
    var assigned = [Int?](repeating: nil, count: rows)
    for column in 1...columns where rowOf[column] > 0 && column <= places {
      assigned[rowOf[column] - 1] = column - 1
    }
    return assigned
  }
}

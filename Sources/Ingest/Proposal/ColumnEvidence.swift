import QAModel

/// What the cells of one column of an export look like.
final class ColumnEvidence {
  let header: String
  /// The different cells with how many rows have each, most frequent first; blanks and signs of nothing left out.
  let values: [(cell: String, count: Int)]
  let rows: Int
  let filled: Int
  private let dayShare: Double
  private let periodShare: Double
  private let numberShare: Double
  private let identifierShare: Double
  private let personShare: Double
  private let meanLength: Double
  /// Shares of cells on closed lists, by the list's name: many columns have one list.
  private var shares: [String: Double] = [:]

  /// As many different cells as tell what a column is.
  private static let mostLookedAt = 300

  init(_ header: String, _ table: RawTable, _ column: Int) {
    self.header = header
    var counts: [UInt32: Int] = [:]
    for row in 0..<table.rowCount { counts[table.columns[column].codes[row], default: 0] += 1 }
    var cells: [String: Int] = [:]
    for (code, count) in counts {
      let cell = Cell.trimmed(String(decoding: table.columns[column].spellings.spelling(code), as: UTF8.self))
      if cell.isEmpty || MissingTokens.numbers[Fold.cell(cell)] != nil { continue }
      cells[cell, default: 0] += count
    }
    values = cells.map { ($0.key, $0.value) }.sorted { ($1.count, $0.cell) < ($0.count, $1.cell) }
    rows = table.rowCount
    filled = cells.values.reduce(0, +)
    let looked = values.prefix(Self.mostLookedAt)
    let share = { (test: (String) -> Bool) in Self.share(of: looked, test) }
    dayShare = share(Self.isDay)
    periodShare = share { PeriodDecoder.period($0) != nil || Self.isDay($0) }
    numberShare = share { if case .value = NumberDecoder.read($0) { true } else { false } }
    identifierShare = share(Self.isIdentifier)
    personShare = share(Self.isPerson)
    let weight = looked.reduce(0) { $0 + $1.count }
    meanLength =
      weight == 0
      ? 0 : Double(looked.reduce(0) { $0 + $1.cell.utf8.count * $1.count }) / Double(weight)
  }

  /// How well the cells are what a column should hold, 0 to 1; `nil` where there is nothing to tell by.
  ///
  /// - Parameter learned: names that other columns were found to hold.
  func fit(_ target: TargetColumn, learned: [PartialKeyPath<Dataset.Names>: Set<String>]) -> Double? {
    guard filled > 0 else { return nil }
    switch target.cells {
    case .day: return dayShare
    case .period: return periodShare
    case .number: return dayShare > 0.5 ? 0 : numberShare
    case .text: return max(dayShare, identifierShare, personShare) > 0.5 ? 0 : min(1, meanLength / 25)
    case .identifier: return dayShare > 0.5 ? 0 : max(identifierShare, numberShare * 0.9)
    case .person: return personShare
    case .list(let name, let isOnIt):
      if let share = shares[name] { return share }
      let share = share(isOnIt)
      shares[name] = share
      return share
    case .names(let list): return max(share(of: learned[list]), wordFit * 0.7)
    case .word: return wordFit
    }
  }

  /// A share of the cells, by rows.
  func share(_ test: (String) -> Bool) -> Double { Self.share(of: values.prefix(Self.mostLookedAt), test) }

  private func share(of names: Set<String>?) -> Double {
    guard let names, !names.isEmpty else { return 0 }
    return share { names.contains(Fold.letters($0)) }
  }

  /// Words that come again and again, and are neither days, numbers nor sentences.
  private var wordFit: Double {
    let other = max(dayShare, numberShare, identifierShare * 0.8)
    let different = Double(values.count) / Double(max(1, filled))
    // A dozen short cells over and over are codes, be they numbers: levels of need.
    if filled > 20, values.count <= 12, dayShare < 0.5, meanLength < 30 { return max(0.7, 1 - other) }
    let length = meanLength > 60 ? 0.3 : 1
    return max(0, 1 - other) * length * (filled > 20 && different > 0.8 ? 0.5 : 1)
  }

  private static func share(of values: ArraySlice<(cell: String, count: Int)>, _ test: (String) -> Bool)
    -> Double
  {
    var (whole, part) = (0, 0)
    for value in values {
      whole += value.count
      if test(value.cell) { part += value.count }
    }
    return whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private static func isDay(_ cell: String) -> Bool {
    switch DateDecoder.spelling(of: cell) {
    case .day, .dayAndMonth: true
    default: false
    }
  }

  private static func isIdentifier(_ cell: String) -> Bool {
    cell.utf8.count <= 24 && cell.contains { $0.isNumber } && !cell.contains(" ") && !isDay(cell)
  }

  /// Two to four words with capitals and no digit.
  private static func isPerson(_ cell: String) -> Bool {
    let words = cell.split(separator: " ")
    guard (2...4).contains(words.count), cell.utf8.count <= 40, !cell.contains(where: { $0.isNumber }) else {
      return false
    }
    return words.allSatisfy { $0.first?.isUppercase ?? false }
      && !cell.contains { "&/,;:".contains($0) }
  }
}

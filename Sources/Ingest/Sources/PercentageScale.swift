import QAModel

/// Whether percentages were written as 87 or as 0.87: the table has them as 87.
///
/// A per cent sign settles it for its cell, and so do a numerator and a denominator in the row for the value.
/// Otherwise all that an indicator has in a column does: fractions are none above 1, and one that is neither 0 nor 1.
/// Where all are 0 or 1, the indicator's other columns do, else the column's other indicators, else the rest of the file.
struct PercentageScale {
  private typealias Cells = WritableKeyPath<PerformanceTable, NumberColumn>

  private enum Writing {
    case perCent, fractions
    /// Nothing but 0 and 1.
    case open
  }

  /// What one column of the file has of one indicator without a per cent sign.
  private struct Group {
    let indicator: UInt16
    let rows: [Int]
    var writing: Writing
  }

  private let rows: ReadRows<PerformanceTable>
  private let columns: [(name: String, position: Int, cells: Cells)]

  /// - Parameter position: the place of a column of the dataset by its name.
  init(_ rows: ReadRows<PerformanceTable>, position: (String) -> Int?) {
    self.rows = rows
    let columns: [(String, Cells)] = [
      ("value", \.value), ("target", \.target), ("statistical_neighbours", \.statisticalNeighbours),
      ("england", \.england),
    ]
    self.columns = columns.compactMap { name, cells in position(name).map { (name, $0, cells) } }
  }

  /// Puts fractions into per cent, and says where only the numbers told that they are fractions or are not.
  func apply(to table: inout PerformanceTable) -> [Diagnostic] {
    let written = columns.map { groups($0.cells, $0.position, table) }
    let all = written.flatMap(\.self)
    let ofFile = Self.common(all)
    var diagnostics: [Diagnostic] = []
    for (column, groups) in zip(columns, written) {
      let ofColumn = Self.common(groups) ?? ofFile ?? .perCent
      var fractions: Set<Int> = []
      for var group in groups {
        if group.writing == .open {
          group.writing = Self.common(all.filter { $0.indicator == group.indicator }) ?? ofColumn
        }
        fractions.formUnion(
          group.rows.filter { isFraction($0, column.cells, table) ?? (group.writing == .fractions) })
        if isAssumed(group, column.cells, table) { diagnostics.append(assumed(group, column.name)) }
      }
      if !fractions.isEmpty { Self.scale(fractions, column.cells, in: &table) }
    }
    return diagnostics
  }

  /// What a column has of percentages without a sign, by indicator.
  private func groups(_ cells: Cells, _ position: Int, _ table: PerformanceTable) -> [Group] {
    let isPercentage = rows.framework.indicators.map { $0.unit == .percent }
    let column = table[keyPath: cells]
    var unsigned: [UInt16: [Int]] = [:]
    for row in rows.firstRow..<table.count
    where column[row] != nil && isPercentage[Int(table.indicator[row])]
      && !rows.original(position, row - rows.firstRow).contains("%")
    {
      unsigned[table.indicator[row], default: []].append(row)
    }
    return unsigned.sorted { $0.key < $1.key }.map { indicator, rows in
      Group(indicator: indicator, rows: rows, writing: writing(rows, cells, table))
    }
  }

  private func writing(_ rows: [Int], _ cells: Cells, _ table: PerformanceTable) -> Writing {
    let numbers = rows.compactMap { table[keyPath: cells][$0] }
    if numbers.contains(where: { abs($0) > 1 }) { return .perCent }
    let told = rows.compactMap { isFraction($0, cells, table) }
    if !told.isEmpty { return told.contains(false) ? .perCent : .fractions }
    return numbers.contains { $0 != 0 && abs($0) != 1 } ? .fractions : .open
  }

  /// Whether only the numbers, none above 1, say how a group is written; of nothing but 0 it does not matter.
  private func isAssumed(_ group: Group, _ cells: Cells, _ table: PerformanceTable) -> Bool {
    let numbers = group.rows.compactMap { table[keyPath: cells][$0] }
    return numbers.allSatisfy { abs($0) <= 1 } && numbers.contains { $0 != 0 }
      && group.rows.allSatisfy { isFraction($0, cells, table) == nil }
  }

  /// What a numerator and a denominator in the row say of its value; `nil` where they are not there.
  private func isFraction(_ row: Int, _ cells: Cells, _ table: PerformanceTable) -> Bool? {
    guard cells == \.value, let number = table.value[row], let numerator = table.numerator[row],
      let denominator = table.denominator[row], denominator > 0, numerator > 0
    else { return nil }
    let share = numerator / denominator
    return abs(number - share) < abs(number - share * 100)
  }

  /// How all groups that tell are written; `nil` where none tells.
  private static func common(_ groups: [Group]) -> Writing? {
    let writings = Set(groups.map(\.writing)).subtracting([.open])
    return writings.count > 1 ? .perCent : writings.first
  }

  private static func scale(_ fractions: Set<Int>, _ cells: Cells, in table: inout PerformanceTable) {
    let column = table[keyPath: cells]
    var scaled = NumberColumn()
    for row in 0..<table.count {
      if let number = column[row] {
        scaled.append(fractions.contains(row) ? percentage(number) : number)
      } else {
        scaled.append(missing: column.missing(at: row) ?? .blank)
      }
    }
    table[keyPath: cells] = scaled
  }

  /// 86.4 for 0.864, without the tail that binary fractions grow.
  private static func percentage(_ fraction: Double) -> Double { (fraction * 100 * 1e9).rounded() / 1e9 }

  private func assumed(_ group: Group, _ column: String) -> Diagnostic {
    let name = rows.framework.indicators[Int(group.indicator)].term.name
    let areFractions = group.writing == .fractions
    return Diagnostic(
      id: "ingest.percentage.scale_assumed", severity: .note,
      location: SourceLocation(file: rows.file, column: column),
      summary: areFractions
        ? "\(name) is a percentage and is read as fractions, so that 0.6 is 60%"
        : "\(name) is a percentage and is read as it stands, so that 1 is 1%",
      explanation: "no per cent sign is written, and none of the numbers is above 1",
      suggestion: areFractions
        ? "write a per cent sign if the numbers are per cent" : "write 100% if the numbers are fractions")
  }
}

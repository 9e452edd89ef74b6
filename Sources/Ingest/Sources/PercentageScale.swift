import QAModel

/// Whether the values of percentages were written as 87 or as 0.87: the table has them as 87.
///
/// A per cent sign settles it, and so do a numerator and a denominator in the row. Otherwise the whole column of
/// an indicator does: none above 1, and one that is neither 0 nor 1.
struct PercentageScale {
  private let rows: ReadRows<PerformanceTable>
  private let valueColumn: Int

  init(_ rows: ReadRows<PerformanceTable>, valueColumn: Int) {
    self.rows = rows
    self.valueColumn = valueColumn
  }

  func apply(to table: inout PerformanceTable) {
    let isPercentage = rows.framework.indicators.map { $0.unit == .percent }
    var value = NumberColumn()
    var fractions: Set<Int> = []
    let doubtful = undecided(table, isPercentage)
    let written = columnsOfFractions(doubtful, table)
    for row in 0..<table.count {
      guard let number = table.value[row] else {
        value.append(missing: table.value.missing(at: row) ?? .blank)
        continue
      }
      let isFraction =
        row >= rows.firstRow && isPercentage[Int(table.indicator[row])]
        && isFraction(number, row, table, written)
      if isFraction { fractions.insert(row) }
      value.append(isFraction ? Self.percentage(number) : number)
    }
    if !fractions.isEmpty { table.value = value }
    for target in [\PerformanceTable.target, \.statisticalNeighbours, \.england] {
      scale(target, in: &table, isPercentage)
    }
  }

  private func isFraction(
    _ number: Double, _ row: Int, _ table: PerformanceTable, _ written: Set<UInt16>
  ) -> Bool {
    if let share = share(row, table) { return abs(number - share) < abs(number - share * 100) }
    if hasSign(row) { return false }
    return written.contains(table.indicator[row])
  }

  private func share(_ row: Int, _ table: PerformanceTable) -> Double? {
    guard let numerator = table.numerator[row], let denominator = table.denominator[row], denominator > 0,
      numerator > 0
    else { return nil }
    return numerator / denominator
  }

  private func hasSign(_ row: Int) -> Bool {
    rows.original(valueColumn, row - rows.firstRow).contains("%")
  }

  /// The rows of percentages that say nothing of their scale themselves.
  private func undecided(_ table: PerformanceTable, _ isPercentage: [Bool]) -> [Int] {
    (rows.firstRow..<table.count).filter { row in
      table.value[row] != nil && isPercentage[Int(table.indicator[row])] && share(row, table) == nil
        && !hasSign(row)
    }
  }

  /// The indicators whose undecided values are all written as fractions.
  private func columnsOfFractions(_ undecided: [Int], _ table: PerformanceTable) -> Set<UInt16> {
    var values: [UInt16: [Double]] = [:]
    for row in undecided {
      if let number = table.value[row] { values[table.indicator[row], default: []].append(number) }
    }
    return Set(values.filter { Self.areFractions($0.value) }.keys)
  }

  private static func areFractions(_ numbers: [Double]) -> Bool {
    numbers.allSatisfy { abs($0) <= 1 } && numbers.contains { $0 != 0 && abs($0) != 1 }
  }

  private func scale(
    _ target: WritableKeyPath<PerformanceTable, NumberColumn>, in table: inout PerformanceTable,
    _ isPercentage: [Bool]
  ) {
    let column = table[keyPath: target]
    var values: [UInt16: [Double]] = [:]
    for row in rows.firstRow..<table.count where isPercentage[Int(table.indicator[row])] {
      if let number = column[row] { values[table.indicator[row], default: []].append(number) }
    }
    let fractions = Set(values.filter { Self.areFractions($0.value) }.keys)
    guard !fractions.isEmpty else { return }
    var scaled = NumberColumn()
    for row in 0..<table.count {
      guard let number = column[row] else {
        scaled.append(missing: column.missing(at: row) ?? .blank)
        continue
      }
      let isFraction = row >= rows.firstRow && fractions.contains(table.indicator[row])
      scaled.append(isFraction ? Self.percentage(number) : number)
    }
    table[keyPath: target] = scaled
  }

  /// 86.4 for 0.864, without the tail that binary fractions grow.
  private static func percentage(_ fraction: Double) -> Double { (fraction * 100 * 1e9).rounded() / 1e9 }
}

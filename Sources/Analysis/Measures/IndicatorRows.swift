import QAModel

/// Which rows of the performance export speak for an indicator, a service and a period.
///
/// - A flow takes the rows that lie within the period, the longest first and none that covers a day again: a
///   quarter's own row stands in for its months.
/// - A stock takes the rows of the latest moment within the period.
/// - A row that lies across periods, as a year's does for a quarterly report, belongs to none of them. Where an
///   indicator has nothing else, the latest such row that ends by the period's close is shown, and says so.
///
/// Rows that end after the as-at day do not count, nor rows without any number. Where a service has rows of its own and
/// rows of its teams, its own count; all services together are the rows without a service, else the sum of
/// the services. Of a report about some services those alone are summed.
final class IndicatorRows: Sendable {
  /// The rows chosen.
  struct Choice: Sendable {
    var rows: [Int]
    /// Whether they lie across periods and stand here for want of anything nearer.
    var isCarried = false
    /// Whether part of the period has no row.
    var isPartial = false
  }

  let isSupplied: Bool
  private let index: PeriodIndex
  private let indicators: [Indicator]
  private let scope: ReportScope
  private let serviceCount: Int
  private let first: [Int32]
  private let last: [Int32]
  private let service: CodeColumn
  private let team: CodeColumn
  /// Usable rows by indicator and service; the last service is *none*.
  private let groups: [[Int]]

  init(
    _ table: PerformanceTable?, _ indicators: [Indicator], services: Int, _ index: PeriodIndex,
    scope: ReportScope
  ) {
    isSupplied = table != nil
    self.index = index
    self.indicators = indicators
    serviceCount = services
    self.scope = scope
    let table = table ?? PerformanceTable()
    service = table.service
    team = table.team
    first = (0..<table.count).map { (table.first[$0] ?? table.last[$0])?.dayNumber ?? .max }
    last = (0..<table.count).map { (table.last[$0] ?? table.first[$0])?.dayNumber ?? .max }
    var groups = [[Int]](repeating: [], count: indicators.count * (services + 1))
    for row in 0..<table.count {
      let indicator = Int(table.indicator[row])
      guard indicator < indicators.count, last[row] <= index.asAt.dayNumber, table.hasNumber(row) else {
        continue
      }
      groups[indicator * (services + 1) + (table.service[row].map(Int.init) ?? services)].append(row)
    }
    for group in groups.indices where groups[group].contains(where: { table.team[$0] == nil }) {
      groups[group].removeAll { table.team[$0] != nil }
    }
    // Rows of teams without a service say nothing of the authority as a whole.
    for indicator in indicators.indices {
      groups[indicator * (services + 1) + services].removeAll { table.team[$0] != nil }
    }
    self.groups = groups
  }

  /// The rows of a service, or of all services together where it is `nil`; none where nothing speaks for them.
  func choice(_ indicator: Int, service: UInt32?, period: Int) -> Choice {
    let start = indicator * (serviceCount + 1)
    if let service { return choice(of: groups[start + Int(service)], indicator, period) }
    guard scope.services.isEmpty else {
      return choice(of: scope.services.flatMap { groups[start + Int($0)] }, indicator, period)
    }
    let whole = choice(of: groups[start + serviceCount], indicator, period)
    return whole.rows.isEmpty
      ? choice(of: Array(groups[start..<start + serviceCount].joined()), indicator, period) : whole
  }

  private func choice(of rows: [Int], _ indicator: Int, _ period: Int) -> Choice {
    let days = index.periods[period]
    let from = days.first.dayNumber
    let through = min(days.last, index.asAt).dayNumber
    let within = rows.filter { first[$0] >= from && last[$0] <= through }
    if within.isEmpty { return carried(rows, period) }
    switch indicators[indicator].kind {
    case .stock: return Choice(rows: atLatestMoment(within))
    case .flow: return flow(within, from, through)
    }
  }

  private func flow(_ rows: [Int], _ from: Int32, _ through: Int32) -> Choice {
    var choice = Choice(rows: [])
    for unit in Dictionary(grouping: rows, by: unit).values {
      var taken: [Int] = []
      for row in unit.sorted(by: { (-length($0), first[$0], $0) < (-length($1), first[$1], $1) })
      where !taken.contains(where: { first[$0] <= last[row] && first[row] <= last[$0] }) {
        taken.append(row)
      }
      if taken.reduce(0, { $0 + length($1) }) < through - from + 1 { choice.isPartial = true }
      choice.rows += taken
    }
    choice.rows.sort()
    return choice
  }

  /// The rows that end on the latest day any of them ends on; of two for one service or team, the shorter.
  private func atLatestMoment(_ rows: [Int]) -> [Int] {
    let latest = rows.reduce(Int32.min) { max($0, last[$1]) }
    let units = Dictionary(grouping: rows.filter { last[$0] == latest }, by: unit)
    return units.values.compactMap { $0.min { (length($0), $0) < (length($1), $1) } }.sorted()
  }

  private func carried(_ rows: [Int], _ period: Int) -> Choice {
    let close = min(index.periods[period].last, index.asAt).dayNumber
    let across = rows.filter { last[$0] <= close && liesAcross($0) }
    return Choice(rows: atLatestMoment(across), isCarried: !across.isEmpty)
  }

  private func liesAcross(_ row: Int) -> Bool {
    if Int(length(row)) > index.periods[0].dayCount { return true }
    guard let position = index.position(CalendarDate(dayNumber: last[row])) else { return false }
    return first[row] < index.periods[position].first.dayNumber
  }

  private func length(_ row: Int) -> Int32 { last[row] - first[row] + 1 }

  /// Whose row it is: what one service or team says once must not be said twice.
  private func unit(_ row: Int) -> UInt64 {
    UInt64(service[row] ?? .max) << 32 | UInt64(team[row] ?? .max)
  }
}

extension PerformanceTable {
  func hasPair(_ row: Int) -> Bool { numerator[row] != nil && denominator[row] != nil }
  func hasNumber(_ row: Int) -> Bool { hasPair(row) || value[row] != nil || numerator[row] != nil }
}

import QAModel

/// Makes figures of counted rows.
struct CountedFigures {
  /// Of the report's own period: hits and records of shares of too few records.
  private(set) var smallShares: [FigureKey: (hits: Int, of: Int)] = [:]
  var figures: FigureSet
  /// All services together, then each.
  let services: [UInt32?]
  /// How many services, from the first, the framework lists: they have figures even where they have no rows.
  private let listed: Int
  /// How many services the codes of rows can be of.
  private let serviceCount: Int
  private let thresholds: Thresholds
  private let periods: Int
  private let withTotals: Bool

  /// Rows a pass takes at a time: the measures of a table all read them before the next ones are fetched.
  private static let stretch = 4096

  /// - Parameters:
  ///   - services: all together first, then each that has figures of its own.
  ///   - listed: how many of the services are the framework's.
  ///   - withTotals: whether each figure says what it is a part of.
  ///   - more: how many figures each period and service has beside those counted here.
  init(
    names: FigureNames, thresholds: Thresholds, periods: Int, services: [UInt32?], serviceCount: Int,
    listed: Int, catalogue: MeasureCatalogue, more: Int, withTotals: Bool
  ) {
    figures = FigureSet(names: names)
    let shown = min(services.count, listed) + 1
    // Teams have few of the figures they could have, and room that is not filled costs too: it is spread over.
    let places = catalogue.tables.joined().flatMap(\.grids).filter { !$0.isByTeam }.reduce(0) {
      $0 + $1.first.places * $1.second.places * ($1.perService ? shown : 1)
    }
    figures.reserve((places + more * shown) * periods)
    self.listed = listed
    self.serviceCount = serviceCount
    self.thresholds = thresholds
    self.periods = periods
    self.withTotals = withTotals
    self.services = services
  }

  /// Adds the figures of all measures of one table, in one pass over it.
  mutating func add(_ measures: [any Measure]) {
    var counts = measures.map { GridCounts($0.grids, periods: periods, services: serviceCount) }
    let rowCount = measures.first?.rowCount ?? 0
    for start in stride(from: 0, to: rowCount, by: Self.stretch) {
      let rows = start..<min(start + Self.stretch, rowCount)
      for (position, measure) in measures.enumerated() { measure.count(rows, into: &counts[position]) }
    }
    let shown = (0..<periods).map { period in
      services.filter { service in
        guard let service, Int(service) >= listed else { return true }
        return counts.contains { $0.hasRows(period: period, service: Int(service)) }
      }
    }
    for (position, measure) in measures.enumerated() {
      for (grid, shape) in measure.grids.enumerated() {
        add(shape, grid, counts[position], isSupplied: measure.isSupplied, services: shown)
      }
    }
  }

  /// Adds the figures of a grid, for the services that have any in each period.
  private mutating func add(
    _ shape: GridShape, _ grid: Int, _ counts: borrowing GridCounts, isSupplied: Bool, services: [[UInt32?]]
  ) {
    for period in 0..<periods {
      for service in shape.perService ? services[period] : [nil] {
        for place in 0..<shape.first.places * shape.second.places {
          let key = shape.key(place: place, service: service, period: period)
          let outcome = isSupplied ? outcome(shape, grid, counts, key, place) : .notAvailable
          // A team is known by its records alone: one without any has no figure.
          if key.team != nil, outcome == .count(0) { continue }
          figures.add(Figure(key, outcome, partOf: withTotals ? shape.totals(of: key) : []))
        }
      }
    }
  }

  private mutating func outcome(
    _ shape: GridShape, _ grid: Int, _ counts: borrowing GridCounts, _ key: FigureKey, _ place: Int
  ) -> Outcome {
    func numbers(_ cell: Int) -> (hits: Int, of: Int) {
      counts.numbers(grid, period: Int(key.period), service: key.service, cell: cell)
    }
    if shape.isOnlyOfRows, numbers(place).of == 0 { return .notAvailable }
    switch shape.counting {
    case .records, .distinct:
      return .count(numbers(place).hits)
    case .share:
      let (hits, of) = numbers(place)
      guard of >= max(1, thresholds.fewestRecords) else {
        if of > 0, key.period == 0 { smallShares[key] = (hits, of) }
        return .insufficient(n: of)
      }
      return .share(hits, of: of, Wilson.interval(hits, of: of))
    case .agreement(let scale):
      let cells = scale * scale
      let table = (0..<cells).map { numbers(place * cells + $0).hits }
      let n = table.reduce(0, +)
      guard n >= max(1, thresholds.fewestForKappa) else { return .insufficient(n: n) }
      // Where everybody gave one and the same grade there is no chance agreement to go beyond.
      guard let kappa = WeightedKappa(table: table, categories: scale) else { return .notApplicable }
      return .coefficient(kappa.kappa, n: n, interval(kappa))
    }
  }

  /// The interval of agreement within the −1 to 1 it can be. Where the raters agreed or disagreed throughout, the
  /// large-sample interval has no width, which is no knowledge: there is none.
  private func interval(_ kappa: WeightedKappa) -> Interval? {
    guard kappa.standardError > 1e-9 else { return nil }
    let interval = kappa.interval()
    return Interval(lower: max(-1, interval.lower), upper: min(1, interval.upper))
  }
}

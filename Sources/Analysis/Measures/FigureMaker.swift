public import QAModel

/// All figures of a request.
public struct FigureMaker: Sendable {
  let dataset: Dataset
  let framework: Framework
  let request: AnalysisRequest
  let index: PeriodIndex
  let catalogue: MeasureCatalogue

  public init(dataset: Dataset, framework: Framework, request: AnalysisRequest) {
    self.dataset = dataset
    self.framework = framework
    self.request = request
    index = PeriodIndex(request)
    catalogue = MeasureCatalogue(dataset, framework, index)
  }

  /// Rows a pass takes at a time: the measures of a table all read them before the next ones are fetched.
  private static let stretch = 4096

  /// The figures of the request's periods, for each service and for all of them: one pass over each table.
  public func figures() -> FigureSet {
    var figures = FigureSet(names: names)
    for measures in catalogue.tables {
      for (measure, counts) in zip(measures, counted(measures)) {
        for (grid, shape) in measure.grids.enumerated() {
          add(shape, grid, counts, isSupplied: measure.isSupplied, to: &figures)
        }
      }
    }
    return figures
  }

  private func counted(_ measures: [any Measure]) -> [GridCounts] {
    var counts = measures.map {
      GridCounts($0.grids, periods: index.count, services: dataset.names.services.count)
    }
    let rowCount = measures.first?.rowCount ?? 0
    for start in stride(from: 0, to: rowCount, by: Self.stretch) {
      let rows = start..<min(start + Self.stretch, rowCount)
      for (position, measure) in measures.enumerated() { measure.count(rows, into: &counts[position]) }
    }
    return counts
  }

  private func add(
    _ shape: GridShape, _ grid: Int, _ counts: GridCounts, isSupplied: Bool, to figures: inout FigureSet
  ) {
    let services = shape.perService ? UInt32(dataset.names.services.count) : 0
    for period in 0..<index.count {
      for service in [nil] + (0..<services).map(Optional.some) {
        for place in 0..<shape.first.places * shape.second.places {
          let key = shape.key(place: place, service: service, period: period)
          var partOf = shape.totals.map { $0(key) }
          if service != nil, shape.addsUp {
            var all = key
            all.service = nil
            partOf.append(all)
          }
          let outcome =
            isSupplied
            ? outcome(shape, grid, counts, period: period, service: service, place: place) : .notAvailable
          figures.add(Figure(key, outcome, partOf: partOf))
        }
      }
    }
  }

  private func outcome(
    _ shape: GridShape, _ grid: Int, _ counts: GridCounts, period: Int, service: UInt32?, place: Int
  ) -> Outcome {
    switch shape.counting {
    case .records, .distinct:
      return .count(counts.numbers(grid, period: period, service: service, cell: place).hits)
    case .share:
      let (hits, of) = counts.numbers(grid, period: period, service: service, cell: place)
      guard of >= max(1, framework.thresholds.fewestRecords) else { return .insufficient(n: of) }
      return .share(hits, of: of, Wilson.interval(hits, of: of))
    case .agreement(let scale):
      let cells = scale * scale
      let table = (0..<cells).map {
        counts.numbers(grid, period: period, service: service, cell: place * cells + $0).hits
      }
      let n = table.reduce(0, +)
      guard n >= max(1, framework.thresholds.fewestForKappa) else { return .insufficient(n: n) }
      // Where everybody gave one and the same grade there is no chance agreement to go beyond.
      guard let kappa = WeightedKappa(table: table, categories: scale) else { return .notApplicable }
      return .coefficient(kappa.kappa, n: n, kappa.interval())
    }
  }
}

extension FigureMaker {
  /// The rows behind a figure, found by the same code that counted them.
  ///
  /// `nil` where no rows are counted under the key: it is none of the figures made here, its dataset was not
  /// supplied, or it is read from other figures, as triangulation is (its evidence names them).
  public func rows(behind key: FigureKey) -> TracedRows? {
    guard Int(key.period) < index.count, key.service.map({ Int($0) < dataset.names.services.count }) ?? true
    else {
      return nil
    }
    for measure in catalogue.tables.joined() where measure.isSupplied {
      for (grid, shape) in measure.grids.enumerated() {
        guard let place = shape.place(of: key) else { continue }
        var sink = TraceSink(
          grid: grid, period: Int(key.period), service: key.service.map(Int.init), place: place,
          cellsPerPlace: shape.cellsPerPlace)
        measure.trace(into: &sink)
        return TracedRows(dataset: measure.dataset, rows: sink.rows)
      }
    }
    return nil
  }

  /// The names the codes of the figures' keys stand for.
  var names: FigureNames {
    let words = dataset.names
    let terms = { (terms: [Term]) in terms.map(\.name) }
    return FigureNames(
      services: words.services.names, teams: words.teams.names, periods: index.periods,
      places: [
        .selection: Selection.allCases.map(\.name) + ["unstated"],
        .auditType: words.auditTypes.names,
        .levelOfNeed: words.levelsOfNeed.names,
        .grade: terms(framework.grades.grades),
        .domain: terms(framework.domains),
        .standard: words.standards.names,
        .stage: ["stage 1", "stage 2", "stage 3"],
        .outcome: ComplaintTable.Outcome.allCases.map(\.name),
        .indicator: framework.indicators.map(\.term.name),
        .question: words.questions.names,
        .rating: terms(framework.feedback.ratings),
        .practiceArea: framework.practiceAreas.map(\.name),
        .strand: Strand.allCases.map(\.rawValue),
      ])
  }
}

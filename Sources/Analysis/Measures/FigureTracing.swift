public import QAModel

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
    if key.measure == .indicatorValue {
      guard let place = key.first, place.axis == .indicator,
        framework.indicators.indices.contains(Int(place.place)),
        key.second == nil, key.team == nil, dataset.performance != nil
      else { return nil }
      return indicators.traced(Int(place.place), service: key.service, period: Int(key.period))
    }
    if key.measure == .indicatorBenchmark { return benchmarks.traced(key) }
    if key.measure == .planDue || key.measure == .planDone { return plan.traced(key) }
    if key.measure == .escalationHits { return tracedEscalations(key) }
    for measure in catalogue.tables.joined() where measure.isSupplied {
      for (grid, shape) in measure.grids.enumerated() {
        guard let place = shape.place(of: key) else { continue }
        var sink = TraceSink(
          grid: grid, period: Int(key.period), service: key.service.map(Int.init), place: place,
          cellsPerPlace: shape.cellsPerPlace)
        measure.trace(into: &sink)
        if let themes = measure as? ThemeRecords { return themes.traced(sink.rows) }
        return TracedRows(dataset: measure.dataset, rows: sink.rows)
      }
    }
    return nil
  }
}

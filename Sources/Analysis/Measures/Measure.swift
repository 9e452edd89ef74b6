import QAModel

/// A classifier of a table's rows: whether a row counts, in which figure, and whether as a hit.
///
/// Counting the figures and tracing one to its rows run the same `mark`, so they cannot differ.
protocol Measure: Sendable {
  var dataset: DatasetKind { get }
  /// Whether the workspace has the dataset at all. Without it every figure is *not available*, which is not 0.
  var isSupplied: Bool { get }
  var rowCount: Int { get }
  var grids: [GridShape] { get }

  /// Marks where the row counts. Called once a row.
  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink)

  /// Marks the rows of a stretch of the table. Not for types to write anew: being requirements makes them
  /// compiled for each type.
  func count(_ rows: Range<Int>, into counts: inout GridCounts)
  func trace(into sink: inout TraceSink)
}

extension Measure {
  func count(_ rows: Range<Int>, into counts: inout GridCounts) {
    for row in rows { mark(row, into: &counts) }
  }

  func trace(into sink: inout TraceSink) {
    for row in 0..<rowCount {
      sink.row = row
      mark(row, into: &sink)
    }
  }
}

/// What takes the marks of a measure. `grid` is the position in the measure's `grids`.
protocol MarkSink {
  /// The row counts at a place. `service` is its code, or the number of services where it has none.
  mutating func mark(_ grid: Int, period: Int, service: Int, place: Int, hit: Bool)
  /// The row adds numbers of its own: to a count `part`, to a share `part` above the line and `of` below it.
  mutating func mark(_ grid: Int, period: Int, service: Int, part: Int, of: Int)
  /// The row's id counts once at a place, however many rows have it.
  mutating func markDistinct(_ grid: Int, period: Int, service: Int, place: Int, id: Int)
}

extension MarkSink {
  mutating func mark(_ grid: Int, period: Int, service: Int, place: Int = 0) {
    mark(grid, period: period, service: service, place: place, hit: true)
  }
}

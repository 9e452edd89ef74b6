public import QAModel

/// The rows behind a figure.
public struct TracedRows: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    /// The position in the table of `dataset`.
    public var row: Int
    /// Whether it is one of the numerator's. Of a count every row is, but where different children are counted:
    /// there it is the first row of each child.
    public var inNumerator: Bool
    /// What it adds above and below the line, where a row stands for more than itself.
    public var part: Int?
    public var of: Int?

    public init(row: Int, inNumerator: Bool, part: Int? = nil, of: Int? = nil) {
      self.row = row
      self.inNumerator = inNumerator
      self.part = part
      self.of = of
    }
  }

  public var dataset: DatasetKind
  /// Whether they are rows of `Dataset.benchmarks`, which come out of performance exports.
  public var isOfOthers = false
  /// In the order of the table.
  public var rows: [Row]
  /// Rows of other tables, where a figure counts records of several kinds.
  public var others: [TracedRows] = []

  public init(dataset: DatasetKind, isOfOthers: Bool = false, rows: [Row]) {
    self.dataset = dataset
    self.isOfOthers = isOfOthers
    self.rows = rows
  }
}

/// Takes a measure's marks and keeps the rows of one figure.
struct TraceSink: MarkSink {
  let grid: Int
  let period: Int
  /// `nil`: all services.
  let service: Int?
  let place: Int
  /// Cells a place has in its grid.
  let cellsPerPlace: Int
  var row = 0
  private(set) var rows: [TracedRows.Row] = []
  private var ids: Set<Int> = []

  init(grid: Int, period: Int, service: Int?, place: Int, cellsPerPlace: Int) {
    self.grid = grid
    self.period = period
    self.service = service
    self.place = place
    self.cellsPerPlace = cellsPerPlace
  }

  mutating func mark(_ grid: Int, period: Int, service: Int, place: Int, hit: Bool) {
    guard isAsked(grid, period, service, place) else { return }
    rows.append(.init(row: row, inNumerator: hit))
  }

  mutating func mark(_ grid: Int, period: Int, service: Int, part: Int, of: Int) {
    guard isAsked(grid, period, service, 0) else { return }
    rows.append(.init(row: row, inNumerator: true, part: part, of: of))
  }

  mutating func markDistinct(_ grid: Int, period: Int, service: Int, place: Int, id: Int) {
    guard isAsked(grid, period, service, place) else { return }
    rows.append(.init(row: row, inNumerator: ids.insert(id).inserted))
  }

  private func isAsked(_ grid: Int, _ period: Int, _ service: Int, _ place: Int) -> Bool {
    grid == self.grid && period == self.period && (self.service == nil || service == self.service)
      && place / cellsPerPlace == self.place
  }
}

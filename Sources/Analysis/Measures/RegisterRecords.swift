import QAModel

/// The records of one register by period: all of them, for each service, and by what each of its columns says.
struct RegisterRecords: Measure {
  let dataset: DatasetKind
  let isSupplied: Bool
  private let register: AxisPlace
  private let columns: [RegisterCategories.Column]
  private let table: RegisterTable
  private let index: PeriodIndex
  private let serviceCount: Int

  init(
    _ position: Int, _ register: Register, _ dataset: Dataset, _ categories: RegisterCategories,
    _ index: PeriodIndex
  ) {
    self.dataset = .register(register.name)
    isSupplied = dataset.registers[register.name] != nil
    table = dataset.registers[register.name] ?? RegisterTable(columns: register.countBy.count)
    self.register = AxisPlace(.register, UInt32(position))
    columns = categories.columns[position]
    self.index = index
    serviceCount = dataset.names.services.count
  }

  var rowCount: Int { table.count }

  var grids: [GridShape] {
    let register = GridShape.Breakdown.some(.register, [self.register.place])
    return [GridShape(measure: .registerRecords, first: register)]
      + columns.map {
        GridShape(
          measure: .registerRecords, first: register, second: .some(.registerCategory, $0.places),
          perService: false, totals: [FigureKey.ofAllCategories])
      }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = index.position(happened: table.date[row]) else { return }
    let service = table.service[row].map(Int.init) ?? serviceCount
    sink.mark(0, period: period, service: service)
    for (position, column) in columns.enumerated() {
      sink.mark(
        position + 1, period: period, service: service, place: column.offset(table.values[position][row]))
    }
  }
}

extension FigureKey {
  /// The same figure of all categories.
  fileprivate static let ofAllCategories: @Sendable (FigureKey) -> FigureKey = { key in
    var total = key
    total.second = nil
    return total
  }
}

/// What registers are counted by: the places of every column's values on one axis, named `Setting: School`.
///
/// A record whose column says nothing is *not recorded* there, so that each column adds up to all records.
struct RegisterCategories: Sendable {
  /// The places of one column's values, by name; the last is *not recorded*.
  struct Column: Sendable {
    fileprivate(set) var places: [UInt32] = []
    fileprivate var offsets: [UInt32: Int] = [:]

    /// Which of the places a cell stands for.
    func offset(_ code: UInt32?) -> Int { code.flatMap { offsets[$0] } ?? places.count - 1 }
  }

  /// By the register's position and the column's.
  private(set) var columns: [[Column]] = []
  private(set) var names = NameTable()

  init(_ dataset: Dataset, _ framework: Framework) {
    for register in framework.registers {
      let table = dataset.registers[register.name]
      columns.append(
        register.countBy.enumerated().map { position, header in
          column(header, table?.values[position], dataset.names.registerValues)
        })
    }
  }

  private mutating func column(_ header: String, _ cells: CodeColumn?, _ values: NameTable) -> Column {
    var column = Column()
    var codes: Set<UInt32> = []
    if let cells { for row in 0..<cells.count { if let code = cells[row] { codes.insert(code) } } }
    for code in codes.sorted(by: { values.name($0) < values.name($1) }) {
      column.offsets[code] = column.places.count
      column.places.append(names.code(for: "\(header): \(values.name(code))"))
    }
    column.places.append(names.code(for: "\(header): not recorded"))
    return column
  }
}

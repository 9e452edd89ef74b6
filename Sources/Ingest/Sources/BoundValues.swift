import QAModel

/// The readings of the spellings of one input: a code of the file's to what it means.
struct BoundValues<Table, Storage: CellStorage>: BoundColumn {
  private let target: WritableKeyPath<Table, Storage>
  private var codes: InputCodes
  /// What each spelling means: by variant, a cell a code.
  private var meanings: [Storage] = []
  private var problems: [[UInt32: Problem]] = []
  private var missing: [[UInt32: Missing]] = []

  init(
    _ target: WritableKeyPath<Table, Storage>, _ input: ColumnInput,
    readBytes: (UnsafeBufferPointer<UInt8>) -> Reading<Storage.Cell>,
    readText: (String) -> Reading<Storage.Cell>
  ) {
    self.target = target
    codes = InputCodes(input)
    switch input {
    case .column(let position, let table): take(Self.all(table.columns[position], readBytes))
    case .columns(let positions, let table):
      for position in positions {
        take(position.map { Self.all(table.columns[$0], readBytes) } ?? [.missing(.blank)])
      }
    case .constant(let cell): take([readText(cell)])
    case .headers(let headers): for header in headers { take([readText(header)]) }
    case .absent: take([.missing(.blank)])
    }
  }

  /// The header's own spelling is read only where a row has it: it would else be a name that no record bears.
  private static func all(
    _ column: RawTable.Column, _ read: (UnsafeBufferPointer<UInt8>) -> Reading<Storage.Cell>
  ) -> [Reading<Storage.Cell>] {
    let unused = column.codes.elements.contains(column.headerCode) ? nil : Int(column.headerCode)
    return (0..<column.spellings.count).map {
      $0 == unused ? .missing(.blank) : read(column.spellings.spelling(UInt32($0)))
    }
  }

  private mutating func take(_ readings: [Reading<Storage.Cell>]) {
    var cells = Storage()
    var kinds: [InputCodes.Kind] = []
    var problems: [UInt32: Problem] = [:]
    var missing: [UInt32: Missing] = [:]
    for (code, reading) in readings.enumerated() {
      switch reading {
      case .value(let value):
        cells.append(value)
        kinds.append(.value)
      case .missing(let reason):
        cells.append(missing: reason)
        kinds.append(reason == .blank ? .blank : .missing)
        missing[UInt32(code)] = reason
      case .unreadable(let problem):
        cells.append(missing: .unreadable)
        kinds.append(.unreadable)
        problems[UInt32(code)] = problem
      }
    }
    meanings.append(cells)
    codes.append(kinds)
    self.problems.append(problems)
    self.missing.append(missing)
  }

  func faultyPlaces(_ selection: RowSelection, blank: Bool, missing: Bool, unreadable: Bool) -> [Int] {
    guard blank && codes.hasBlank || missing && codes.hasMissing || unreadable && codes.hasUnreadable else {
      return []
    }
    return codes.places(selection) { kind in
      switch kind {
      case .value: false
      case .blank: blank
      case .missing: missing
      case .unreadable: unreadable
      }
    }
  }

  func fault(row: Int, variant: Int) -> CellFault? {
    let (list, code) = (codes.list(variant), codes.code(row: row, variant: variant))
    if let problem = problems[list][code] { return .unreadable(problem) }
    return missing[list][code].map { .missing($0) }
  }

  func isBlank(row: Int, variant: Int) -> Bool { codes.kind(row: row, variant: variant) == .blank }

  func original(row: Int, variant: Int) -> String { codes.original(row: row, variant: variant) }

  func append(_ selection: RowSelection, to table: inout Table) {
    // Taken out of the table, so that it has one owner while it grows.
    var column = table[keyPath: target]
    table[keyPath: target] = Storage()
    codes.forEachRun(selection) { list, run in column.append(meanings[list], at: run) }
    table[keyPath: target] = column
  }
}

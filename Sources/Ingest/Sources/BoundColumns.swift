import QAModel

/// The readings of the spellings of one input: a code of the file's to what it means.
struct BoundValues<Table, Storage: CellStorage>: BoundColumn {
  private let target: WritableKeyPath<Table, Storage>
  private let input: ColumnInput
  /// By variant, then by code. One variant for a usual column.
  private var readings: [[Reading<Storage.Cell>]] = []
  private(set) var hasMissing = false
  private(set) var hasUnreadable = false

  init(
    _ target: WritableKeyPath<Table, Storage>, _ input: ColumnInput,
    readBytes: (UnsafeBufferPointer<UInt8>) -> Reading<Storage.Cell>,
    readText: (String) -> Reading<Storage.Cell>
  ) {
    self.target = target
    self.input = input
    switch input {
    case .column(let position, let table): take(Self.all(table.columns[position].spellings, readBytes))
    case .columns(let positions, let table):
      for position in positions {
        take(position.map { Self.all(table.columns[$0].spellings, readBytes) } ?? [.missing(.blank)])
      }
    case .constant(let cell): take([readText(cell)])
    case .headers(let headers): for header in headers { take([readText(header)]) }
    case .absent: readings = [[.missing(.blank)]]
    }
  }

  private static func all(
    _ spellings: SpellingTable, _ read: (UnsafeBufferPointer<UInt8>) -> Reading<Storage.Cell>
  ) -> [Reading<Storage.Cell>] {
    (0..<spellings.count).map { read(spellings.spelling(UInt32($0))) }
  }

  private mutating func take(_ readings: [Reading<Storage.Cell>]) {
    self.readings.append(readings)
    for reading in readings {
      switch reading {
      case .value: break
      case .missing: hasMissing = true
      case .unreadable: hasUnreadable = true
      }
    }
  }

  private func code(row: Int, variant: Int) -> Int {
    switch input {
    case .column(let position, let table): Int(table.columns[position].codes[row])
    case .columns(let positions, let table):
      positions[variant].map { Int(table.columns[$0].codes[row]) } ?? 0
    case .constant, .headers, .absent: 0
    }
  }

  private func place(_ variant: Int) -> Int { readings.count == 1 ? 0 : variant }

  func fault(row: Int, variant: Int) -> CellFault? {
    switch readings[place(variant)][code(row: row, variant: variant)] {
    case .value: nil
    case .missing(let missing): .missing(missing)
    case .unreadable(let problem): .unreadable(problem)
    }
  }

  func original(row: Int, variant: Int) -> String {
    switch input {
    case .column(let position, let table): table.cell(row, position)
    case .columns(let positions, let table): positions[variant].map { table.cell(row, $0) } ?? ""
    case .constant(let cell): cell
    case .headers(let headers): headers[variant]
    case .absent: ""
    }
  }

  func append(_ selection: RowSelection, to table: inout Table) {
    // Taken out of the table, so that it has one owner while it grows.
    var column = table[keyPath: target]
    table[keyPath: target] = Storage()
    defer { table[keyPath: target] = column }
    func take(_ reading: Reading<Storage.Cell>) {
      switch reading {
      case .value(let value): column.append(value)
      case .missing(let missing): column.append(missing: missing)
      case .unreadable: column.append(missing: .unreadable)
      }
    }
    if case .column(let position, let raw) = input {
      let codes = raw.columns[position].codes
      let readings = readings[0]
      for row in selection.rows { take(readings[Int(codes[Int(row)])]) }
      return
    }
    for index in 0..<selection.count {
      let variant = selection.variant(index)
      take(readings[place(variant)][code(row: Int(selection.rows[index]), variant: variant)])
    }
  }
}

/// Free text, which stays as it was written, in the dataset's store.
struct BoundText<Table>: BoundColumn {
  let target: WritableKeyPath<Table, TextColumn>
  let input: ColumnInput
  let words: ColumnWords
  let hasUndecodable: Bool
  /// Where the file's text begins in the dataset's store.
  let base: UInt64

  var hasMissing: Bool { false }
  var hasUnreadable: Bool { hasUndecodable }

  private func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    guard case .column(let position, let table) = input else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let column = table.columns[position]
    return UnsafeBufferPointer(
      rebasing: table.text.elements[Int(column.at[row])...].prefix(Int(column.length[row])))
  }

  func fault(row: Int, variant: Int) -> CellFault? {
    UTF8Scanner.isValid(bytes(row)) ? nil : .unreadable(.undecodable)
  }

  func original(row: Int, variant: Int) -> String { String(decoding: bytes(row), as: UTF8.self) }

  func append(_ selection: RowSelection, to table: inout Table) {
    var column = table[keyPath: target]
    table[keyPath: target] = TextColumn()
    defer { table[keyPath: target] = column }
    guard case .column(let position, let raw) = input else {
      for _ in 0..<selection.count { column.appendBlank() }
      return
    }
    let (at, length) = (raw.columns[position].at, raw.columns[position].length)
    for row in selection.rows {
      let row = Int(row)
      if isBlank(bytes(row)) || hasUndecodable && fault(row: row, variant: 0) != nil {
        column.appendBlank()
      } else {
        column.append(at: base + at[row], length: length[row])
      }
    }
  }

  /// Empty, spaces, or a sign that nothing was written.
  private func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count < 32 else { return false }
    if text.isEmpty { return true }
    let key = Fold.cell(String(decoding: text, as: UTF8.self))
    return key.isEmpty || MissingTokens.names[key] != nil || words.missing[key] != nil
  }
}

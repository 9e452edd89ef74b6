import QAModel

/// Makes the table of one dataset out of its exports, earliest first, with the account of their rows.
struct TableAssembler<Table> {
  /// Diagnostics of single rows and cells are listed up to this many a dataset; counts are always whole.
  static var mostListed: Int { 100_000 }

  private let source: TableSource<Table>
  private let workspace: Workspace
  private let settings: DatasetSettings
  private let names: NameBook
  private var table: Table
  private var parts: [ExportPart] = []
  private var diagnostics: [Diagnostic] = []
  private var cellDiagnostics: [CellDiagnostic] = []
  private var listed = 0
  /// The exports read, by their place in `Dataset.files`: what they are called, and their headers that nothing is read
  /// from.
  private var read: [UInt16: (path: String, unread: [String])] = [:]
  /// Rows that were replaced, each with the next row of its record.
  private var replacements: [(earlier: Int, later: Int)] = []

  /// A cell that its row is kept without. Said only if no later export replaces the row.
  private struct CellDiagnostic {
    var row: Int
    var part: Int
    var id: String
    /// `nil` beyond what is listed.
    var diagnostic: Diagnostic?
  }

  init(_ source: TableSource<Table>, _ workspace: Workspace, _ names: NameBook) {
    self.source = source
    self.workspace = workspace
    self.names = names
    settings = workspace.datasets[source.kind] ?? DatasetSettings()
    table = source.empty
  }

  /// What all exports together came to.
  struct Result {
    var table: Table
    var reconciliation: [Reconciliation]
    var diagnostics: [Diagnostic]
  }

  /// - Parameter isLeftOut: whether none of the rows counts, as they are another edition's.
  mutating func add(_ export: RawExport, isLeftOut: Bool = false, text: inout TextStore) {
    var decoding = ColumnDecoding(
      workspace: workspace, settings: settings, names: names, dateOrder: workspace.dateOrder,
      hasUndecodable: export.hasUndecodable, textBase: UInt64(text.bytes.count))
    let inputs = ExportInputs(source, export, settings)
    decoding.dateOrder = dateOrder(inputs, export)
    decoding.commaMayBeDecimal = export.delimiter == UInt8(ascii: ";") || hasDecimalComma(inputs)
    var reading = ExportReading(
      source: source, export: export, inputs: inputs,
      bound: source.columns.enumerated().map { index, column in
        column.bind(inputs.inputs[index], decoding, ColumnWords(settings, column: column.name))
      }, settings: settings, isLeftOut: isLeftOut)
    reading.judge()
    read[export.file] = (export.path, export.header.unread)
    take(reading)
    text.append(run: export.table.takeText())
  }

  /// Decides the order of day and month from every date of the file, and says so where nothing tells.
  private mutating func dateOrder(
    _ inputs: ExportInputs<Table>, _ export: RawExport
  ) -> Workspace.DateOrder {
    var evidence = DateOrderEvidence()
    for (index, column) in source.columns.enumerated() where column.isDate {
      guard case .column(let position, let table) = inputs.inputs[index] else { continue }
      let spellings = table.columns[position].spellings
      for code in 0..<spellings.count {
        evidence.take(String(decoding: spellings.spelling(UInt32(code)), as: UTF8.self))
      }
    }
    if let diagnostic = evidence.yearInDoubt(file: export.path) { diagnostics.append(diagnostic) }
    let decision = evidence.decision(otherwise: workspace.dateOrder)
    if let diagnostic = decision.diagnostic(evidence, file: export.path) { diagnostics.append(diagnostic) }
    return decision.order
  }

  /// Whether any number of the file is written with a decimal comma.
  private func hasDecimalComma(_ inputs: ExportInputs<Table>) -> Bool {
    for (index, column) in source.columns.enumerated() {
      guard case .numbers = column.nature else { continue }
      for (position, table) in inputs.inputs[index].columns {
        let spellings = table.columns[position].spellings
        for code in 0..<spellings.count
        where NumberDecoder.hasDecimalComma(
          String(decoding: spellings.spelling(UInt32(code)), as: UTF8.self))
        {
          return true
        }
      }
    }
    return false
  }

  private mutating func take(_ reading: ExportReading<Table>) {
    let firstRow = table[keyPath: source.origin].count
    let kept = reading.keptPlaces
    let selection = kept.map(reading.selection.at) ?? reading.selection
    table[keyPath: source.origin].append(
      contentsOf: selection.rows.lazy.map { row in
        Origin(file: reading.export.file, line: reading.export.table.lines[Int(row)])
      })
    for (index, column) in reading.bound.enumerated() {
      column.append(selection, to: &table)
      // Where no cell is at fault none will be asked for again: room for the next column.
      if reading.isFaultless, source.refine == nil,
        case .column(let position, let raw) = reading.inputs.inputs[index]
      {
        raw.releaseCells(position)
      }
    }
    if let refine = source.refine {
      diagnostics += refine(
        &table,
        ReadRows(
          file: reading.export.path, firstRow: firstRow, selection: selection, bound: reading.bound,
          framework: workspace.framework, names: names, absent: reading.inputs.absentColumns(source),
          isInPercent: reading.inputs.layout?.isOpenData ?? false))
    }
    diagnostics += reading.fileDiagnostics
    for fault in reading.rowFaults where listed < Self.mostListed {
      diagnostics.append(reading.diagnostic(of: fault, rejectsRow: true))
      listed += 1
    }
    if !reading.cellFaults.isEmpty {
      var rowOfPlace: [Int: Int] = [:]
      for (offset, place) in (kept ?? Array(0..<selection.count)).enumerated() {
        rowOfPlace[place] = firstRow + offset
      }
      for fault in reading.cellFaults {
        guard let row = rowOfPlace[fault.place] else { continue }
        let isListed = listed < Self.mostListed
        if isListed { listed += 1 }
        cellDiagnostics.append(
          CellDiagnostic(
            row: row, part: parts.count, id: reading.id(of: fault),
            diagnostic: isListed ? reading.diagnostic(of: fault, rejectsRow: false) : nil))
      }
    }
    parts.append(ExportPart(reading, rows: selection.rows, firstRow: firstRow))
  }

  /// Lets the later of two rows of one record stand, and gives the account of every row.
  mutating func finish(_ text: TextStore) -> Result {
    let isKept = latestRows()
    let twins = twins(text)
    tellOfDiffering(twins)
    if let isKept {
      let rows = isKept.indices.filter { isKept[$0] }
      let origin = table[keyPath: source.origin]
      table[keyPath: source.origin] = rows.map { origin[$0] }
      for column in source.columns { column.keep(&table, rows) }
    }
    for part in parts.indices { parts[part].settle(isKept, twins) }
    for cell in cellDiagnostics where isKept?[cell.row] ?? true {
      parts[cell.part].reconciliation.cellRejects[cell.id, default: 0] += 1
      if let diagnostic = cell.diagnostic { diagnostics.append(diagnostic) }
    }
    return Result(table: table, reconciliation: parts.map(\.reconciliation), diagnostics: diagnostics)
  }

  /// Whether each row is the latest of its record; `nil` where no record comes twice.
  private mutating func latestRows() -> [Bool]? {
    guard let key = source.key else { return nil }
    let count = table[keyPath: source.origin].count
    var latest: [RecordKey: Int] = [:]
    latest.reserveCapacity(count)
    var isKept: [Bool]?
    for row in 0..<count {
      guard let key = key(table, row) else { continue }
      guard let earlier = latest.updateValue(row, forKey: key) else { continue }
      var flags = isKept ?? Array(repeating: true, count: count)
      isKept = nil
      flags[earlier] = false
      replacements.append((earlier, row))
      isKept = flags
    }
    return isKept
  }

  /// What the replaced rows have in common with the rows that stand in for them.
  private func twins(_ text: TextStore) -> ReplacedRows {
    guard !replacements.isEmpty else { return ReplacedRows() }
    let context = PrintContext(names: names.names, text: text)
    let earlier = source.contentPrints(table, rows: replacements.map(\.earlier), context)
    let later = source.contentPrints(table, rows: replacements.map(\.later), context)
    let origin = table[keyPath: source.origin]
    var rows = ReplacedRows()
    for (place, pair) in replacements.enumerated() {
      if earlier[place] == later[place] { rows.identical.insert(pair.earlier) }
      if origin[pair.earlier].file == origin[pair.later].file { rows.repeatedInFile.insert(pair.earlier) }
    }
    return rows
  }

  /// Says of each row that another of its own export stands in for, and that is not the same as that one.
  private mutating func tellOfDiffering(_ rows: ReplacedRows) {
    let origin = table[keyPath: source.origin]
    for row in rows.differingInFile.sorted() where listed < Self.mostListed {
      listed += 1
      let export = read[origin[row].file]
      let unread = export?.unread ?? []
      diagnostics.append(
        Diagnostic(
          id: Reconciliation.differingID, severity: .warning,
          location: SourceLocation(file: export?.path ?? "", line: Int(origin[row].line)),
          summary:
            "another row of the file has the same \(source.keyNames.joined(separator: ", ")) and differs from it; only the last of them counts",
          explanation: "a later row of one export is taken for a correction of an earlier one",
          suggestion: unread.isEmpty
            ? "export each record once, or check that the last row is the right one"
            : "the rows may be told apart by a column that is not read (\(unread.prefix(12).joined(separator: ", "))\(unread.count > 12 ? " …" : "")): export one row a record, added up over it, or say under columns in qareport.yaml what it is"
        ))
    }
  }
}

/// Rows of a table that a later row of their record stands in for.
struct ReplacedRows {
  /// The row that comes next is in the same export, and is not the same.
  var differingInFile: Set<Int> { repeatedInFile.subtracting(identical) }

  /// The same in every cell as the row that comes next.
  var identical: Set<Int> = []
  /// The row that comes next is in the same export.
  var repeatedInFile: Set<Int> = []
}

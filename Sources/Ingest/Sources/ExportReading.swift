import QAModel

/// One export with its spellings read: judges every row and cell.
struct ExportReading<Table> {
  /// A cell that is blank where it must not be, or unreadable.
  struct Fault {
    /// Its place in the selection.
    var place: Int
    var column: Int
    var fault: CellFault
  }

  let source: TableSource<Table>
  let export: RawExport
  let inputs: ExportInputs<Table>
  let bound: [any BoundColumn<Table>]
  private(set) var verdicts: RowVerdicts
  private(set) var selection: RowSelection
  /// Faults that cost their row.
  private(set) var rowFaults: [Fault] = []
  /// Faults that cost their cell; of rows set aside too.
  private(set) var cellFaults: [Fault] = []
  private(set) var fileDiagnostics: [Diagnostic] = []
  /// Places of a wide export whose one record could not be read.
  private var lostPlaces: Set<Int> = []

  init(
    source: TableSource<Table>, export: RawExport, inputs: ExportInputs<Table>,
    bound: [any BoundColumn<Table>], settings: DatasetSettings, isLeftOut: Bool
  ) {
    self.source = source
    self.export = export
    self.inputs = inputs
    self.bound = bound
    verdicts = RowVerdicts(export.table.rowCount)
    if isLeftOut {
      for row in 0..<verdicts.count { verdicts.setAside(row, RowVerdicts.outsideScope) }
    }
    verdicts.leaveOut(settings.rows, of: export)
    if export.lastRowIsCut { verdicts.setAside(export.table.rowCount - 1, Self.cutID) }
    selection = inputs.selection(verdicts, bound)
  }

  static var cutID: String { "ingest.csv.cut" }

  func brokenID(_ index: Int) -> String {
    export.isCutInCell && index == export.broken.count - 1 ? Self.cutID : "ingest.csv.stray_quote"
  }

  /// Whether no cell of it has anything the matter.
  var isFaultless: Bool { rowFaults.isEmpty && cellFaults.isEmpty }

  /// The places of the selection that become rows of the table; `nil` where all do.
  var keptPlaces: [Int]? {
    if rowFaults.isEmpty, lostPlaces.isEmpty, export.account.surplusRows.isEmpty { return nil }
    return (0..<selection.count).filter {
      verdicts.isFine(Int(selection.rows[$0])) && !lostPlaces.contains($0)
    }
  }

  mutating func judge() {
    for (number, column) in source.columns.enumerated() { judge(column, number) }
    setSurplusAside()
    setEmptyAside()
    describeStructure()
  }

  private mutating func judge(_ column: ColumnSpec<Table>, _ number: Int) {
    let isVariant = inputs.isVariant(number)
    var reported: UInt32?
    for place in column.faultyPlaces(bound[number], selection) {
      let row = selection.rows[place]
      // A cell of a wide export stands for each record of its row; it is at fault once.
      if !isVariant, reported == row { continue }
      guard let fault = bound[number].fault(row: Int(row), variant: selection.variant(place)) else {
        continue
      }
      let cost = column.cost(of: fault)
      if cost == .nothing { continue }
      reported = row
      let found = Fault(place: place, column: number, fault: fault)
      if cost == .cell {
        cellFaults.append(found)
      } else {
        rowFaults.append(found)
        if isVariant { lostPlaces.insert(place) } else { verdicts.setAside(Int(row), id(of: found)) }
      }
    }
  }

  /// A row with more cells than the header has columns may have slipped to the right: kept only if all else in
  /// it can be read.
  private mutating func setSurplusAside() {
    guard !export.account.surplusRows.isEmpty else { return }
    let surplus = Set(export.account.surplusRows)
    let faulty = Set(cellFaults.map { Int(selection.rows[$0.place]) }).intersection(surplus)
    for row in surplus.sorted() {
      let location = SourceLocation(file: export.path, line: export.line(row))
      if faulty.contains(row) || !verdicts.isFine(row) {
        guard verdicts.isFine(row) else { continue }
        verdicts.setAside(row, "ingest.row.too_long")
        fileDiagnostics.append(
          Diagnostic(
            id: "ingest.row.too_long", severity: .error, location: location,
            summary: "the row has more cells than the header has columns, and some of them cannot be read",
            explanation: "a comma in a text that is not in quotation marks pushes what follows to the right",
            suggestion: "put the text in quotation marks", rejectsRow: true))
      } else {
        fileDiagnostics.append(
          Diagnostic(
            id: "ingest.row.longer_than_header", severity: .note, location: location,
            summary: "something is written to the right of the last header, and is not read"))
      }
    }
  }

  /// A row that could hold several records and holds none: outside the scope of an open-data file, or left empty.
  private mutating func setEmptyAside() {
    guard let layout = inputs.layout else { return }
    let held = Set(selection.rows)
    for row in 0..<verdicts.count where verdicts.isFine(row) && !held.contains(UInt32(row)) {
      verdicts.setAside(row, layout.isOpenData ? RowVerdicts.outsideScope : "ingest.row.no_cells")
      if layout.isOpenData { continue }
      fileDiagnostics.append(
        Diagnostic(
          id: "ingest.row.no_cells", severity: .warning,
          location: SourceLocation(file: export.path, line: export.line(row)),
          summary: "every cell of the row that could be a record is blank",
          suggestion: "fill the row in or delete it", rejectsRow: true))
    }
  }

  private mutating func describeStructure() {
    for (index, record) in export.broken.enumerated() {
      let isCut = brokenID(index) == Self.cutID
      let header = record.field < export.header.names.count ? export.header.names[record.field] : ""
      fileDiagnostics.append(
        Diagnostic(
          id: brokenID(index), severity: .error,
          location: SourceLocation(
            file: export.path, line: Int(record.openedOn), column: header.isEmpty ? nil : header),
          summary: isCut
            ? "the file ends in the middle of a cell that a quotation mark opens on this line"
            : record.isTooLong
              ? "the cell is longer than any that is read, as where a quotation mark opens it and none closes it"
              : record.heldRecords
                ? "a quotation mark opens a cell that would hold whole records of the lines below"
                : "a quotation mark stands where none may, or opens a cell and never closes it",
          explanation: isCut
            ? "the export was probably cut short, and rows after this one may be missing"
            : record.heldRecords
              ? "the lines up to the next mark divide into cells as records do; reading went on with the next line"
              : "the record cannot be divided into cells; reading went on with the next line",
          suggestion: isCut
            ? "export the file again"
            : "take the mark out, or double it and put the whole cell in marks"
              + (record.isTooLong ? "; if the cell is right, raise cell under limits in qareport.yaml" : ""),
          rejectsRow: true))
    }
    if export.lastRowIsCut {
      fileDiagnostics.append(
        Diagnostic(
          id: Self.cutID, severity: .error,
          location: SourceLocation(file: export.path, line: export.line(export.table.rowCount - 1)),
          summary: "the file ends in the middle of a row",
          explanation: "the export was probably cut short, and rows after this one may be missing",
          suggestion: "export the file again", rejectsRow: true))
    }
  }

  // MARK: Words

  func id(of fault: Fault) -> String {
    switch fault.fault {
    case .unreadable(let problem): problem.id
    case .missing: "ingest.cell.blank"
    }
  }

  func diagnostic(of fault: Fault, rejectsRow: Bool) -> Diagnostic {
    let row = Int(selection.rows[fault.place])
    let variant = selection.variant(fault.place)
    let location = SourceLocation(
      file: export.path, line: export.line(row), column: inputs.header(fault.column, variant, in: export))
    // One record of a wide row is lost, not the row.
    let isRow = rejectsRow && !inputs.isVariant(fault.column)
    switch fault.fault {
    case .unreadable(let problem):
      return Diagnostic(
        id: problem.id, severity: isRow ? .error : .warning, location: location, summary: problem.summary,
        explanation: problem.explanation, suggestion: problem.suggestion,
        value: bound[fault.column].original(row: row, variant: variant), rejectsRow: isRow,
        rejectsCell: !isRow)
    case .missing:
      return Diagnostic(
        id: id(of: fault), severity: isRow ? .error : .warning, location: location,
        summary: "nothing is written in \(source.columns[fault.column].name)",
        explanation: isRow ? "without it the record cannot be told from others or belongs to no period" : nil,
        suggestion: "fill it in where the record is kept and export again", value: "", rejectsRow: isRow)
    }
  }
}

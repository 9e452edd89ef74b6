import QAModel

/// What one export gave to the table of its dataset, and the account of its rows.
struct ExportPart {
  var reconciliation: Reconciliation
  /// The row of the file behind each row of the table.
  private let rows: [UInt32]
  private let firstRow: Int
  private let verdicts: RowVerdicts

  init<Table>(_ reading: ExportReading<Table>, rows: [UInt32], firstRow: Int) {
    self.rows = rows
    self.firstRow = firstRow
    verdicts = reading.verdicts
    let export = reading.export
    var account = Reconciliation(file: export.path, dataset: reading.source.kind)
    account.notData = export.account.notData
    if export.header.titles > 0 { account.notData[.title, default: 0] += export.header.titles }
    if export.header.blanks > 0 { account.notData[.blank, default: 0] += export.header.blanks }
    for (index, _) in export.broken.enumerated() {
      account.setAside[reading.brokenID(index), default: 0] += 1
    }
    // One record of a wide row is a cell of the file.
    for fault in reading.rowFaults where reading.inputs.isVariant(fault.column) {
      account.cellRejects[reading.id(of: fault), default: 0] += 1
    }
    account.rowsRead = export.table.rowCount + export.broken.count + account.notDataTotal
    reconciliation = account
  }

  /// Counts the rows of the file, once it is known which rows of the table stand. A row that gave several
  /// records is used if any of them is.
  mutating func settle(_ isKept: [Bool]?, _ replaced: ReplacedRows) {
    var isUsed = Array(repeating: false, count: verdicts.count)
    var isReplaced = isUsed
    var isIdentical = Array(repeating: true, count: isUsed.count)
    var isRepeated = isUsed
    let differing = replaced.differingInFile
    var isDiffering = isUsed
    for (offset, row) in rows.enumerated() {
      if isKept?[firstRow + offset] ?? true {
        isUsed[Int(row)] = true
      } else {
        isReplaced[Int(row)] = true
        if !replaced.identical.contains(firstRow + offset) { isIdentical[Int(row)] = false }
        if replaced.repeatedInFile.contains(firstRow + offset) { isRepeated[Int(row)] = true }
        if differing.contains(firstRow + offset) { isDiffering[Int(row)] = true }
      }
    }
    for row in 0..<verdicts.count {
      if let reason = verdicts.reason(row) {
        reconciliation.setAside[reason, default: 0] += 1
      } else if isUsed[row] {
        reconciliation.used += 1
      } else if isReplaced[row] {
        reconciliation.replaced += 1
        if isIdentical[row] { reconciliation.identical += 1 }
        if isRepeated[row] { reconciliation.repeatedInFile += 1 }
        if isDiffering[row] { reconciliation.differingInFile += 1 }
      } else {
        // A row of a wide export whose every record was unreadable.
        reconciliation.setAside["ingest.row.no_readable_cells", default: 0] += 1
      }
    }
  }
}

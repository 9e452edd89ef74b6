import QAModel

/// Free text, which stays as it was written, in the dataset's store.
struct BoundText<Table>: BoundColumn {
  let target: WritableKeyPath<Table, TextColumn>
  let input: ColumnInput
  let words: ColumnWords
  let hasUndecodable: Bool
  /// Where the file's text begins in the dataset's store.
  let base: UInt64

  func faultyPlaces(_ selection: RowSelection, blank: Bool, missing: Bool, unreadable: Bool) -> [Int] {
    guard hasUndecodable, unreadable else { return [] }
    return (0..<selection.count).filter { fault(row: Int(selection.rows[$0]), variant: 0) != nil }
  }

  func isBlank(row: Int, variant: Int) -> Bool { isBlank(bytes(row)) }

  private func bytes(_ row: Int) -> ArraySlice<UInt8> {
    guard case .column(let position, let table) = input else { return [] }
    let column = table.columns[position]
    return table.text[Int(column.at[row])...].prefix(Int(column.length[row]))
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
      let isShort = length[row] < Self.longestToken
      if isShort && isBlank(bytes(row)) || hasUndecodable && fault(row: row, variant: 0) != nil {
        column.appendBlank()
      } else {
        column.append(at: base + at[row], length: length[row])
      }
    }
  }

  /// No sign that nothing was written is so long.
  private static var longestToken: Int { 32 }

  /// Empty, spaces, or a sign that nothing was written.
  private func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count < Self.longestToken else { return false }
    if text.isEmpty { return true }
    let key = Fold.cell(String(decoding: text, as: UTF8.self))
    return key.isEmpty || MissingTokens.names[key] != nil || words.missing[key] != nil
  }
}

import QAModel

/// All that reading the cells of one file depends on.
struct ColumnDecoding {
  let workspace: Workspace
  let settings: DatasetSettings
  let names: NameBook
  /// Whether the day or the month comes first in this file's dates.
  var dateOrder: Workspace.DateOrder
  /// Whether a comma in this file's numbers may begin decimals.
  var commaMayBeDecimal = false
  /// Whether the file holds bytes that are no characters of its encoding.
  var hasUndecodable = false
  /// Where the file's free text begins in the dataset's store.
  var textBase: UInt64 = 0

  /// Reads one spelling of a column: what the workspace says of its cells goes before the decoder.
  func read<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, of words: ColumnWords, _ decode: (String) -> Reading<Value>
  ) -> Reading<Value> {
    if hasUndecodable, !UTF8Scanner.isValid(bytes) { return .unreadable(.undecodable) }
    return read(String(decoding: bytes, as: UTF8.self), of: words, decode)
  }

  func read<Value>(
    _ cell: String, of words: ColumnWords, _ decode: (String) -> Reading<Value>
  ) -> Reading<Value> {
    let text = Cell.trimmed(cell)
    if text.isEmpty { return .missing(.blank) }
    if words.isEmpty { return decode(text) }
    let key = Fold.cell(text)
    if let missing = words.missing[key] { return .missing(missing) }
    return decode(words.values[key] ?? text)
  }
}

/// What a workspace says about the cells of one column.
struct ColumnWords {
  var values: [String: String] = [:]
  var missing: [String: Missing] = [:]

  init(_ settings: DatasetSettings, column: String) {
    for (cell, meaning) in settings.values[column] ?? [:] { values[Fold.cell(cell)] = meaning }
    for (kind, cells) in settings.missing[column] ?? [:] {
      for cell in cells { missing[Fold.cell(cell)] = kind }
    }
  }

  var isEmpty: Bool { values.isEmpty && missing.isEmpty }
}

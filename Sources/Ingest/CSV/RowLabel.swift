/// Tells from the first written cell of a row whether the row is a total or a footnote below the table.
enum RowLabel {
  /// A quick no for nearly every row: totals begin with t, g, s or o.
  @inline(__always)
  static func mayBeTotal(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = label.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "o"): return label.count < 40
    default: return false
    }
  }

  /// Whole labels only: *Total referrals* is an indicator, *Total* is a total.
  static func isTotal(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    switch Fold.letters(String(decoding: label, as: UTF8.self)) {
    case "total", "totals", "grandtotal", "grandtotals", "subtotal", "subtotals", "overalltotal", "sumtotal",
      "totalrecords", "totalrows", "totalcount", "totalnumber":
      true
    default: false
    }
  }

  /// - Parameter isAlone: whether nothing else is written in the row.
  static func isFootnote(_ label: UnsafeBufferPointer<UInt8>, isAlone: Bool) -> Bool {
    let text = Cell.trimmed(String(decoding: label, as: UTF8.self))
    let lower = text.lowercased()
    let isMarked =
      text.hasPrefix("*") && text.count > 1 || text.hasPrefix("†") || text.hasPrefix("[")
      || openings.contains { opening in
        guard lower.hasPrefix(opening) else { return false }
        let next = lower.dropFirst(opening.count).first
        return next.map { !$0.isLetter } ?? true
      }
    if isMarked { return true }
    guard isAlone else { return false }
    // A sentence alone in its row is a note; a single word or number may be the id of a row left empty.
    return text.contains(" ") || text.utf8.count > 40
  }

  private static let openings = [
    "note", "notes", "source", "sources", "key", "footnote", "footnotes", "end of report", "end of file",
    "report run", "report produced", "run by", "run date", "run on", "printed", "page", "exported",
    "generated",
    "produced by", "produced on", "created by", "extracted", "data extracted", "data as at", "records",
    "rows",
    "row count", "record count", "number of records", "number of rows", "official", "disclaimer", "copyright",
  ]
}

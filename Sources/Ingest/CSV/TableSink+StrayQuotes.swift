/// Cells that a stray quote opened and a later quote closed.
extension TableSink {
  /// A cell that holds records if the rest of its record says so.
  struct Doubt {
    /// Where the cell stands.
    var position: RecordPosition
    /// How many cells stand before the closing quote on its line.
    var cellsBeforeClosing: Int
  }

  /// Looks at a cell over several lines that is about to be taken. Says whether it is taken for records: then nothing
  /// more is taken until reading begins again behind its first line.
  @inline(never)
  static func holdsRecords(
    _ cell: UnsafePointer<UInt8>, _ length: Int, _ index: Int, _ taken: UnsafeMutablePointer<Taken>
  ) -> Bool {
    let swallowed = SwallowedRecords(delimiter: taken.pointee.delimiter, columns: taken.pointee.columnCount)
    let verdict = swallowed.judge(UnsafeBufferPointer(start: cell, count: length), field: index) {
      taken.pointee.table._withUnsafeGuaranteedRef { $0.unfinishedRow(before: index) }
    }
    switch verdict {
    case .text: return false
    case .recordsIfWhole(let cells):
      if taken.pointee.doubt == nil {
        taken.pointee.doubt = Doubt(position: taken.pointee.position, cellsBeforeClosing: cells)
      }
      return false
    case .records:
      taken.pointee.isAtStrayQuote = true
      return true
    }
  }

  /// Settles a doubt once the record has so many fields.
  static func settleDoubt(_ fields: Int, _ taken: UnsafeMutablePointer<Taken>) {
    guard let doubt = taken.pointee.doubt else { return }
    taken.pointee.doubt = nil
    let onClosingLine = doubt.cellsBeforeClosing + fields - doubt.position.fields
    if onClosingLine == taken.pointee.columnCount { goBack(to: doubt, taken) }
  }

  static func goBack(to doubt: Doubt, _ taken: UnsafeMutablePointer<Taken>) {
    taken.pointee.position = doubt.position
    taken.pointee.isAtStrayQuote = true
  }
}

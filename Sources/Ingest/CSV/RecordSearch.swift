/// Finds the cell of a record at which reading failed, and the line after it.
///
/// Everything up to that cell is known to be well formed, so that its quotes can be followed byte by byte.
struct RecordSearch {
  /// The line the record began on.
  var line: UInt32
  /// How many cells of it come before the one at fault.
  var field: Int
  var delimiter: UInt8

  /// Reads on from a place known to begin a line. Gives the line of the cell and the beginning of the line after
  /// it, `nil` where the file ends before one.
  func run(
    in source: TextSource, from start: TextSource.Mark, onLine startLine: UInt32
  ) throws(ReadFailure) -> (openedOn: UInt32, next: TextSource.Mark?) {
    var current = startLine
    var previous: UInt8 = 0
    var ended = 0
    var inQuotes = false
    var openedOn: UInt32?
    var text = try source.read(from: start)
    var into = start.into
    while !text.isEmpty {
      for (offset, byte) in text.enumerated() {
        let beginsLine =
          previous == LineBreaks.lineFeed
          || previous == LineBreaks.carriageReturn && byte != LineBreaks.lineFeed
        previous = byte
        if beginsLine {
          current += 1
          if let openedOn { return (openedOn, TextSource.Mark(piece: source.piece, into: into + offset)) }
        }
        guard openedOn == nil, current >= line else { continue }
        if ended == field {
          openedOn = current
        } else if byte == 0x22 {
          // A pair of quotes within quotes turns it off and on again.
          inQuotes.toggle()
        } else if byte == delimiter, !inQuotes {
          ended += 1
        }
      }
      text = try source.read()
      into = 0
    }
    return (openedOn ?? current, nil)
  }
}

/// Where in the file the records are. Lines are counted from 1.
struct RecordPosition {
  /// The line after the last line break that was seen.
  private(set) var line: UInt32
  /// The line the record began on.
  private(set) var recordLine: UInt32
  /// Fields of the record that have ended.
  private(set) var fields = 0
  private var afterReturn = false

  init(line: UInt32 = 1) {
    self.line = line
    recordLine = line
  }

  /// Whether no record has begun and no line end could go on, as a CR before an LF does.
  var isBetweenRecords: Bool { fields == 0 && !afterReturn }

  /// The line of the record that has begun, or of the one to come.
  var beginningLine: UInt32 { fields == 0 ? line : recordLine }

  @inline(__always)
  mutating func endField(lineBreaks: UInt32) {
    if fields == 0 {
      recordLine = line
      afterReturn = false
    }
    fields += 1
    line += lineBreaks
  }

  /// Ends a record; `false` where the line feed is the second half of a CR LF and ends nothing.
  @inline(__always)
  mutating func endRecord(_ terminator: Int32) -> Bool {
    if terminator == Int32(LineBreaks.lineFeed), afterReturn, fields == 0 {
      afterReturn = false
      return false
    }
    if fields == 0 { recordLine = line }
    afterReturn = terminator == Int32(LineBreaks.carriageReturn)
    if terminator >= 0 { line += 1 }
    fields = 0
    return true
  }
}

/// What takes the records of an export, through libcsv's callbacks.
protocol RecordSink: AnyObject {
  static var endField: CSVParser.FieldCallback { get }
  static var endRecord: CSVParser.RowCallback { get }
  /// What the callbacks are given.
  var state: UnsafeMutableRawPointer { get }
  var position: RecordPosition { get set }
  /// Forgets the cells of the record that has begun.
  func dropRecord()
  /// Whether the cell at `position` was opened by a stray quote, although a later one closed it. Nothing is taken from
  /// then on until the record is dropped.
  var isAtStrayQuote: Bool { get }
  /// Called where the record that has begun cannot be divided into cells, before `position` is asked for.
  func noteSyntaxError()
  /// Called when reading begins again after a record that could not be read.
  func noteRestart()
  /// Whether nothing more is needed of the file.
  var isSatisfied: Bool { get }
}

/// Takes the first records of an export as they are, to find the header among them.
final class HeadSink: RecordSink {
  struct Record: Equatable {
    var line: UInt32
    var cells: [String]

    var isBlank: Bool { cells.allSatisfy { Cell.isBlank($0) } }
    var hasGaps: Bool { cells.contains { Cell.isBlank($0) } }
  }

  private struct Taken {
    let mostRecords: Int
    var position = RecordPosition()
    var records: [Record] = []
    var cells: [String] = []
  }

  private let taken: UnsafeMutablePointer<Taken>

  /// - Parameter mostRecords: titles and blank rows above a header are a handful; what has no header by then has
  ///   none.
  init(mostRecords: Int = 40) {
    taken = .allocate(capacity: 1)
    taken.initialize(to: Taken(mostRecords: mostRecords))
  }

  deinit {
    taken.deinitialize(count: 1)
    taken.deallocate()
  }

  var records: [Record] { taken.pointee.records }
  var state: UnsafeMutableRawPointer { UnsafeMutableRawPointer(taken) }
  var isSatisfied: Bool { taken.pointee.records.count >= taken.pointee.mostRecords }

  var position: RecordPosition {
    get { taken.pointee.position }
    set { taken.pointee.position = newValue }
  }

  func dropRecord() { taken.pointee.cells = [] }
  func noteSyntaxError() {}
  func noteRestart() {}
  /// Without a header nobody knows how many cells a record has.
  var isAtStrayQuote: Bool { false }

  static let endField: CSVParser.FieldCallback = { data, length, state in
    guard let state else { return }
    let taken = state.assumingMemoryBound(to: Taken.self)
    let cell = UnsafeRawBufferPointer(start: data, count: length)
    if taken.pointee.records.count < taken.pointee.mostRecords {
      taken.pointee.cells.append(String(decoding: cell, as: UTF8.self))
    }
    let breaks = cell.withMemoryRebound(to: UInt8.self) { bytes in
      bytes.baseAddress.map { LineBreaks.count(in: $0, length) } ?? 0
    }
    taken.pointee.position.endField(lineBreaks: UInt32(breaks))
  }

  static let endRecord: CSVParser.RowCallback = { terminator, state in
    guard let state else { return }
    let taken = state.assumingMemoryBound(to: Taken.self)
    guard taken.pointee.position.endRecord(terminator) else { return }
    if taken.pointee.records.count < taken.pointee.mostRecords {
      taken.pointee.records.append(
        Record(line: taken.pointee.position.recordLine, cells: taken.pointee.cells))
    }
    taken.pointee.cells = []
  }
}

import Glibc

@testable import Ingest

/// Prints the records of a file as the reader divides it, each cell as its length, a colon and its bytes, to be
/// compared with another reader's. How many bytes are read at a time changes from file to file with its size.
enum RecordPrinting {
  static func run(_ path: String) throws {
    let file = try OpenFile(path, in: AT_FDCWD)
    let finding = try FileSurvey(of: file).finding.get()
    let sink = Sink()
    let readSize = [1, 2, 3, 7, 64, TextSource.usualReadSize][file.size % 6]
    let broken = try RecordReader(
      source: TextSource(file, finding, readSize: readSize), delimiter: UInt8(ascii: ",")
    ).read(into: sink)
    guard broken.isEmpty else { exit(2) }
    sink.output.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, fdopen(STDOUT_FILENO, "w")) }
  }

  private final class Sink: RecordSink {
    var position = RecordPosition()
    var output: [UInt8] = []
    var state: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
    var isSatisfied: Bool { false }
    func dropRecord() {}
    var isAtStrayQuote: Bool { false }
    func noteSyntaxError() {}
    func noteRestart() {}

    static let endField: CSVParser.FieldCallback = { data, length, state in
      guard let state else { return }
      let sink = Unmanaged<Sink>.fromOpaque(state).takeUnretainedValue()
      let cell = UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : length)
      sink.output += Array("\(cell.count):".utf8) + cell
      sink.position.endField(lineBreaks: 0)
    }
    static let endRecord: CSVParser.RowCallback = { terminator, state in
      guard let state else { return }
      let sink = Unmanaged<Sink>.fromOpaque(state).takeUnretainedValue()
      if sink.position.endRecord(terminator) { sink.output.append(UInt8(ascii: "\n")) }
    }
  }
}

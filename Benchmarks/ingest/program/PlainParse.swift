import Glibc

@testable import Ingest

/// The project's parser over a file, with nothing done to the cells.
enum PlainParse {
  static func run(_ path: String) throws {
    let utf8 = EncodingEvidence.Finding(encoding: .utf8, markLength: 0, hasUndecodable: false)
    let source = TextSource(try OpenFile(path, in: AT_FDCWD), utf8)
    let broken = try RecordReader(source: source, delimiter: UInt8(ascii: ",")).read(into: Sink())
    guard broken.isEmpty else { exit(2) }
  }

  private final class Sink: RecordSink {
    static let endField: CSVParser.FieldCallback = { _, _, _ in }
    static let endRecord: CSVParser.RowCallback = { _, _ in }
    var position = RecordPosition()
    var state: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
    func dropRecord() {}
    var isAtStrayQuote: Bool { false }
    func noteSyntaxError() {}
    func noteRestart() {}
    var isSatisfied: Bool { false }
  }
}

import Glibc
public import QAModel

/// A CSV file of comments: its header, and its rows as text.
public struct CommentsFile: Sendable {
  public var columns: [String]
  public var rows: [[String]]

  /// The place of a column, whatever its case and spaces; `nil` where there is none.
  public func column(_ name: String) -> Int? { columns.firstIndex { Slug.make($0) == Slug.make(name) } }

  /// A cell, blank where the row is too short or there is no such column.
  public func cell(_ row: Int, _ column: Int?) -> String {
    guard let column, column < rows[row].count else { return "" }
    return rows[row][column]
  }
}

/// Reads a CSV file of comments as the exports are read: in any of their encodings, divided by any of their
/// delimiters, and a stray quote costs the record it opened and no more.
public struct CommentsFileReader {
  private let readSize: Int

  public init() { self.init(readSize: TextSource.usualReadSize) }

  /// - Parameter readSize: how many bytes are read at a time.
  init(readSize: Int) { self.readSize = readSize }

  /// - Parameter needing: columns without which nothing can be done with the file.
  /// - Returns: the file, and what was not read of it.
  /// - Throws: where it cannot be opened, is no text, or lacks a column that is needed.
  public func read(_ path: String, needing: [String]) throws(IngestError) -> (CommentsFile, [Diagnostic]) {
    do {
      let file = try OpenFile(Self.resolved(path), in: AT_FDCWD)
      let finding: EncodingEvidence.Finding
      switch try FileSurvey(of: file, readSize: readSize).finding {
      case .success(let found): finding = found
      case .failure(let fault):
        throw Self.error(
          path, "this is no CSV file: \(fault.reason.explanation)", suggestion: "save it as CSV")
      }
      let source = TextSource(file, finding, readSize: readSize)
      for delimiter in Self.delimiters {
        let sink = HeadSink(mostRecords: .max)
        let broken = try RecordReader(source: source, delimiter: delimiter).read(into: sink)
        let records = sink.records.filter { !$0.isBlank }
        guard let header = records.first else { continue }
        let found = CommentsFile(
          columns: header.cells.map { Cell.trimmed($0) }, rows: records.dropFirst().map(\.cells))
        if needing.allSatisfy({ found.column($0) != nil }) {
          return (found, broken.map { Self.broken($0, in: path) })
        }
      }
    } catch let failure as ReadFailure {
      throw Self.error(
        path, "the file cannot be read: \(failure.reason)",
        suggestion: "check its name, and that you may read it")
    } catch let error as IngestError {
      throw error
    } catch {
      throw Self.error(path, "the file cannot be read", suggestion: "check its name")
    }
    throw Self.error(
      path, "the file has no columns \(needing.joined(separator: " and "))",
      suggestion: "write them into its first row, divided by commas")
  }

  private static let delimiters = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// The path with its links followed: a file that was named is the user's to choose.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func error(_ path: String, _ summary: String, suggestion: String) -> IngestError {
    IngestError(diagnostics: [
      Diagnostic(
        id: "ingest.comments.unreadable", severity: .error, location: SourceLocation(file: path),
        summary: summary, suggestion: suggestion)
    ])
  }

  private static func broken(_ record: BrokenRecord, in path: String) -> Diagnostic {
    Diagnostic(
      id: "ingest.comments.quote", severity: .warning,
      location: SourceLocation(file: path, line: Int(record.openedOn)),
      summary: "a quotation mark stands where none may, and the row is not read",
      suggestion: "double a quotation mark within a cell, and close each that opens one")
  }
}

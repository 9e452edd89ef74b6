public import QAModel

/// `rejects.csv`: the rows of exports that were set aside and the cells of other rows that could not be read, each with
/// where, what, why and what to do about it.
///
/// Cells as they stood are for `internal` eyes only. Other audiences get how many there are of a file
/// for which reason, named by its id: the words of a reason may quote a cell. The public get how many for which reason,
/// small numbers withheld.
public struct RejectsFile: Sendable {
  public let bytes: [UInt8]
  /// All of them, however many are listed.
  public let total: Int
  /// How many are listed: `total`, or the limit; 0 where the audience gets counts.
  public let listed: Int

  public static let columns = ["file", "line", "column", "value", "reason", "suggestion"]
  public static let countColumns = ["file", "reason", "rows"]
  public static let publicColumns = ["reason", "rows"]

  /// - Parameters:
  ///   - diagnostics: by file and line; those that reject nothing are passed over.
  ///   - limit: the most rows that are listed.
  ///   - suppressUpTo: counts from 1 to this are withheld from the public.
  public init(
    _ diagnostics: [Diagnostic], audience: Audience, limit: Int = 100_000, suppressUpTo: Int = 5
  ) {
    switch audience {
    case .internal:
      var file = CSVWriter()
      file.addHeader(Self.columns)
      var total = 0
      for diagnostic in diagnostics where diagnostic.isReject {
        total += 1
        if total <= limit { Self.list(diagnostic, in: &file) }
      }
      bytes = file.bytes
      self.total = total
      listed = min(total, max(0, limit))
    case .board:
      (bytes, total) = Self.counts(diagnostics)
      listed = 0
    case .public:
      (bytes, total) = Self.publicCounts(diagnostics, suppressUpTo)
      listed = 0
    }
  }

  private static func list(_ diagnostic: Diagnostic, in file: inout CSVWriter) {
    let location = diagnostic.location
    file.addData(location.file)
    file.add(location.line.map { String($0) } ?? "")
    file.addData(location.column ?? "")
    file.addData(diagnostic.value ?? "")
    file.addData(diagnostic.summary + (diagnostic.explanation.map { ": " + $0 } ?? ""))
    file.addData(diagnostic.suggestion ?? "")
    file.endRow()
  }

  private static func counts(_ diagnostics: [Diagnostic]) -> (bytes: [UInt8], total: Int) {
    struct Reason: Hashable {
      var file: String
      var id: String
    }
    var rows: [Reason: Int] = [:]
    for diagnostic in diagnostics where diagnostic.isReject {
      rows[Reason(file: diagnostic.location.file, id: diagnostic.id), default: 0] += 1
    }
    var file = CSVWriter()
    file.addHeader(countColumns)
    for (reason, count) in rows.sorted(by: { ($0.key.file, $0.key.id) < ($1.key.file, $1.key.id) }) {
      file.addData(reason.file)
      file.add(reason.id)
      file.add(String(count))
      file.endRow()
    }
    return (file.bytes, rows.values.reduce(0, +))
  }

  /// By reason alone, since the name of an export may say whose it is.
  private static func publicCounts(_ diagnostics: [Diagnostic], _ suppressUpTo: Int) -> (
    bytes: [UInt8], total: Int
  ) {
    let rows = Dictionary(grouping: diagnostics.filter(\.isReject), by: \.id).mapValues(\.count)
    var file = CSVWriter()
    file.addHeader(publicColumns)
    for (reason, count) in rows.sorted(by: { $0.key < $1.key }) {
      file.add(reason)
      file.add(count <= suppressUpTo ? Shorthand.suppressed.rawValue : String(count))
      file.endRow()
    }
    return (file.bytes, rows.values.reduce(0, +))
  }
}

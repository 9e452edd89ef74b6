/// A comment of a comments file.
struct Comment {
  var id: String
  var source: String
  var service: String
  var date: String
  var text: String

  /// Reads every row that has an id.
  static func read(_ path: String) throws -> [Comment] {
    let file = try CommentsFile(path: path)
    guard let id = file.column("id"), let text = file.column("text") else {
      throw WholeFile.Failure(
        description:
          "\(path): the columns id and text are needed; there are: \(file.columns.joined(separator: ", "))")
    }
    let columns = (source: file.column("source"), service: file.column("service"), date: file.column("date"))
    return file.rows.compactMap { row in
      func cell(_ column: Int?) -> String { column.flatMap { $0 < row.count ? row[$0] : nil } ?? "" }
      guard !cell(id).isEmpty else { return nil }
      return Comment(
        id: cell(id), source: cell(columns.source), service: cell(columns.service), date: cell(columns.date),
        text: cell(text))
    }
  }
}

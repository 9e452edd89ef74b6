import Ingest
import QAModel

/// A comment of a comments file.
struct Comment {
  var id: String
  var source: String
  var service: String
  var date: String
  var text: String

  /// Every row of a file that has an id.
  static func all(of file: CommentsFile) -> [Comment] {
    let columns = ["id", "source", "service", "date", "text"].map(file.column)
    return file.rows.indices.compactMap { row in
      let cells = columns.map { file.cell(row, $0) }
      guard !cells[0].isEmpty else { return nil }
      return Comment(id: cells[0], source: cells[1], service: cells[2], date: cells[3], text: cells[4])
    }
  }
}

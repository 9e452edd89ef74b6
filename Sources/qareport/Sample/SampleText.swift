import Analysis
import QAModel

/// What `sample` prints: how it was drawn and what the sample is like; the list itself, which names children, is in the
/// files alone.
struct SampleText {
  let text: String

  init(_ document: ReportDocument, paint: Paint) {
    var lines = [
      paint.bold(Console.printable("\(document.organisation): \(document.title)")),
      "  " + Console.printable(document.subtitle),
    ]
    for section in document.sections {
      lines += ["", paint.bold(Console.printable(section.title))]
      for block in section.blocks {
        switch block {
        case .paragraph(let paragraph):
          for sentence in paragraph.sentences {
            lines += Layout.wrapped(Console.printable(sentence.plainText), width: paint.width, indent: 2)
          }
        case .table(let table) where table.id != "allocation": lines += Self.lines(table, paint)
        default: break
        }
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The columns that fit a terminal, and below them what the signs stand for.
  private static func lines(_ table: Table, _ paint: Paint) -> [String] {
    let shown = table.columns.indices.filter { !leftOut.contains(table.columns[$0].header) }
    let isText = { (column: Int) in table.columns[column].kind == .text }
    let columns = shown.filter(isText) + shown.filter { !isText($0) }
    let rows =
      [columns.map { shorter[table.columns[$0].header] ?? table.columns[$0].header }]
      + table.rows.map { row in
        columns.map { Layout.shortened(Console.printable(row[$0].value.shown), to: 60) }
      }
    let signs = Shorthand.allCases.filter { sign in
      table.rows.contains { $0.contains { $0.value.shorthand == sign } }
    }
    return Layout.columns(rows, textColumns: columns.count(where: isText), indent: 2)
      + signs.map { paint.faint("  \($0.rawValue) \($0.meaning)") }
  }

  /// Columns that stand in the files alone, and shorter words for others.
  private static let leftOut: Set<String> = ["Could be drawn", "Drawn"]
  private static let shorter = [
    "Group of children": "Group", "Children open": "Open", "Drawn at random": "Drawn",
    "Share of the caseload (%)": "Caseload", "Share of those drawn at random (%)": "Sample",
  ]
}

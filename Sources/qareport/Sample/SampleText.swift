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
    let headers = table.columns.map {
      $0.header.replacing("Share of the caseload (%)", with: "Caseload")
        .replacing("Share of those drawn at random (%)", with: "Sample")
    }
    let left = { (column: Int) in table.columns[column].kind == .text }
    let columns = table.columns.indices.filter { left($0) } + table.columns.indices.filter { !left($0) }
    let rows =
      [columns.map { headers[$0] }]
      + table.rows.map { row in
        columns.map { Layout.shortened(Console.printable(row[$0].value.shown), to: 60) }
      }
    let signs = Shorthand.allCases.filter { sign in
      table.rows.contains { $0.contains { $0.value.shorthand == sign } }
    }
    return Layout.columns(rows, textColumns: columns.count(where: left), indent: 2)
      + signs.map { paint.faint("  \($0.rawValue) \($0.meaning)") }
  }
}

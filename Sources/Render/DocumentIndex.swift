import QAModel

/// Where things are in a document: its tables by name and number, and where the figures that sentences cite stand.
struct DocumentIndex {
  struct Entry {
    var table: Table
    /// Counted from 1 in reading order.
    var number: Int
    /// The outermost section that holds it, by position in `ReportDocument.sections`.
    var part: Int
    /// The section it stands in.
    var section: Section

    /// A cell's place in words: what its row is about, as far as the first columns of text say, and its column.
    func words(row: Int, column: Int) -> String {
      let names = table.columns.prefix { $0.kind == .text }.indices.prefix(3).filter { $0 < column }
      let words = names.map { table.rows[row][$0].value.displayed } + [table.columns[column].header]
      return words.joined(separator: ", ")
    }
  }

  /// A table that a sentence rests on.
  struct Evidence {
    var entry: Entry
    /// The first of the sentence's figures that the table holds.
    var figure: FigureID
    var row: Int
    var column: Int
    /// Whether the figure stands nowhere before, and so has its place in the page there.
    var isFirst: Bool
  }

  private struct Place {
    var table: Int
    var row: Int
    var column: Int
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]
  /// The cells of each cited figure, one a table, in reading order.
  private var places: [FigureID: [Place]] = [:]
  /// The signs that stand in for a value somewhere in the document.
  private(set) var shorthand: Set<Shorthand> = []

  init(_ document: ReportDocument) {
    for section in document.sections { noteSentences(of: section) }
    for (part, section) in document.sections.enumerated() { addTables(of: section, part: part) }
    for fact in document.facts { note(fact.value) }
  }

  subscript(table id: String) -> Entry? { positions[id].map { entries[$0] } }

  var citedFigures: Set<FigureID> { Set(places.keys) }

  /// The tables that carry a sentence of the given part: for each figure the one in the same part, else the first.
  ///
  /// Each table once, in the order the sentence cites them. A figure that no table holds is left out.
  func evidence(for sentence: Sentence, in part: Int) -> [Evidence] {
    var found: [Evidence] = []
    for figure in sentence.cites {
      guard let cells = places[figure], let first = cells.first else { continue }
      let place = cells.first { entries[$0.table].part == part } ?? first
      let entry = entries[place.table]
      guard !found.contains(where: { $0.entry.number == entry.number }) else { continue }
      found.append(
        Evidence(
          entry: entry, figure: figure, row: place.row, column: place.column,
          isFirst: place.table == first.table))
    }
    return found
  }

  private mutating func noteSentences(of section: Section) {
    for block in section.blocks {
      switch block {
      case .table: break
      case .paragraph(let paragraph): note(paragraph.sentences)
      case .list(let paragraphs): for paragraph in paragraphs { note(paragraph.sentences) }
      case .chart(let chart): note([chart.caption])
      }
    }
    for child in section.sections { noteSentences(of: child) }
  }

  private mutating func note(_ sentences: [Sentence]) {
    for sentence in sentences {
      for case .value(let value) in sentence.runs { note(value) }
      for figure in sentence.cites { places[figure] = [] }
    }
  }

  private mutating func note(_ value: Value) {
    // A long text is none of the signs, and texts are many.
    if case .text(let text) = value, text.utf8.count > 16 { return }
    if let sign = value.displayedShorthand { shorthand.insert(sign) }
  }

  private mutating func addTables(of section: Section, part: Int) {
    for case .table(let table) in section.blocks {
      let position = entries.count
      positions[table.id] = position
      entries.append(Entry(table: table, number: position + 1, part: part, section: section))
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          note(cell.value)
          guard !places.isEmpty, let figure = cell.figure, let known = places[figure],
            known.last?.table != position
          else { continue }
          places[figure, default: []].append(Place(table: position, row: row, column: column))
        }
      }
    }
    for child in section.sections { addTables(of: child, part: part) }
  }
}

extension ReportDocument {
  /// How many sections stand before the contents: those at the front that say what is wrong and what it comes to.
  var openingSections: Int { sections.prefix { $0.role == .alert || $0.role == .summary }.count }
}

extension Sentence {
  /// The sentence without its full stop, and whether it had one: what it rests on is named before it.
  var runsBeforeStop: (runs: [Run], stop: Bool) {
    guard case .text(let last) = runs.last, last.hasSuffix(".") else { return (runs, false) }
    return (runs.dropLast() + [.text(String(last.dropLast()))], true)
  }
}

import QAModel

/// Where things are in a document: its tables by name and number, and the tables that hold each figure.
struct DocumentIndex {
  struct Entry {
    var table: Table
    /// Counted from 1 in reading order.
    var number: Int
    /// The outermost section that holds it, by position in `ReportDocument.sections`.
    var part: Int
    /// The section it stands in.
    var section: Section
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]
  private var holders: [FigureID: [Int]] = [:]
  /// The signs that stand in for a value somewhere in the document.
  private(set) var shorthand: Set<Shorthand> = []

  init(_ document: ReportDocument) {
    for (part, section) in document.sections.enumerated() { add(section, part: part) }
    for fact in document.facts { note(fact.value) }
  }

  subscript(table id: String) -> Entry? { positions[id].map { entries[$0] } }

  /// The tables that carry a sentence of the given part: for each figure the one in the same part, else the first.
  ///
  /// Each table once, in the order the sentence cites them. A figure that no table holds is left out.
  func tables(for sentence: Sentence, in part: Int) -> [Entry] {
    var found: [Int] = []
    for figure in sentence.cites {
      guard let tables = holders[figure] else { continue }
      let nearest = tables.first { entries[$0].part == part } ?? tables[0]
      if !found.contains(nearest) { found.append(nearest) }
    }
    return found.map { entries[$0] }
  }

  private mutating func add(_ section: Section, part: Int) {
    for block in section.blocks {
      switch block {
      case .table(let table): add(table, part: part, section: section)
      case .paragraph(let paragraph): note(paragraph)
      case .list(let paragraphs): for paragraph in paragraphs { note(paragraph) }
      case .chart(let chart): note(Paragraph([chart.caption]))
      }
    }
    for child in section.sections { add(child, part: part) }
  }

  private mutating func add(_ table: Table, part: Int, section: Section) {
    let position = entries.count
    positions[table.id] = position
    entries.append(Entry(table: table, number: position + 1, part: part, section: section))
    for row in table.rows {
      for cell in row {
        note(cell.value)
        guard let figure = cell.figure else { continue }
        if holders[figure]?.last != position { holders[figure, default: []].append(position) }
      }
    }
  }

  private mutating func note(_ paragraph: Paragraph) {
    for sentence in paragraph.sentences {
      for case .value(let value) in sentence.runs { note(value) }
    }
  }

  private mutating func note(_ value: Value) {
    if let sign = value.displayedShorthand { shorthand.insert(sign) }
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

import QAModel

/// Writes tables: title as caption, a header for each column and row, source and notes beneath.
struct TableWriter {
  /// Tables up to so many lines of text stand on one printed page.
  private static let linesKeptTogether = 14

  /// Figures that a sentence cites and that have had no cell yet: where each stands first is where links lead.
  var figuresToPlace: Set<FigureID>

  mutating func add(_ table: Table, number: Int, to markup: inout Markup) {
    // Two columns always fit; more may be wider than a phone and scroll in a box of their own.
    let scrolls = table.columns.count > 2
    let length: Markup = Self.lines(of: table) <= Self.linesKeptTogether ? " short" : ""
    markup += "<div class=\"table\(length)\" id=\"t-\(table.id)\">\n"
    addLegend(of: table, to: &markup)
    if scrolls {
      markup += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"tc-\(table.id)\">\n"
    }
    markup += """
      <table\(Self.tableClass(table))>
      <caption id="tc-\(table.id)"><span class="caption"><span class="number" aria-hidden="true">Table \(number) </span>\
      \(table.title)</span></caption>
      <thead><tr>
      """
    for (position, column) in table.columns.enumerated() {
      markup.markup(Self.headerTag(of: column, longest: Self.longestText(position, of: table)))
      markup.text(column.header)
      markup.markup("</th>")
    }
    markup.markup("</tr></thead>\n<tbody>\n")
    for row in table.rows { add(row, columns: table.columns, to: &markup) }
    markup.markup("</tbody></table>\n")
    if scrolls { markup.markup("</div>\n") }
    addFoot(table, to: &markup)
    addDefinitions(of: table, number: number, to: &markup)
    markup.markup("</div>\n")
  }

  /// What the figures are and how one is traced to its rows, behind a summary that opens.
  private func addDefinitions(of table: Table, number: Int, to markup: inout Markup) {
    guard !table.definitions.isEmpty else { return }
    markup += "<details><summary>What the figures in Table \(number) are</summary>\n<ul>\n"
    for definition in table.definitions { markup += "<li>\(definition)</li>\n" }
    markup.markup("</ul>\n")
    let figures = table.rows.lazy.joined().compactMap(\.figure)
    if let first = figures.first {
      markup += """
        <p>The rows behind a figure: <code>qareport trace \(first.slug)</code>, or another name of \
        <code>figures.csv</code>.</p>

        """
    }
    markup.markup("</details>\n")
  }

  /// Many columns are set smaller on paper; where signs say what matters, the words under them are set smaller and closer.
  private static func tableClass(_ table: Table) -> Markup {
    if !table.signNames.isEmpty { return " class=\"matrix\"" }
    return table.columns.count > 9 ? " class=\"many\"" : ""
  }

  /// What the signs in the cells are, for those who see them: the words are in the cells and in other tables.
  private func addLegend(of table: Table, to markup: inout Markup) {
    guard !table.signNames.isEmpty else { return }
    markup += """
      <p class="legend" aria-hidden="true">In each cell, from the left: \(table.signNames.joined(separator: ", ")). \
      <span>\(Self.sign(.good)) good</span> <span>\(Self.sign(.middling)) mixed</span> \
      <span>\(Self.sign(.bad)) a concern</span> <span>\(Self.sign(.unknown)) not enough to say</span></p>

      """
  }

  private static func sign(_ tone: Cell.Tone) -> Markup {
    var sign = Markup()
    sign.markup(mark(tone))
    return sign
  }

  private mutating func add(_ row: [Cell], columns: [Table.Column], to markup: inout Markup) {
    markup.markup("<tr>")
    for (position, cell) in row.enumerated() {
      markup.markup(position == 0 ? "<th scope=\"row\"" : "<td")
      if !figuresToPlace.isEmpty, let figure = cell.figure, figuresToPlace.remove(figure) != nil {
        markup.markup(" id=\"f-")
        markup.text(figure.slug)
        markup.markup("\"")
      }
      if let figure = cell.figure {
        markup.markup(" data-f=\"")
        markup.text(figure.slug)
        markup.markup("\"")
      }
      let shown = cell.value.displayed
      switch columns[position].kind {
      case .count, .percentage, .number: markup.markup(" class=\"n\">")
      case .date: markup.markup(" class=\"d\">")
      case .text where !cell.signs.isEmpty: markup.markup(cell.tone == .unknown ? ">" : " class=\"k\">")
      case .text: markup.markup(Self.textClass(of: shown, hasTone: cell.tone != nil))
      }
      if let tone = cell.tone, cell.signs.isEmpty { markup.markup(Self.mark(tone)) }
      if !cell.signs.isEmpty {
        markup.markup("<span class=\"signs\">")
        for sign in cell.signs { markup.markup(Self.mark(sign)) }
        markup.markup("</span>")
      }
      markup.text(shown)
      if let line = Sparkline(cell.trend) { markup += line.markup }
      markup.markup(position == 0 ? "</th>" : "</td>")
    }
    markup.markup("</tr>\n")
  }

  /// Source, notes, and how much of the list is shown.
  private func addFoot(_ table: Table, to markup: inout Markup) {
    markup += "<p class=\"source\">"
    if let total = table.totalRows, total > table.rows.count {
      markup += "\(Rounding.count(table.rows.count)) of \(Rounding.count(total)) rows are shown. "
    } else if table.rows.count > Self.linesKeptTogether {
      markup += "\(Rounding.count(table.rows.count)) rows. "
    }
    markup += "Source: \(table.source)."
    for note in table.notes { markup += " <a href=\"#note-\(note + 1)\">[note \(note + 1)]</a>" }
    markup.markup("</p>\n")
  }

  /// A sign beside the words, for the eye only: its shape says it as well as its colour.
  private static func mark(_ tone: Cell.Tone) -> StaticString {
    switch tone {
    case .good: "<svg class=\"tone\" aria-hidden=\"true\"><use href=\"#tone-good\"/></svg>"
    case .middling: "<svg class=\"tone\" aria-hidden=\"true\"><use href=\"#tone-middling\"/></svg>"
    case .bad: "<svg class=\"tone\" aria-hidden=\"true\"><use href=\"#tone-bad\"/></svg>"
    case .unknown: "<svg class=\"tone\" aria-hidden=\"true\"><use href=\"#tone-unknown\"/></svg>"
    }
  }

  /// The shapes of the signs, once a page: a full disc, half of one, a triangle, a ring.
  static let toneShapes: Markup = """
    <svg class="shapes" aria-hidden="true" width="0" height="0">\
    <symbol id="tone-good" viewBox="0 0 12 12"><circle class="good" cx="6" cy="6" r="5"/></symbol>\
    <symbol id="tone-middling" viewBox="0 0 12 12"><circle class="ring" cx="6" cy="6" r="4.5"/>\
    <path class="middling" d="M6 1.5a4.5 4.5 0 0 0 0 9z"/></symbol>\
    <symbol id="tone-bad" viewBox="0 0 12 12"><path class="bad" d="M6 .5L11.8 11H.2z"/></symbol>\
    <symbol id="tone-unknown" viewBox="0 0 12 12"><circle class="ring" cx="6" cy="6" r="4.5"/></symbol></svg>

    """

  /// A column of words must not be squeezed to the width of one of them, nor a column of sentences to that of a few.
  private static func headerTag(of column: Table.Column, longest: Int) -> StaticString {
    if column.isNumeric { return "<th scope=\"col\" class=\"n\">" }
    if longest > 48 { return "<th scope=\"col\" class=\"x\">" }
    return longest > longestUnwrapped ? "<th scope=\"col\" class=\"w\">" : "<th scope=\"col\">"
  }

  /// Bytes of the longest text in a column.
  private static func longestText(_ column: Int, of table: Table) -> Int {
    table.rows.reduce(0) { longest, row in
      if case .text(let text) = row[column].value { max(longest, text.utf8.count) } else { longest }
    }
  }

  /// How many lines the rows take on paper, at about 30 letters a cell.
  private static func lines(of table: Table) -> Int {
    table.rows.reduce(0) { lines, row in
      let longest = row.reduce(0) {
        if case .text(let text) = $1.value { max($0, text.utf8.count) } else { $0 }
      }
      return lines + 1 + longest / 30
    }
  }

  /// Texts up to so many bytes stay on one line.
  private static let longestUnwrapped = 12

  /// Ends a tag with what its text needs: room for a sign (`m`), no break (`s`), a break anywhere (`u`).
  private static func textClass(of text: String, hasTone: Bool) -> StaticString {
    if isUnbroken(text) { return hasTone ? " class=\"m u\">" : " class=\"u\">" }
    if text.utf8.count <= longestUnwrapped { return hasTone ? " class=\"m s\">" : " class=\"s\">" }
    return hasTone ? " class=\"m\">" : ">"
  }

  /// Whether a text holds a word too long for a column, which then may be broken anywhere.
  private static func isUnbroken(_ text: String) -> Bool {
    guard text.utf8.count > 24 else { return false }
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: " ") ? 0 : run + 1
      if run > 24 { return true }
    }
    return false
  }
}

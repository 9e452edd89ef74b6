import QAModel

/// Where, how often and with what.
extension ThematicParts {
  private static let source = "Free text of the exports; a record counts once, by its own date and service"
  private static let wayNote =
    "A record that tells it both as a worry and as a strength is in both columns, one that says neither in neither of them."
  private static let areaNote =
    "By the practice areas that the themes of a record speak of: a record can be in several, so that the rows do not add up to the total."

  private func table(_ id: String, _ title: String, _ first: String, _ rows: [[Cell]], _ notes: [Int])
    -> Table
  {
    Table(
      id: id, title: "\(title), \(period.short)", source: Self.source, notes: notes,
      columns: [Table.Column(first)] + ThematicFigures.columns, rows: rows)
  }

  mutating func places(notes: inout NoteBook) -> Section {
    let note = notes.position(of: Self.wayNote)
    var blocks: [Block] = []
    if scope.service == nil {
      let rows = findings.services.map {
        [.text(serviceName($0.service))] + figures.cells($0.tally, service: $0.service)
      }
      blocks.append(
        .table(table("thematic-services", "By service", "Service", rows + [total], [note])))
    }
    if scope.kind == nil {
      let rows = findings.kinds.map {
        [.text(Wording.sentenceCase($0.kind.name))] + figures.cells($0.tally, kind: $0.kind)
      }
      blocks.append(
        .table(table("thematic-sources", "By kind of source", "Source", rows + [total], [note])))
    }
    if !findings.areas.isEmpty {
      var rows = findings.areas.map {
        [.text(framework.practiceAreas[$0.area].name)] + figures.cells($0.tally, area: $0.area)
      }
      if findings.inNoArea.texts > 0 {
        rows.append([.text("No practice area")] + figures.plainCells(findings.inNoArea))
      }
      blocks.append(
        .table(
          table(
            "thematic-areas", "By practice area", "Practice area", rows,
            [note, notes.position(of: Self.areaNote)])))
    }
    return Section(id: "thematic-where", title: "Where it is told, and by whom", blocks: blocks)
  }

  private var total: [Cell] {
    mutating get { [.text("All together")] + figures.cells(findings.all) }
  }

  mutating func quarters(notes: inout NoteBook) -> Section {
    var rows: [[Cell]] = findings.quarters.map { item in
      let part = scope.part(of: item.quarter)
      return [.text(part.short)] + figures.cells(item.tally, quarter: item.quarter)
    }
    if findings.undated.texts > 0 { rows.append([.text("Undated")] + figures.plainCells(findings.undated)) }
    let table = table(
      "thematic-quarters", "By quarter", "Quarter", rows + [total], [notes.position(of: Self.wayNote)])
    var blocks: [Block] = []
    if let chart = chart(table) { blocks.append(.chart(chart)) }
    return Section(id: "thematic-when", title: "How often, and since when", blocks: blocks + [.table(table)])
  }

  /// The share over the quarters with enough text; under three points there is nothing to draw.
  private func chart(_ table: Table) -> Chart? {
    let column = 1 + ThematicFigures.share
    let drawn = findings.quarters.indices.filter { table.rows[$0][column].value.shorthand == nil }
    guard drawn.count >= 3, let first = drawn.first, let last = drawn.last else { return nil }
    let shares = drawn.map { (row: $0, tally: findings.quarters[$0].tally) }
    // By cross products, so that equal shares are equal.
    guard
      let high = shares.max(by: { $0.tally.records * $1.tally.texts < $1.tally.records * $0.tally.texts }),
      let low = shares.min(by: { $0.tally.records * $1.tally.texts < $1.tally.records * $0.tally.texts })
    else { return nil }
    let said = { (row: Int) -> Sentence in
      "\(table.rows[row][column].value) in \(table.rows[row][0].value)"
    }
    return Chart(
      id: "chart-thematic-quarters", title: "Records found of records with text, quarter by quarter",
      kind: .lines, table: table.id, series: [column],
      rows: Array(findings.quarters.indices),
      valueTitle: "Found (%)", categoryTitle: "Quarter",
      alternativeText:
        "Line over \(drawn.count) quarters: \(said(first).plainText) to \(said(last).plainText); highest \(said(high.row).plainText), lowest \(said(low.row).plainText).",
      caption: "Highest \(said(high.row)), lowest \(said(low.row)), last \(said(last)).")
  }

  var together: Section? {
    let listed = findings.companions
    guard !listed.isEmpty else { return nil }
    let (found, others) = (findings.all.records, findings.all.texts - findings.all.records)
    return Section(
      id: "thematic-together", title: "Told together with",
      blocks: [
        .table(
          Table(
            id: "thematic-themes", title: "Themes told by the same records, \(period.short)",
            source:
              "Themes of the records found, beside how often the other records with text tell them",
            columns: [
              Table.Column("Theme"), Table.Column("Records found that tell it", .count),
              Table.Column("Of records found (%)", .percentage),
              Table.Column("Other records that tell it", .count),
              Table.Column("Of other records (%)", .percentage),
            ],
            rows: listed.map { companion in
              [
                .text(themeName(companion.theme)), Cell(.count(companion.together)),
                figures.share(companion.together, of: found), Cell(.count(companion.elsewhere)),
                figures.share(companion.elsewhere, of: others),
              ]
            }))
      ])
  }
}

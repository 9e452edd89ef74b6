import QAModel

/// What the exports held, what became of every row, and what could not be read.
enum DataQualitySection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let accounts = context.dataset.reconciliation
    guard !accounts.isEmpty else { return nil }
    let total = { (count: (Reconciliation) -> Int) in accounts.reduce(0) { $0 + count($1) } }
    let row = { (name: String, dataset: String, of: ((Reconciliation) -> Int) -> Int) -> [Cell] in
      [
        .text(name), .text(dataset), Cell(.count(of(\.rowsRead))), Cell(.count(of(\.used))),
        Cell(.count(of(\.replaced))), Cell(.count(of(\.setAsideTotal))), Cell(.count(of(\.notDataTotal))),
      ]
    }
    let table = Table(
      id: "rows-accounted-for", title: "What became of every row of the exports",
      source:
        "Rows read are those below each export's header. Used, replaced by a later export, set aside and not data add up to them",
      columns: [
        Table.Column("Export"), Table.Column("Read as"), Table.Column("Rows read", .count),
        Table.Column("Used", .count),
        Table.Column("Replaced", .count), Table.Column("Set aside", .count), Table.Column("Not data", .count),
      ],
      rows: [row("All exports", "all datasets", total)]
        + accounts.map { account in row(account.file, account.dataset.shown) { count in count(account) } })
    let used = total(\.used)
    let setAside = total(\.setAsideTotal)
    var blocks: [Block] = [
      .paragraph(
        Paragraph([
          "\(Wording.counted(total(\.rowsRead), "row was", "rows were")) read from \(Wording.counted(accounts.count, "export", "exports")): \(Value.count(used)) used, \(Value.count(total(\.replaced))) replaced by a later export, \(Value.count(setAside)) set aside and \(Value.count(total(\.notDataTotal))) not data (blank, title, header, total and footnote rows)."
        ])), .table(table),
    ]
    if let findings = findings(context.dataset.diagnostics) { blocks.append(.table(findings)) }
    return Section(id: "data-quality", title: "Data quality", role: .reference, blocks: blocks)
  }

  private static func findings(_ diagnostics: [Diagnostic]) -> Table? {
    let kinds = Dictionary(grouping: diagnostics.filter { $0.severity > .note }, by: \.id)
    guard !kinds.isEmpty else { return nil }
    let ordered = kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return Table(
      id: "what-could-not-be-read", title: "What could not be read, by kind",
      source: "Every case is in rejects.csv with its file, line and column",
      columns: [
        Table.Column("Kind"), Table.Column("Cases", .count), Table.Column("Files", .count),
        Table.Column("First seen in"),
      ],
      rows: ordered.map { id, cases in
        [
          .text(id), Cell(.count(cases.count)), Cell(.count(Set(cases.map(\.location.file)).count)),
          .text(cases[0].location.file + (cases[0].location.line.map { ", line \($0)" } ?? "")),
        ]
      })
  }
}

extension DatasetKind {
  /// As readers call it.
  var shown: String { rawValue.split(separator: "_").joined(separator: " ") }
}

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
        Paragraph(
          [
            "\(Wording.counted(total(\.rowsRead), "row was", "rows were")) read from \(Wording.counted(accounts.count, "export", "exports")): \(Value.count(used)) used, \(Value.count(total(\.replaced))) replaced by a later export, \(Value.count(setAside)) set aside and \(Value.count(total(\.notDataTotal))) not data (blank, title, header, total and footnote rows)."
          ] + reasons(context))), .table(table),
    ]
    if let findings = findings(context.dataset.diagnostics) { blocks.append(.table(findings)) }
    return Section(id: "data-quality", title: "Data quality", role: .reference, blocks: blocks)
  }

  /// Why rows were set aside, most first.
  private static func reasons(_ context: ReportContext) -> [Sentence] {
    var rows: [String: Int] = [:]
    for account in context.dataset.reconciliation {
      for (id, count) in account.setAside { rows[id, default: 0] += count }
    }
    guard !rows.isEmpty else { return [] }
    let words = Dictionary(
      context.dataset.diagnostics.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    let parts = rows.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { id, count -> Sentence in
      switch id {
      case "outside_scope": "\(Value.count(count)) outside what the workspace is set to read"
      case "no_cells": "\(Value.count(count)) without any figure"
      default: "\(Value.count(count)) because \(words[id] ?? id)"
      }
    }
    return ["Set aside: \(Wording.listed(parts))."]
  }

  private static func findings(_ diagnostics: [Diagnostic]) -> Table? {
    let kinds = Dictionary(grouping: diagnostics.filter { $0.severity > .note }, by: \.id)
    guard !kinds.isEmpty else { return nil }
    let ordered = kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return Table(
      id: "what-could-not-be-read", title: "What to look at in the exports, by kind",
      source:
        "Rows set aside and cells that could not be read are in rejects.csv, each with its file, line and column",
      columns: [
        Table.Column("Kind"), Table.Column("Cases", .count), Table.Column("Files", .count),
        Table.Column("First seen in"),
      ],
      rows: ordered.map { _, cases in
        [
          .text(Wording.sentenceCase(cases[0].summary)), Cell(.count(cases.count)),
          Cell(.count(Set(cases.map(\.location.file)).count)),
          .text(cases[0].location.file + (cases[0].location.line.map { ", line \($0)" } ?? "")),
        ]
      })
  }
}

extension DatasetKind {
  /// As readers call it.
  var shown: String { rawValue.split(separator: "_").joined(separator: " ") }
}

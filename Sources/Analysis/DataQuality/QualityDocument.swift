public import QAModel

/// The data-quality report as a document: what to see to first, the account of every row, what changed, and each
/// dataset's headers, columns and values.
public struct QualityDocument {
  private let review: QualityReview

  public init(_ review: QualityReview) { self.review = review }

  /// - Parameter limit: the most rows of a table; its total is given where it is cut.
  public func document(limit: Int = .max) -> ReportDocument {
    var sections = [findings, places(limit), rows, changes, dates, links].compactMap(\.self)
    sections += review.profiles.map { profile in
      DatasetQualitySection(profile, files: review.dataset.files).section(limit: limit)
    }
    return ReportDocument(
      title: "Data-quality report", subtitle: review.period?.title ?? "All exports",
      organisation: review.framework.authority, audience: .internal, marking: review.framework.marking,
      asAt: review.asAt,
      facts: [
        ReportDocument.Fact("As at", .date(review.asAt)),
        ReportDocument.Fact("Exports", .count(review.dataset.files.count)),
        ReportDocument.Fact("Rows read", .count(total(\.rowsRead))),
        ReportDocument.Fact("To see to", .count(review.problems.count)),
      ], sections: sections, notes: [])
  }

  private func total(_ count: (Reconciliation) -> Int) -> Int {
    review.dataset.reconciliation.reduce(0) { $0 + count($1) }
  }

  // MARK: What to see to

  private var findings: Section {
    let headline: Sentence =
      review.problems.isEmpty
      ? "Nothing in the exports needs seeing to."
      : "\(Wording.counted(review.problems.count, "thing needs", "things need")) seeing to, the dearest first; \(Wording.counted(review.remarks.count, "more is", "more are")) worth knowing."
    let account: Sentence =
      "\(Wording.counted(total(\.rowsRead), "row was", "rows were")) read from \(Wording.counted(review.dataset.files.count, "export", "exports")): \(Value.count(total(\.used))) used, \(Value.count(total(\.replaced))) replaced by a later export, \(Value.count(total(\.setAsideTotal))) set aside and \(Value.count(total(\.notDataTotal))) not data."
    var blocks: [Block] = [.paragraph(Paragraph([headline, account]))]
    if !review.findings.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "what-to-see-to", title: "What to see to, the dearest first",
            source:
              "Every kind of fault found in the exports and in the settings, with each place in the next table",
            columns: [
              Table.Column("No."), Table.Column("What"), Table.Column("Dataset"),
              Table.Column("What it costs"),
              Table.Column("Cases", .count), Table.Column("First place"), Table.Column("What to do"),
            ],
            rows: review.findings.enumerated().map { index, finding in
              [
                .text("\(index + 1)"), Cell(.text(finding.what), tone: finding.isProblem ? .bad : nil),
                .text(
                  finding.datasets.isEmpty ? "the workspace" : Wording.listed(finding.datasets.map(\.shown))),
                .text(finding.costs),
                Cell(.count(finding.count)), .text(finding.places.first?.shown ?? "all of it"),
                .text(Wording.sentenceCase(finding.suggestion ?? "Nothing, unless it surprises you")),
              ]
            })))
    }
    return Section(id: "see-to", title: "What to see to first", role: .summary, blocks: blocks)
  }

  /// Every place of every finding.
  private func places(_ limit: Int) -> Section? {
    let rows = review.findings.enumerated().flatMap { index, finding in
      finding.places.map { place -> [Cell] in
        [
          .text("\(index + 1)"), .text(place.location.file),
          place.location.line.map { Cell(.count($0)) } ?? Cell(.notApplicable),
          .text(place.location.column ?? finding.columns.first ?? "the whole file"),
          .text(place.value.flatMap { $0.isEmpty ? nil : $0 } ?? "nothing is written"),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    let table = Table(
      id: "places", title: "Every place where something was found",
      source:
        "The numbers are those of the table above; lines are counted from 1, titles and header included",
      columns: [
        Table.Column("No."), Table.Column("Export"), Table.Column("Line", .count), Table.Column("Column"),
        Table.Column("What stands there"),
      ], rows: rows)
    return Section(
      id: "places-found", title: "Where", role: .reference, blocks: [.table(table.cut(to: limit))])
  }

  // MARK: Rows

  private var rows: Section? {
    let accounts = review.dataset.reconciliation
    guard !accounts.isEmpty else { return nil }
    let kinds = review.dataset.kinds
    let row = { (name: String, more: [Cell], accounts: [Reconciliation]) -> [Cell] in
      let count = { (of: (Reconciliation) -> Int) in Cell(.count(accounts.reduce(0) { $0 + of($1) })) }
      return [.text(name)] + more + [
        count(\.rowsRead), count(\.used), count(\.replaced), count(\.identical), count(\.repeatedInFile),
        count(\.setAsideTotal), count(\.notDataTotal),
      ]
    }
    let counts = [
      Table.Column("Rows read", .count), Table.Column("Used", .count), Table.Column("Replaced", .count),
      Table.Column("of them the same in every cell", .count),
      Table.Column("of them twice in one export", .count),
      Table.Column("Set aside", .count), Table.Column("Not data", .count),
    ]
    let source =
      "Rows read are those below each export's header. Used, replaced by a later row of the same record, set aside and not data add up to them"
    return Section(
      id: "rows", title: "What became of every row", role: .reference,
      blocks: [
        .table(
          Table(
            id: "rows-by-dataset", title: "What became of every row, by dataset", source: source,
            columns: [Table.Column("Dataset"), Table.Column("Exports", .count)] + counts,
            rows: [row("All datasets", [Cell(.count(accounts.count))], accounts)]
              + kinds.map { kind in
                let own = accounts.filter { $0.dataset == kind }
                return row(Wording.sentenceCase(kind.shown), [Cell(.count(own.count))], own)
              })),
        .table(
          Table(
            id: "rows-by-export", title: "What became of every row, by export", source: source,
            columns: [Table.Column("Export"), Table.Column("Read as")] + counts,
            rows: accounts.map { row($0.file, [.text($0.dataset.shown)], [$0]) })),
      ])
  }

  // MARK: Changes

  private var changes: Section? {
    guard let changes = review.changes else { return nil }
    let restated = changes.rows.filter(\.isRestated)
    var blocks: [Block] = [
      .paragraph(
        Paragraph([
          restated.isEmpty
            ? "No record of a quarter that was over when the pack \(changes.pack) was made (as at \(Value.date(changes.asAt))) has changed since."
            : "Since the pack \(changes.pack) was made (as at \(Value.date(changes.asAt))), \(Wording.counted(restated.count, "quarter of a dataset was", "quarters of datasets were")) restated."
        ]))
    ]
    if !changes.inputs.isEmpty {
      blocks.append(.list(changes.inputs.map { Paragraph([Sentence([.text(Wording.sentenceCase($0))])]) }))
    }
    if !changes.rows.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "restated", title: "Records that are not as they were in the last pack, by quarter",
            source:
              "Records by the day that puts them into a quarter, then and now. Changed: the same record with another cell in it",
            columns: [
              Table.Column("Dataset"), Table.Column("Quarter"), Table.Column("Then", .count),
              Table.Column("Now", .count), Table.Column("New", .count), Table.Column("Gone", .count),
              Table.Column("Changed", .count), Table.Column("Reported already"),
            ],
            rows: changes.rows.map { row in
              [
                .text(Wording.sentenceCase(row.dataset.shown)),
                .text(row.quarter.isEmpty ? "of no quarter" : row.quarter), Cell(.count(row.then)),
                Cell(.count(row.now)), Cell(.count(row.new)), Cell(.count(row.gone)),
                Cell(.count(row.changed)),
                Cell(.text(row.isRestated ? "yes: restated" : "no"), tone: row.isRestated ? .middling : nil),
              ]
            })))
    }
    return Section(id: "changes", title: "What changed since the last pack", blocks: blocks)
  }

  // MARK: Dates and links

  private var dates: Section? {
    guard !review.dates.isEmpty else { return nil }
    var blocks: [Block] = []
    if !review.periodCounts.isEmpty, let period = review.period {
      blocks.append(
        .table(
          Table(
            id: "in-period", title: "Records before, in and after the period",
            source:
              "Records by the day that puts them into a period: \(period.first.long) to \(period.last.long)",
            columns: [
              Table.Column("Dataset"), Table.Column("By"), Table.Column("Before", .count),
              Table.Column("In the period", .count), Table.Column("After", .count),
              Table.Column("Without a day", .count),
            ],
            rows: review.periodCounts.map { count in
              [
                .text(Wording.sentenceCase(count.dataset.shown)), .text(count.column),
                Cell(.count(count.before)),
                Cell(.count(count.within)), Cell(.count(count.after)), Cell(.count(count.undated)),
              ]
            })))
    }
    blocks.append(
      .table(
        Table(
          id: "dates", title: "What the dates span",
          source:
            "Dates of used records. After the export: later than the day the export was made, which cannot be. After \(review.asAt.long): not known yet at the as-at date; dates of what is due are not counted so",
          columns: [
            Table.Column("Dataset and column"), Table.Column("Dates", .count), Table.Column("First", .date),
            Table.Column("Last", .date), Table.Column("Before 1990", .count),
            Table.Column("After the export", .count), Table.Column("After the as-at date", .count),
          ],
          rows: review.dates.map { check in
            [
              .text("\(check.dataset.shown): \(check.column)"), Cell(.count(check.filled)),
              check.first.map { Cell(.date($0)) } ?? Cell(.notAvailable),
              check.last.map { Cell(.date($0)) } ?? Cell(.notAvailable), Cell(.count(check.tooEarly.count)),
              Cell(.count(check.afterExport.count)), Cell(.count(check.afterAsAt)),
            ]
          })))
    if !review.dateOrders.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "date-order", title: "Dates that should follow one another",
            source: "Used records with both dates",
            columns: [
              Table.Column("Dataset"), Table.Column("First"), Table.Column("Then"),
              Table.Column("Records with both", .count), Table.Column("The wrong way round", .count),
            ],
            rows: review.dateOrders.map { check in
              [
                .text(Wording.sentenceCase(check.dataset.shown)), .text(check.first), .text(check.second),
                Cell(.count(check.both)), Cell(.count(check.wrong.count)),
              ]
            })))
    }
    return Section(id: "dates-found", title: "Dates", role: .reference, blocks: blocks)
  }

  private var links: Section? {
    guard !review.links.isEmpty else { return nil }
    return Section(
      id: "links", title: "Records that point to others", role: .reference,
      blocks: [
        .table(
          Table(
            id: "record-links", title: "Records that point to nothing",
            source:
              "Used records with something in the column. Somebody who has left and a case that has closed are no faults",
            columns: [
              Table.Column("Dataset and column"), Table.Column("Should be among"),
              Table.Column("Pointing", .count),
              Table.Column("To nothing", .count), Table.Column("Different ones", .count),
              Table.Column("Is it a fault?"),
            ],
            rows: review.links.map { link in
              [
                .text("\(link.dataset.shown): \(link.column)"), .text(link.target),
                Cell(.count(link.pointing)),
                Cell(.count(link.broken.count), tone: link.isFault && !link.broken.isEmpty ? .bad : nil),
                Cell(.count(link.different)), .text(link.isFault ? "yes" : "not by itself"),
              ]
            }))
      ])
  }
}

extension QualityFinding.Place {
  /// `exports/audits.csv, line 12`.
  var shown: String {
    location.file + (location.line.map { ", line \($0)" } ?? "")
  }
}

extension Table {
  /// The table with its first rows only, and how many there are in all.
  func cut(to limit: Int) -> Table {
    guard rows.count > limit else { return self }
    var table = self
    table.rows = Array(rows.prefix(limit))
    table.totalRows = rows.count
    return table
  }
}

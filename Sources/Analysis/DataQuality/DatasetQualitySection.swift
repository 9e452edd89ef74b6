import QAModel

/// One dataset's part of the data-quality report: its headers, how complete its columns are, and its coded values.
struct DatasetQualitySection {
  private let profile: DatasetProfile
  private let files: [SourceFile]

  init(_ profile: DatasetProfile, files: [SourceFile]) {
    self.profile = profile
    self.files = files.filter { $0.dataset == profile.dataset }
  }

  private var id: String { Slug.make(profile.dataset.rawValue) }
  private var name: String { Wording.sentenceCase(profile.dataset.shown) }

  func section(limit: Int) -> Section {
    let absent = profile.columns.filter { !$0.isSupplied }.map(\.name)
    var sentences: [Sentence] = [
      "\(Wording.counted(profile.records, "record", "records")) from \(Wording.counted(files.count, "export", "exports"))."
    ]
    if !absent.isEmpty { sentences.append("No export has \(Wording.listed(absent)).") }
    return Section(
      id: id, title: name, role: .reference,
      blocks: [.paragraph(Paragraph(sentences))]
        + [headers, completeness, values].compactMap(\.self).map { .table($0.cut(to: limit)) })
  }

  private var headers: Table? {
    let rows = files.flatMap { file in
      file.headers.map { reading -> [Cell] in
        let (fate, column) = said(reading.fate)
        return [
          .text(reading.header.isEmpty ? "without a header" : reading.header), .text(column), .text(fate),
          .text(file.path), Cell(.count(reading.position)),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "\(id)-headers", title: "\(name): what each header was taken for",
      source: "Every header of every export of the dataset",
      columns: [
        Table.Column("Header"), Table.Column("Read as"), Table.Column("How"), Table.Column("Export"),
        Table.Column("Position", .count),
      ], rows: rows)
  }

  private func said(_ fate: HeaderReading.Fate) -> (how: String, column: String) {
    switch fate {
    case .read(let column, let authority): (authority.said, column)
    case .repeated(let first): ("the same column as \(first)", "not read")
    case .ignored: ("qareport.yaml says to ignore it", "not read")
    case .unknown(let nearest?): ("unknown; nearest is \(nearest)", "not read")
    case .unknown(nil): ("unknown; no name is near", "not read")
    case .unnamed: ("there is no header to know it by", "not read")
    }
  }

  private var completeness: Table? {
    let columns = profile.columns.filter(\.isSupplied)
    guard profile.records > 0, !columns.isEmpty else { return nil }
    return Table(
      id: "\(id)-columns", title: "\(name): how complete each column is",
      source:
        "Used records; a blank, the different reasons for there being no value, and what could not be read are told apart",
      columns: [
        Table.Column("Column"), Table.Column("Filled", .count), Table.Column("Out of", .count),
        Table.Column("Filled (%)", .percentage), Table.Column("Blank", .count),
        Table.Column("Not applicable", .count), Table.Column("Not seen", .count),
        Table.Column("Withheld", .count), Table.Column("Not available", .count),
        Table.Column("Rounds to zero", .count), Table.Column("Could not be read", .count),
      ],
      rows: columns.map { column in
        let missing = { (kind: Missing) in Cell(.count(column.missing[kind] ?? 0)) }
        return [
          .text(column.name), Cell(.count(column.filled)), Cell(.count(profile.records)),
          Cell(.share(column.filled, of: profile.records)), missing(.blank), missing(.notApplicable),
          missing(.notSeen), missing(.suppressed), missing(.notAvailable), missing(.low),
          missing(.unreadable),
        ]
      })
  }

  private var values: Table? {
    let rows = profile.columns.flatMap { column -> [[Cell]] in
      switch column.content {
      case .values(let values):
        values.map { [.text(column.name), .text($0.value), Cell(.count($0.count))] }
      case .identities(let different) where different > 0:
        [[.text(column.name), .text("\(Rounding.count(different)) different"), Cell(.count(column.filled))]]
      case .identities, .days, .numbers, .text: []
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "\(id)-values", title: "\(name): what stands in coded columns",
      source:
        "Used records, the most frequent value first; of ids and names of people only how many there are",
      columns: [Table.Column("Column"), Table.Column("Value"), Table.Column("Records", .count)], rows: rows)
  }
}

extension HeaderReading.Authority {
  var said: String {
    switch self {
    case .name: "its own name"
    case .synonym: "a synonym the program knows"
    case .framework: "a name of the framework's"
    case .workspace: "columns in qareport.yaml"
    case .record: "the header names the record"
    case .asked: "rows or indicators in qareport.yaml"
    }
  }
}

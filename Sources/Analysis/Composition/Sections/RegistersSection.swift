import QAModel

/// The registers that were supplied: their records in the period and the one before, and what they are counted by.
enum RegistersSection: SectionComposer {
  /// So many values of one column have a row; the others are added up in one.
  private static let most = 10

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let registers = context.registers
    guard !registers.isEmpty else { return nil }
    let readings = registers.map { RegisterReading($0.offset, $0.element, context) }
    return Section(
      id: "registers", title: "Registers",
      blocks: [
        .list(readings.map { Paragraph([$0.sentence]) }), .table(table(readings, context)),
      ])
  }

  private static func table(_ readings: [RegisterReading], _ context: ReportContext) -> Table {
    let before = context.figures.names.periods.dropFirst().first
    return Table(
      id: "registers", title: "Registers, \(context.period.short)",
      source:
        "Records of each register by their date, as known on \(context.request.asAt.long); each column adds up to all records",
      columns: [
        Table.Column("Register"), Table.Column("Counted by"), Table.Column("Category"),
        Table.Column("Records, \(context.period.short)", .count),
      ] + (before.map { [Table.Column("Records, \($0.short)", .count)] } ?? []),
      rows: readings.flatMap { $0.rows(most: most) })
  }
}

/// One register's figures for a reader.
struct RegisterReading {
  private let name: String
  private let all: [Cell]
  /// The columns it is counted by, each with its values, the most frequent first.
  private let columns: [(header: String, values: [Category])]

  private struct Category {
    let name: String
    let counts: [Cell]

    var numbers: [Int] {
      counts.map { if case .count(let number) = $0.value { number } else { 0 } }
    }
  }

  init(_ position: Int, _ register: Register, _ context: ReportContext) {
    name = register.name
    let place = context.place(.register, position)
    let periods = min(2, context.figures.names.periods.count)
    let cells = { (second: AxisPlace?) in
      (0..<periods).map {
        context.cell(context.key(.registerRecords, first: place, second: second, periodsBack: $0))
      }
    }
    all = cells(nil)
    let categories = RegisterCategories(context.dataset, context.framework)
    columns = zip(register.countBy, categories.columns[position]).map { header, column in
      let values = column.places.map {
        Category(
          name: String(categories.names.name($0).dropFirst(header.count + 2)),
          counts: cells(AxisPlace(.registerCategory, $0)))
      }
      let seen = values.enumerated().filter { $0.element.numbers.contains { $0 > 0 } }
      return (
        header,
        seen.sorted { ($1.element.numbers[0], $0.offset) < ($0.element.numbers[0], $1.offset) }.map(\.element)
      )
    }
  }

  /// `LADO referrals: 14 records; 9 in the period before. Most often Setting School (6) and Outcome Substantiated (5).`
  var sentence: Sentence {
    let before: Sentence = all.count > 1 ? "; \(all[1]) in the period before" : ""
    let largest = columns.compactMap { column -> Sentence? in
      guard let first = column.values.first, first.numbers[0] > 0 else { return nil }
      return "\(column.header) \(first.name) (\(first.counts[0]))"
    }
    let most: Sentence = largest.isEmpty ? "" : ". Most often \(Wording.listed(largest))"
    return "\(strong: name): \(Wording.counted(all[0], "record", "records"))\(before)\(most)."
  }

  func rows(most: Int) -> [[Cell]] {
    var rows = [[Cell.text(name), .text("All records"), .text("All records")] + all]
    for (header, values) in columns {
      for value in values.prefix(most) {
        rows.append([.text(name), .text(header), .text(value.name)] + value.counts)
      }
      let rest = values.dropFirst(most)
      guard !rest.isEmpty else { continue }
      rows.append(
        [.text(name), .text(header), .text("\(rest.count) others together")]
          + all.indices.map { period in Cell(.count(rest.reduce(0) { $0 + $1.numbers[period] })) })
    }
    return rows
  }
}

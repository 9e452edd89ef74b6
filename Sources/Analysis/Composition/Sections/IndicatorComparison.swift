import QAModel

/// Indicators beside those of others: statistical neighbours, the region and England.
struct IndicatorComparison {
  /// An indicator of all services or, where others are only given beside single services, of one.
  private struct Row {
    let indicator: Int
    let service: UInt32?
    let others: [Comparator: Benchmarks.Comparison]
  }

  private let context: ReportContext
  private let benchmarks: Benchmarks
  private let rows: [Row]

  init(_ context: ReportContext) {
    self.context = context
    let benchmarks = Benchmarks(context.dataset, context.framework, request: context.request)
    self.benchmarks = benchmarks
    rows = context.framework.indicators.indices.flatMap { indicator -> [Row] in
      func row(_ service: UInt32?) -> Row? {
        let others = Comparator.allCases.compactMap { comparator in
          benchmarks.comparison(indicator, comparator, service: service, period: 0).map { (comparator, $0) }
        }
        return others.isEmpty
          ? nil
          : Row(indicator: indicator, service: service, others: Dictionary(uniqueKeysWithValues: others))
      }
      return row(nil).map { [$0] } ?? context.services.compactMap { row($0) }
    }
  }

  private var comparators: [Comparator] {
    Comparator.allCases.filter { comparator in rows.contains { $0.others[comparator] != nil } }
  }

  /// `nil` where nothing is known of others.
  func blocks(notes: inout NoteBook) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let table = table(notes: &notes)
    return [.paragraph(Paragraph(sentences()))] + [picture(table)].compactMap { $0 }.map(Block.chart) + [
      .table(table)
    ]
  }

  /// The authority's own figures in per cent beside those of others; `nil` under two indicators with all of them.
  private func picture(_ table: Table) -> Chart? {
    let headers = ["Own value"] + comparators.map { benchmarks.names[$0.rawValue] }
    let series = headers.compactMap { header in table.columns.firstIndex { $0.header == header } }
    let drawn = rows.indices.filter { row in
      rows[row].service == nil && context.framework.indicators[rows[row].indicator].unit == .percent
        && series.allSatisfy { table.rows[row][$0].value.shorthand == nil }
    }
    guard drawn.count >= 2, series.count >= 2 else { return nil }
    let said = drawn.map { row in
      table.rows[row][0].value.shown + ": "
        + zip(headers, series).map { "\(Wording.lowercasedFirst($0)) \(table.rows[row][$1].value.shown)" }
        .joined(separator: ", ")
    }
    return Chart(
      id: "chart-indicators-beside-others", title: "Indicators in per cent, beside those of others",
      kind: .dots, table: table.id, series: series, rows: drawn, valueTitle: "Per cent",
      categoryTitle: "Indicator",
      alternativeText:
        "\(series.count) points an indicator, the authority's own and those of others. \(said.joined(separator: "; ")).",
      caption: "Own figures beside those of others, as published: no test was made of the differences.")
  }

  private func table(notes: inout NoteBook) -> Table {
    let hasServices = rows.contains { $0.service != nil }
    let countsNeighbours = rows.contains { $0.others[.neighbours]?.count != nil }
    var columns = [Table.Column("Indicator")]
    if hasServices { columns.append(Table.Column("Service")) }
    columns += [Table.Column("Unit"), Table.Column("Own value", .number(places: 1))]
    for comparator in comparators {
      columns.append(Table.Column(benchmarks.names[comparator.rawValue], .number(places: 1)))
      if comparator == .neighbours, countsNeighbours {
        columns.append(Table.Column("Neighbours with a figure", .count))
      }
    }
    columns.append(Table.Column("Figures of others are of"))
    return Table(
      id: "indicators-beside-others",
      title: "Indicators beside statistical neighbours and England, \(context.period.short)",
      source: "Published open data, else what the performance exports say beside the authority's own figures",
      notes: [notes.position(of: StandardNote.benchmarks)], columns: columns,
      rows: rows.map { cells($0, hasServices: hasServices, countsNeighbours: countsNeighbours) })
  }

  private func cells(_ row: Row, hasServices: Bool, countsNeighbours: Bool) -> [Cell] {
    let indicator = context.framework.indicators[row.indicator]
    var cells: [Cell] = [.text(indicator.term.name)]
    if hasServices { cells.append(.text(context.serviceName(row.service))) }
    cells += [.text(indicator.unit.shown), shown(ownKey(row))]
    for comparator in comparators {
      cells.append(shown(key(row, comparator)))
      guard comparator == .neighbours, countsNeighbours else { continue }
      let count = row.others[.neighbours]?.count
      cells.append(Cell(count.map { .count($0) } ?? .notAvailable))
    }
    var days: [String] = []
    for comparator in comparators {
      guard let found = row.others[comparator] else { continue }
      let said = Benchmarks.days(found)
      if !days.contains(said) { days.append(said) }
    }
    return cells + [.text(days.joined(separator: "; "))]
  }

  /// The authority's own figure; where it is only given as that of one service, which is the authority by its name,
  /// that one's.
  private func ownKey(_ row: Row) -> FigureKey {
    func key(_ service: UInt32?) -> FigureKey {
      context.key(.indicatorValue, service: service, first: context.place(.indicator, row.indicator))
    }
    func hasValue(_ service: UInt32?) -> Bool {
      if case .value = context.outcome(key(service)) { true } else { false }
    }
    guard row.service == nil, !hasValue(nil) else { return key(row.service) }
    let services = context.services.filter { hasValue($0) }
    return key(services.count == 1 ? services[0] : nil)
  }

  private func key(_ row: Row, _ comparator: Comparator) -> FigureKey {
    context.key(
      .indicatorBenchmark, service: row.service, first: context.place(.indicator, row.indicator),
      second: context.place(.benchmark, comparator.rawValue))
  }

  private func shown(_ key: FigureKey) -> Cell {
    var cell = context.cell(key)
    if case .number(let number, _) = cell.value { cell.value = .number(number, places: 1) }
    return cell
  }

  /// On which side of England's figure and of the neighbours' each indicator is, by what is good.
  private func sentences() -> [Sentence] {
    let sentences = [(Comparator.neighbours, "statistical neighbours"), (.england, "England")].compactMap {
      comparator, name -> Sentence? in
      let sides = rows.compactMap { side(of: $0, comparator) }
      guard !sides.isEmpty else { return nil }
      let parts = [("better", sides.filter(\.isBetter)), ("worse", sides.filter { !$0.isBetter })]
        .filter { !$0.1.isEmpty }.map { "\($0.0) in \(said($0.1, of: sides.count))" }
      return "Beside \(name): \(parts.joined(separator: "; "))."
    }
    return sentences.isEmpty
      ? ["What others have is shown beside the indicators it is known of."]
      : sentences + ["These are differences of figures as published, and no test was made of them."]
  }

  /// An own figure that is better or worse than that of others.
  private struct Side {
    let indicator: String
    let service: String?
    let isBetter: Bool
  }

  private func side(of row: Row, _ comparator: Comparator) -> Side? {
    let indicator = context.framework.indicators[row.indicator]
    guard indicator.polarity != .neither, case .value(let own, _, _, _) = context.outcome(ownKey(row)),
      let other = row.others[comparator]?.value, own != other
    else { return nil }
    return Side(
      indicator: indicator.term.name, service: row.service.map { context.serviceName($0) },
      isBetter: (own > other) == (indicator.polarity == .highIsGood))
  }

  /// `Visits in timescale and Re-referrals`; where single services are compared how many comparisons, and of each
  /// indicator its services or, where they are many, their number.
  private func said(_ sides: [Side], of total: Int) -> String {
    guard sides.contains(where: { $0.service != nil }) else { return Wording.listed(sides.map(\.indicator)) }
    let names = context.framework.indicators.map(\.term.name).compactMap { indicator -> String? in
      let ofIndicator = sides.filter { $0.indicator == indicator }
      guard !ofIndicator.isEmpty else { return nil }
      let services = ofIndicator.compactMap(\.service)
      return switch services.count {
      case 0: indicator
      case ...Self.mostNamed: "\(indicator) (\(Wording.listed(services)))"
      default: "\(indicator) (\(services.count) services)"
      }
    }
    return "\(sides.count) of \(total) comparisons, \(Wording.listed(names))"
  }

  /// Services of one indicator that a sentence still names.
  private static let mostNamed = 2
}

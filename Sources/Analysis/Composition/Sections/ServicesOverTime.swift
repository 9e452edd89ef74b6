import QAModel

/// How often audits of each service were graded *Good or better*, period by period: a small picture a service, and
/// the last two periods of all of them as slopes.
enum ServicesOverTime {
  /// Pictures that a reader still takes in side by side.
  private static let mostPictures = 12
  /// Percentages under which a line is no line.
  private static let fewestPoints = 3

  /// The longest name of a service that still heads a column.
  private static let longestName = 60

  /// `nil` where fewer than two services have a percentage in two periods, or a name is too long to head a column.
  static func section(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let periods = Array(context.figures.names.periods.enumerated().reversed())
    let services = context.services.filter { service in
      periods.count { isShare(key(service, $0.offset, context), context) } >= 2
    }
    guard services.count >= 2, services.allSatisfy({ context.serviceName($0).count <= longestName }) else {
      return nil
    }
    let table = Table(
      id: "services-over-time",
      title:
        "Audits graded \(context.goodOrBetter) by service over \(Wording.periods(periods.count)), to \(context.period.short)",
      source: "Percentage of random audits, as known at \(context.request.asAt.long)",
      notes: notes.positions(of: [StandardNote.randomOnly]),
      columns: [Table.Column("Period")]
        + ([nil] + services.map(Optional.some)).map {
          Table.Column("\(context.serviceName($0)) (%)", .percentage)
        },
      rows: periods.map { back, period in
        [.text(period.short)]
          + ([nil] + services.map(Optional.some)).map { context.cell(key($0, back, context)) }
      })
    var blocks: [Block] = []
    if let slopes = slopes(table, services, context) { blocks.append(.chart(slopes)) }
    blocks += pictures(table, services, context).map { .chart($0) }
    guard !blocks.isEmpty else { return nil }
    return Section(id: "services-over-time", title: "Services over time", blocks: blocks + [.table(table)])
  }

  private static func key(_ service: UInt32?, _ back: Int, _ context: ReportContext) -> FigureKey {
    context.key(.auditsGoodOrBetter, service: service, periodsBack: back)
  }

  private static func isShare(_ key: FigureKey, _ context: ReportContext) -> Bool {
    if case .share = context.outcome(key) { true } else { false }
  }

  // MARK: this period and the one before

  private static func slopes(_ table: Table, _ services: [UInt32], _ context: ReportContext) -> Chart? {
    let rows = table.rows.indices.suffix(2)
    let drawn = ([nil] + services.map(Optional.some)).enumerated().filter { _, service in
      [0, 1].allSatisfy { isShare(key(service, $0, context), context) }
    }
    guard rows.count == 2, drawn.count >= 2, drawn.count <= mostPictures else { return nil }
    let claims = context.changes.claimed.filter { change in
      change.figure.measure == .auditsGoodOrBetter && change.figure.first == nil
        && drawn.contains { $0.element == change.figure.service }
    }
    let listed = drawn.map { position, _ in
      "\(table.columns[position + 1].header) \(rows.map { table.rows[$0][position + 1].value.shown }.joined(separator: " then "))"
    }
    var chart = Chart(
      id: "chart-services-slopes",
      title: "Audits graded \(context.goodOrBetter) by service, this period and the one before",
      kind: .slopes,
      table: table.id, series: drawn.map { $0.offset + 1 }, rows: Array(rows),
      valueTitle: "\(context.goodOrBetter) (%)", categoryTitle: "Period",
      alternativeText: "A line a service between two periods. \(listed.joined(separator: "; ")).",
      caption: caption(claims, compared: drawn.count, context))
    chart.signals = claims.compactMap { claim in
      drawn.firstIndex { $0.element == claim.figure.service }.map {
        Chart.Signal(series: $0, rows: 0...1, word: claim.direction == .declined ? "declined" : "improved")
      }
    }
    return chart
  }

  /// Which of the lines is more than chance; two points by themselves are no change.
  private static func caption(_ claims: [ProportionChange], compared: Int, _ context: ReportContext)
    -> Sentence
  {
    guard !claims.isEmpty else {
      return
        "No line here is more than chance has it: a rise or fall between two periods of few audits is no change yet."
    }
    let names = claims.map { claim -> Sentence in
      "\(context.serviceName(claim.figure.service)) \(claim.direction == .declined ? "declined" : "improved")"
    }
    return
      "More than chance has it: \(Wording.listed(names)). No other line can be called a change."
  }

  // MARK: a picture a service

  private static func pictures(_ table: Table, _ services: [UInt32], _ context: ReportContext) -> [Chart] {
    let drawn = services.enumerated().filter { _, service in
      table.rows.indices.count { isShare(key(service, $0, context), context) } >= fewestPoints
    }
    guard drawn.count >= 2, drawn.count <= mostPictures else { return [] }
    return drawn.map { position, service in
      let column = position + 2
      let name = context.serviceName(service)
      let shares = table.rows.filter { $0[column].value.shorthand == nil }
      let listed = shares.map { "\($0[0].value.shown) \($0[column].value.shown)" }
      var chart = Chart(
        id: "chart-service-over-time-\(service)",
        title: "\(name): audits graded \(context.goodOrBetter)", kind: .lines, table: table.id,
        series: [column],
        valueTitle: "\(context.goodOrBetter) (%)", categoryTitle: "Period",
        alternativeText:
          "Line over \(table.rows.count) periods, \(shares.count) with a percentage: \(listed.joined(separator: ", ")).",
        caption: "\(strong: name): \(context.saidOrCount(key(service, 0, context))).")
      chart.isSmall = true
      return chart
    }
  }
}

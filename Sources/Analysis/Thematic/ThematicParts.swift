import QAModel

/// The sections of a thematic report.
struct ThematicParts {
  let query: ThematicQuery
  let name: ThematicName
  let readings: CommentReadings
  let findings: ThematicFindings
  let scope: ThematicScope
  let period: Period
  /// As the audience may see it.
  let dataset: Dataset
  let framework: Framework
  let audience: Audience
  var figures: ThematicFigures

  init(
    query: ThematicQuery, name: ThematicName, readings: CommentReadings, findings: ThematicFindings,
    scope: ThematicScope, period: Period, dataset: Dataset, framework: Framework, audience: Audience
  ) {
    self.query = query
    self.name = name
    self.readings = readings
    self.findings = findings
    self.scope = scope
    self.period = period
    self.dataset = dataset
    self.framework = framework
    self.audience = audience
    figures = ThematicFigures(
      named: name.short, findings, period: period, scope: scope, dataset: dataset, framework: framework)
  }

  var fewest: Int { max(1, framework.thresholds.fewestRecords) }

  mutating func document() -> ReportDocument {
    var notes = NoteBook()
    let totals = figures.cells(findings.all)
    let actions = ThematicActions(self)
    var sections = [summary(totals, actions)]
    if findings.all.records > 0 { sections.append(places(notes: &notes)) }
    sections.append(quarters(notes: &notes))
    if findings.all.records > 0 {
      if let together { sections.append(together) }
      sections.append(words(notes: &notes))
    }
    sections += [actions.section, methods]
    return ReportDocument(
      title: "Thematic report", subtitle: "What was written about \(name.quoted)",
      organisation: framework.authority, audience: audience, marking: framework.marking, asAt: scope.asAt,
      facts: facts(totals), sections: sections, notes: notes.notes)
  }

  private func facts(_ totals: [Cell]) -> [ReportDocument.Fact] {
    var facts = [
      ReportDocument.Fact("As at", .text(scope.asAt.long)),
      ReportDocument.Fact(
        name.isTheme ? "Theme" : "Words looked for", .text(name.isTheme ? name.short : name.quoted)),
      ReportDocument.Fact(
        "Days",
        .text(
          scope.first == nil && scope.last == nil
            ? "All that the exports hold, \(period.first.long) to \(period.last.long)" : period.title)),
    ]
    if let service = scope.service { facts.append(.init("Service", .text(serviceName(service)))) }
    if let kind = scope.kind { facts.append(.init("Source", .text(Wording.sentenceCase(kind.name)))) }
    return facts + [.init("Records with text", totals[0].value), .init("Records found", totals[1].value)]
  }

  func serviceName(_ service: UInt32?) -> String {
    service.map { dataset.names.services.name($0) } ?? "No service"
  }

  func themeName(_ theme: Int) -> String { readings.taxonomy.themes[theme].name }

  /// As quotes and lists tell when it was written: by the quarter and no nearer.
  static func quarter(of date: CalendarDate?) -> String {
    date.flatMap(Period.quarter(containing:))?.short ?? "Undated"
  }

  /// `worry`, `worry and strength`, `neither`.
  static func told(_ polarities: Set<Polarity>) -> String {
    switch (polarities.contains(.concern), polarities.contains(.strength)) {
    case (true, true): "Worry and strength"
    case (true, false): "Worry"
    case (false, true): "Strength"
    case (false, false): "Neither"
    }
  }
}

import QAModel

/// Triangulation: what quantity, quality and outcome say together, by service and area of practice.
enum TriangulationSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard !context.framework.practiceAreas.isEmpty else { return nil }
    let matrix = matrix(context, notes: &notes)
    let evidence = evidence(context, notes: &notes)
    let readings = context.triangulation.areas.filter {
      $0.service.map(context.services.contains) ?? context.isOfOneService
    }
    let count = { (wanted: JointReading) in readings.count { $0.joint == wanted } }
    let said: [Sentence] = [
      "Of \(Value.count(readings.count)) pairs of service and area of practice, confirmed strengths: \(Value.count(count(.confirmedStrength))); confirmed concerns: \(Value.count(count(.confirmedConcern))); strands that say different things: \(Value.count(readings.count { $0.joint != .notEnoughEvidence && $0.joint != .confirmedStrength && $0.joint != .confirmedConcern })); too little evidence, or too mixed, to read the strands together: \(Value.count(count(.notEnoughEvidence)))."
    ]
    return Section(
      id: "triangulation", title: "Triangulation: what the evidence says together",
      blocks: [
        .paragraph(Paragraph(said)), .table(matrix),
        .paragraph(
          Paragraph([
            "Where each reading comes from, for \(context.whole)\(context.isOfOneService ? "" : " together"):"
          ])),
        .table(evidence), .list(blindSpots(context).map { Paragraph([$0]) }),
      ])
  }

  /// What the period cannot be read on, in all services together: strands without a source, and sources without a record.
  private static func blindSpots(_ context: ReportContext) -> [Sentence] {
    let areas = context.triangulation.areas.filter { $0.service == nil }
    func named(where isBlind: ([Evidence]) -> Bool) -> [String] {
      Strand.allCases.compactMap { strand in
        let blind = areas.filter { isBlind($0.strands[strand]?.evidence ?? []) }
          .map { context.framework.practiceAreas[$0.area].name }
        return blind.isEmpty
          ? nil : "\(strand.rawValue) of \(Wording.listed(blind.map(Wording.lowercasedFirst)))"
      }
    }
    let unmapped = named(where: \.isEmpty)
    let silent = named { evidence in !evidence.isEmpty && evidence.allSatisfy { $0.denominator == 0 } }
    let said: [Sentence] = [
      unmapped.isEmpty
        ? "\(strong: "Blind spots:") every strand of every area of practice has a source mapped to it."
        : "\(strong: "Blind spots:") the framework maps no source to the \(unmapped.joined(separator: "; to the "))."
    ]
    return silent.isEmpty
      ? said
      : said + [
        "\(strong: "Silent in the period:") no record for the \(silent.joined(separator: "; for the "))."
      ]
  }

  private static func matrix(_ context: ReportContext, notes: inout NoteBook) -> Table {
    let areas = context.framework.practiceAreas
    let byPlace = Dictionary(
      context.triangulation.areas.map { (Place(service: $0.service, area: $0.area), $0) },
      uniquingKeysWith: { first, _ in first })
    var table = Table(
      id: "triangulation-by-service",
      title: "Joint readings by service and area of practice, \(context.period.short)",
      source:
        "Dip samples and indicators (quantity), audit grades (quality), feedback and outcome indicators (outcome) of the period",
      notes: [
        notes.position(
          of:
            "A strand is a strength where the lower end of its likely range reaches the framework's threshold, a concern where the upper end is below it, else mixed; under \(context.framework.thresholds.fewestRecords) records there is not enough evidence. The methods list what every combination of the three strands means."
        )
      ],
      columns: [Table.Column("Service")] + areas.map { Table.Column($0.name) },
      rows: context.serviceRows.map { service in
        [.text(context.serviceName(service))]
          + areas.indices.map { area in
            let key = context.key(
              .triangulationReading, service: service, first: context.place(.practiceArea, area))
            var cell = context.cell(key)
            guard let reading = byPlace[Place(service: service, area: area)] else { return cell }
            cell.value = .text(Wording.sentenceCase(reading.joint.rawValue))
            cell.tone = reading.joint.tone
            cell.signs = Strand.allCases.map { (reading.strands[$0]?.reading ?? .notEnoughEvidence).tone }
            return cell
          }
      })
    table.signNames = Strand.allCases.map { Wording.lowercasedFirst($0.shown) }
    return table
  }

  private static func evidence(_ context: ReportContext, notes: inout NoteBook) -> Table {
    let rows = context.triangulation.areas.filter { $0.service == nil }.flatMap { area in
      Strand.allCases.flatMap { strand in
        evidenceRows(of: area, strand: strand, context) + textRows(of: area.area, strand, context)
      }
    }
    return Table(
      id: "triangulation-evidence",
      title: "Evidence behind the readings, \(context.whole), \(context.period.short)",
      source: "Each source that the framework maps to an area of practice, with what it says by itself",
      notes: [notes.position(of: StandardNote.interval)],
      columns: [
        Table.Column("Area of practice"), Table.Column("Strand"), Table.Column("Source"),
        Table.Column("Good", .count),
        Table.Column("Out of", .count), Table.Column("Good (%)", .percentage),
        Table.Column("Likely from (%)", .percentage), Table.Column("Likely to (%)", .percentage),
        Table.Column("Says"),
      ], rows: rows)
  }

  private static func evidenceRows(of area: AreaReading, strand: Strand, _ context: ReportContext) -> [[Cell]]
  {
    let name = context.framework.practiceAreas[area.area].name
    guard let evidence = area.strands[strand]?.evidence, !evidence.isEmpty else {
      let none = Cell(.notApplicable)
      return [
        [.text(name), .text(strand.shown), .text("No source is mapped"), none, none, none, none, none, none]
      ]
    }
    return evidence.map { item in
      [.text(name), .text(strand.shown), .text(context.sourceNames(item))] + numbers(item, context) + [
        item.reading.map { Cell(.text(Wording.sentenceCase($0.rawValue)), tone: $0.tone) }
          ?? Cell(.notApplicable)
      ]
    }
  }

  /// What was written about the area by those who speak to the strand: listed, not read.
  private static func textRows(of area: Int, _ strand: Strand, _ context: ReportContext) -> [[Cell]] {
    (context.themes?.areas ?? []).filter { $0.area == area && $0.strand == strand }.map { text in
      let none = Cell(.notApplicable)
      return [
        .text(context.framework.practiceAreas[area].name), .text(strand.shown),
        .text("Text, listed and not read: \(Wording.listed(text.kinds.map(\.name)))"),
        Cell(.count(text.strengths)), Cell(.count(text.records)), none, none, none,
        .text(
          "\(Value.count(text.concerns).shown) told as a worry, \(Value.count(text.strengths).shown) as a strength"
        ),
      ]
    }
  }

  /// Good, out of, share and both ends of its range.
  private static func numbers(_ item: Evidence, _ context: ReportContext) -> [Cell] {
    let figure = item.figures.first
    if case .complaintCategory = item.source {
      // How many complaints there are is listed; there is no share of them that is good.
      let none = Cell(.notApplicable)
      return [none, Cell(.count(item.denominator), figure: figure), none, none, none]
    }
    guard item.denominator > 0 else { return Array(repeating: Cell(.notAvailable), count: 5) }
    guard item.denominator >= context.framework.thresholds.fewestRecords, let interval = item.interval else {
      let few = Cell(.insufficient)
      return [few, Cell(.count(item.denominator)), few, few, few]
    }
    return [
      Cell(.count(item.numerator)), Cell(.count(item.denominator)),
      Cell(.share(item.numerator, of: item.denominator), figure: figure), Cell(.proportion(interval.lower)),
      Cell(.proportion(interval.upper)),
    ]
  }

  private struct Place: Hashable {
    let service: UInt32?
    let area: Int
  }
}

extension Strand {
  var shown: String {
    switch self {
    case .quantity: "Quantity"
    case .quality: "Quality"
    case .outcome: "Outcome"
    }
  }
}

extension StrandReading {
  var tone: Cell.Tone {
    switch self {
    case .strength: .good
    case .mixed: .middling
    case .concern: .bad
    case .notEnoughEvidence: .unknown
    }
  }
}

extension JointReading {
  var tone: Cell.Tone {
    switch self {
    case .confirmedStrength: .good
    case .confirmedConcern: .bad
    case .notEnoughEvidence: .unknown
    case .compliantButNoDifference, .practiceNotShownInCompliance, .outcomesNotExplained, .contradictory:
      .middling
    }
  }
}

extension ReportContext {
  /// The sources of a piece of evidence as its readers know them, named together where they are read together.
  func sourceNames(_ evidence: Evidence) -> String {
    let names = Wording.listed(evidence.sources.map { framework.name(of: $0) })
    return switch evidence.source {
    case .domain: "Audits: \(names)"
    case .standard: "Dip samples: \(names)"
    case .indicator: "Indicator: \(names)"
    case .question: "Feedback: \(names)"
    case .complaintCategory: "Complaints: \(names)"
    }
  }
}

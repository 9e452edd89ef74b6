import QAModel

/// What to look into next: the readings that leave a question open, what performance data shows to be falling, and the
/// sample or audit that would answer it, with how many records it would take.
enum EnquirySection: SectionComposer {
  static let most = 20

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let lines = lines(context)
    guard !lines.isEmpty else { return nil }
    let table = Table(
      id: "lines-of-enquiry", title: "Next lines of enquiry, \(context.period.short)",
      source:
        "Confirmed concerns first, then indicators that declined, then strands that say different things, then concerns that nothing confirms yet; within each by the number of records",
      notes: [notes.position(of: note)],
      columns: [
        Table.Column("Service"), Table.Column("Area of practice"), Table.Column("Why"),
        Table.Column("Records", .count), Table.Column("What speaks against it"),
        Table.Column("What would answer it"), Table.Column("Records needed to tell"),
      ], rows: lines.prefix(most).map(\.cells), totalRows: lines.count > most ? lines.count : nil)
    return Section(
      id: "lines-of-enquiry-section", title: "Next lines of enquiry",
      blocks: [
        .paragraph(
          Paragraph([
            "\(Wording.counted(lines.count, "question is", "questions are")) left open that other work could answer."
          ])), .table(table),
      ])
  }

  private static let note =
    "Records needed: how many more would let a strand that is mixed or has too little behind it say strength or concern, if the share stayed what it is (the Wilson interval solved for the number of records); where too few records show a share, for one \(Int(EvidenceNeeded.difference * 100)) percentage points off the threshold."

  private struct Line {
    let rank: Int
    let records: Int
    let cells: [Cell]
  }

  private static func lines(_ context: ReportContext) -> [Line] {
    let readings = (context.worries() + context.unconfirmedConcerns()).map { line($0, context) }
    return (readings + declines(context)).enumerated().sorted {
      ($0.element.rank, -$0.element.records, $0.offset) < ($1.element.rank, -$1.element.records, $1.offset)
    }.map(\.element)
  }

  private static func line(_ finding: AreaFinding, _ context: ReportContext) -> Line {
    let reading = finding.reading
    let isUnconfirmed = reading.joint == .notEnoughEvidence
    return Line(
      rank: reading.joint == .confirmedConcern ? 0 : isUnconfirmed ? 3 : 2, records: reading.n,
      cells: [
        .text(context.serviceName(reading.service)), .text(finding.areaName),
        Cell(
          .text(isUnconfirmed ? finding.unconfirmed : Wording.sentenceCase(reading.joint.rawValue)),
          figure: finding.figure, tone: isUnconfirmed ? .bad : reading.joint.tone),
        Cell(.count(reading.n)), .text(finding.contradiction),
        .text(finding.enquiry), .text(finding.recordsNeeded),
      ])
  }

  /// Indicators that declined, by the rule that changes are claimed by: performance data says where to look.
  private static func declines(_ context: ReportContext) -> [Line] {
    context.changes.claimed.compactMap { change in
      guard change.direction == .declined, change.figure.measure == .indicatorValue,
        let place = change.figure.first
      else { return nil }
      let areas = context.framework.practiceAreas.filter { area in
        area.evidence.values.joined().contains(.indicator(Int(place.place)))
      }
      return Line(
        rank: 1, records: change.after.of,
        cells: [
          .text(context.serviceName(change.figure.service)),
          .text(areas.isEmpty ? "No area is mapped" : Wording.listed(areas.map(\.name))),
          Cell(
            .text("Declined: \(Wording.lowercasedFirst(context.figures.names.name(place)))"), tone: .bad),
          Cell(.count(change.after.of)), .text("Nothing: the fall holds after all comparisons are adjusted"),
          .text("Dip sample of records behind the fall, to see why"), .text("Enough to tell that it fell"),
        ])
    }
  }
}

extension AreaFinding {
  /// `Quality a concern, nothing to hold it against`.
  var unconfirmed: String {
    let strands = Strand.allCases.filter { reading.strands[$0]?.reading == .concern }.map(\.shown)
    return "\(Wording.listed(strands)) a concern, not confirmed by another strand"
  }

  /// The sources that say the opposite of another strand, with their numbers.
  var contradiction: String {
    let said = reading.contradictions.map { item in
      "\(context.sourceWords(item.source)) \(Value.count(item.numerator).shown) of \(Value.count(item.denominator).shown) (\(item.reading?.rawValue ?? ""))"
    }
    return said.isEmpty ? "Nothing that was read" : Wording.sentenceCase(said.joined(separator: "; "))
  }

  /// `About 34 more audits of planning; about 12 more answers to feedback`.
  var recordsNeeded: String {
    let needed = EvidenceNeeded.all(reading).map { item in
      "about \(Value.count(item.more).shown) more for \(item.strand.rawValue): \(context.recordWords(item.source))"
    }
    return needed.isEmpty
      ? "Every strand with a source speaks" : Wording.sentenceCase(needed.joined(separator: "; "))
  }
}

extension ReportContext {
  /// Areas in which one strand alone speaks, and says concern.
  func unconfirmedConcerns() -> [AreaFinding] {
    triangulation.areas.filter { area in
      area.joint == .notEnoughEvidence && area.strands.values.contains { $0.reading == .concern }
    }.map { AreaFinding(reading: $0, context: self) }
  }

  /// What the records of a source are, in the middle of a sentence.
  func recordWords(_ source: EvidenceSource) -> String {
    switch source {
    case .domain(let position):
      "random audits graded for \(Wording.lowercasedFirst(framework.domains[position].name))"
    case .standard: "answers in dip samples"
    case .indicator(let position):
      "cases of \(Wording.lowercasedFirst(framework.indicators[position].term.name))"
    case .question: "answers to feedback"
    case .complaintCategory(let name): "complaints of \(Wording.lowercasedFirst(name))"
    }
  }
}

import QAModel

/// What the three strands say of one service's area of practice, put into words.
///
/// The same finding stands in the summary, on the service's page and among the lines of enquiry, so it is worded
/// once.
struct AreaFinding {
  let reading: AreaReading
  let context: ReportContext

  var areaName: String { context.framework.practiceAreas[reading.area].name }
  var isStrength: Bool { reading.joint == .confirmedStrength }

  /// Concerns, and strands that do not fit together.
  var isWorry: Bool { reading.joint != .confirmedStrength && reading.joint != .notEnoughEvidence }

  /// The figure of the joint reading.
  var figure: FigureID? {
    context.cell(
      context.key(
        .triangulationReading, service: reading.service, first: context.place(.practiceArea, reading.area))
    ).figure
  }

  /// `Planning in Early Help is a confirmed strength`.
  var headline: Sentence {
    var sentence: Sentence =
      "\(areaName) \(reading.service == nil ? context.isOfOneService ? "in " + context.whole : "over " + context.whole : "in " + context.serviceName(reading.service)): \(reading.joint.rawValue)"
    if let figure { sentence.cites.append(figure) }
    return sentence
  }

  /// What each strand rests on: `dip samples 21 of 24 (88%, likely 69% to 96%)`.
  var evidence: Sentence {
    var parts: [Sentence] = []
    for strand in Strand.allCases {
      guard let said = said(strand) else { continue }
      parts.append("\(Wording.lowercasedFirst(strand.shown)): \(said)")
    }
    return parts.enumerated().reduce(into: "" as Sentence) { sentence, part in
      sentence = part.offset == 0 ? part.element : "\(sentence); \(part.element)"
    }
  }

  /// The strand's source with the most records behind it, of those that were read.
  private func said(_ strand: Strand) -> Sentence? {
    guard let evidence = reading.strands[strand] else { return nil }
    guard evidence.reading != .notEnoughEvidence,
      let item = evidence.evidence.filter({ $0.reading != nil }).max(by: {
        ($0.reading == evidence.reading ? 1 : 0, $0.denominator) < (
          $1.reading == evidence.reading ? 1 : 0, $1.denominator
        )
      }), item.denominator > 0
    else { return "not enough evidence" }
    let share = Wording.share(
      .share(item.numerator, of: item.denominator, item.interval), figure: item.figures.first)
    guard let share else { return "not enough evidence" }
    return "\(evidence.reading.rawValue), \(context.sourceWords(item.source)) \(share)"
  }

  /// The actions that answer it, or that none is recorded.
  func actions(_ index: ActionIndex) -> Sentence {
    ActionIndex.words(
      index.actions(service: reading.service, area: reading.area), to: context.request.audience)
      ?? "No action recorded"
  }

  /// The actions on a worry; on a strength that there is none yet, and what could be done.
  func response(_ index: ActionIndex) -> Sentence {
    isStrength && index.actions(service: reading.service, area: reading.area).isEmpty
      ? "No action recorded. Suggested: \(Wording.lowercasedFirst(enquiry))" : actions(index)
  }

  /// What to look at next.
  var enquiry: String {
    switch reading.joint {
    case .confirmedStrength: "Capture what is done here and share it with other services"
    case .confirmedConcern: "Thematic audit, with the actions it leads to followed up in the next dip sample"
    case .compliantButNoDifference:
      "Thematic audit of what happens once the standard is met; ask children and families"
    case .practiceNotShownInCompliance:
      "Dip sample of the standards missed: is the work not done, or not recorded?"
    case .outcomesNotExplained:
      "Audit a larger random sample; check whether feedback reaches those who fare worst"
    case .contradictory: "Dip sample the same children across all three strands"
    case .notEnoughEvidence:
      "Dip sample or audit of the area: is the concern there when it is looked at another way?"
    }
  }
}

extension ReportContext {
  /// A source in the middle of a sentence.
  func sourceWords(_ source: EvidenceSource) -> String {
    switch source {
    case .domain(let position): "audits of \(Wording.lowercasedFirst(framework.domains[position].name))"
    case .standard: "dip samples"
    case .indicator(let position): Wording.lowercasedFirst(framework.indicators[position].term.name)
    case .question: "feedback"
    case .complaintCategory(let name): "complaints of \(Wording.lowercasedFirst(name))"
    }
  }

  /// The areas of practice of all services together and of each, worst first: concerns, then strands that do not fit, most records first.
  func worries() -> [AreaFinding] {
    findings { $0.isWorry }.sorted { left, right in
      let (first, second) = (left.reading, right.reading)
      let severity = { (reading: AreaReading) in reading.joint == .confirmedConcern ? 0 : 1 }
      return (severity(first), -first.n, first.service ?? 0, first.area)
        < (severity(second), -second.n, second.service ?? 0, second.area)
    }
  }

  /// The confirmed strengths of all services together and of each, most records first.
  func strengths() -> [AreaFinding] {
    findings { $0.isStrength }.sorted { left, right in
      (-left.reading.n, left.reading.service ?? 0, left.reading.area)
        < (-right.reading.n, right.reading.service ?? 0, right.reading.area)
    }
  }

  private func findings(_ isIncluded: (AreaFinding) -> Bool) -> [AreaFinding] {
    triangulation.areas.map { AreaFinding(reading: $0, context: self) }.filter(isIncluded)
  }
}

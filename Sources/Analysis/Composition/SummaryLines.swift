import QAModel

/// The sentences of the summary, in the order of a reader's questions: where to look first, what is strong, how much was
/// good, what misses its target, what changed, what is new, what became of last time's decisions.
///
/// A sentence is there only where the evidence carries one.
struct SummaryLines {
  let context: ReportContext

  func lines() -> [Sentence] {
    let lines =
      [lookFirst, strongest].compactMap(\.self) + shares + [offTarget].compactMap(\.self)
      + ChangeWording(context: context).lines()
      + [new, DecisionsSection.headline(context)].compactMap(\.self)
    return lines.isEmpty ? ["Too little is dated in the period to say more than the tables do."] : lines
  }

  /// The service with the most confirmed evidence of worry, why, and those after it.
  private var lookFirst: Sentence? {
    let ranked = ServiceConcern.ranked(context)
    guard let first = ranked.first else { return nil }
    let next = ranked.dropFirst().prefix(2).map { context.serviceName($0.service) }
    let then: Sentence = next.isEmpty ? "" : " Then \(Wording.listed(next))."
    return
      "\(strong: "Most worrying:") \(context.serviceName(first.service)), with \(first.reasons(context)).\(then)"
  }

  private var strongest: Sentence? {
    context.strengths().first { $0.reading.service != nil || context.isOfOneService }.map { finding in
      var sentence: Sentence =
        "\(strong: "Strongest:") \(finding.areaName) in \(context.serviceName(finding.reading.service)), a confirmed strength: \(finding.evidence)."
      if let figure = finding.figure { sentence.cites.append(figure) }
      return sentence
    }
  }

  private var shares: [Sentence] {
    var lines: [Sentence] = []
    if let said = context.said(context.key(.auditsGoodOrBetter)) {
      lines.append(
        "\(strong: "Practice:") \(said) of randomly selected audits were graded \(context.goodOrBetter).")
    } else if context.isGradedByDomain, let (best, worst) = context.bestAndWorstDomain() {
      lines.append(
        "\(strong: "Practice:") audits have no overall grade. Graded \(context.goodOrBetter) most often: \(best). Least often: \(worst)."
      )
    }
    if let said = context.said(context.key(.dipMet)) {
      lines.append(
        "\(strong: "Compliance:") practice standards were met in \(said) of answers in dip samples.")
    }
    if let said = context.said(context.key(.feedbackPositive)) {
      lines.append(
        "\(strong: "Experience:") \(said) of rated answers from children, families and others were positive.")
    }
    if let said = context.said(context.key(.complaintsWithinTimescale)) {
      lines.append("\(strong: "Complaints:") \(said) of statutory complaints were answered within timescale.")
    }
    return lines
  }

  /// Every indicator that misses its target by more than its tolerance, with both.
  private var offTarget: Sentence? {
    let off = positions { IndicatorReading($0, context).reading == .offTarget }.map { against($0) }
    return off.isEmpty ? nil : "\(strong: "Off target:") \(Wording.listed(off))."
  }

  /// Indicators that are off target in this period and were not in the one before.
  private var new: Sentence? {
    guard context.figures.names.periods.count > 1 else { return nil }
    let new = positions { position in
      guard IndicatorReading(position, context).reading == .offTarget else { return false }
      let before = IndicatorReading(position, context, periodsBack: 1).reading
      return before == .onTarget || before == .withinTolerance
    }.map { position -> Sentence in
      "\(against(position)), \(value(position, periodsBack: 1)) then"
    }
    return new.isEmpty
      ? nil : "\(strong: "New:") off target, and not in the period before: \(Wording.listed(new))."
  }

  private func positions(_ isWanted: (Int) -> Bool) -> [Int] {
    context.framework.indicators.indices.filter(isWanted)
  }

  /// `Assessments in 45 working days 72.9 against 85.0`.
  private func against(_ position: Int) -> Sentence {
    let indicator = context.framework.indicators[position]
    let target: Sentence =
      indicator.target.map {
        " against a target of \(Value.number($0, places: indicator.places))\(unit(indicator))"
      }
      ?? ""
    return "\(indicator.term.name) \(value(position))\(target)"
  }

  private func value(_ position: Int, periodsBack: Int = 0) -> Sentence {
    let key = context.key(
      .indicatorValue, first: context.place(.indicator, position), periodsBack: periodsBack)
    return "\(context.cell(key))\(unit(context.framework.indicators[position]))"
  }

  private func unit(_ indicator: Indicator) -> String { indicator.unit == .percent ? "%" : "" }
}

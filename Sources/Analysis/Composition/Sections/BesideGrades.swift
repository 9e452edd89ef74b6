import QAModel

/// What a reader holds beside grades: under what conditions people work, and how far those who grade agree.
enum BesideGrades {
  /// `nil` where neither is known.
  static func block(_ context: ReportContext) -> Block? {
    var sentences: [Sentence] = []
    let conditions = context.framework.indicators.indices
      .filter { context.framework.indicators[$0].isContext }.compactMap { condition($0, context) }
    if !conditions.isEmpty { sentences.append("Beside the grades stand \(Wording.listed(conditions)).") }
    if let agreed = context.said(context.key(.moderationAgreement)) {
      sentences.append("Moderator and auditor gave the same overall grade in \(agreed).")
    }
    return sentences.isEmpty ? nil : .paragraph(Paragraph(sentences))
  }

  /// `average caseload 17.2 (target 18.0)`, or where only services have figures the least and the greatest of them.
  private static func condition(_ indicator: Int, _ context: ReportContext) -> Sentence? {
    let defined = context.framework.indicators[indicator]
    func key(_ service: UInt32?) -> FigureKey {
      context.key(.indicatorValue, service: service, first: context.place(.indicator, indicator))
    }
    func number(_ service: UInt32?) -> Double? {
      if case .value(let value, _, _, _) = context.outcome(key(service)) { value } else { nil }
    }
    let name = Wording.lowercasedFirst(defined.term.name)
    let unit = defined.unit == .percent ? "%" : ""
    let target: Sentence =
      defined.target.map { " (target \(Value.number($0, places: defined.places))\(unit))" } ?? ""
    if number(nil) != nil { return "\(name) \(context.cell(key(nil)))\(unit)\(target)" }
    let known = context.services.compactMap { service in number(service).map { (service: service, value: $0) }
    }
    guard let least = known.min(by: { $0.value < $1.value }),
      let most = known.max(by: { $0.value < $1.value }),
      least.value < most.value
    else { return nil }
    let said = { (service: UInt32) -> Sentence in
      "\(context.cell(key(service)))\(unit) in \(context.serviceName(service))"
    }
    return "\(name) from \(said(least.service)) to \(said(most.service))\(target)"
  }
}

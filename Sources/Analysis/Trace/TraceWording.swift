import QAModel

/// A traced figure in words.
struct TraceWording {
  let figures: FigureSet
  let framework: Framework

  /// `Share of audits graded Good or better; domain Assessment; Early Help; Quarter 3, October to December 2025`.
  func title(_ key: FigureKey, _ measure: MeasureDefinition) -> String {
    var parts = [measure.title]
    for place in [key.first, key.second].compactMap({ $0 }) {
      let axis = place.axis.rawValue.split(separator: "_").joined(separator: " ")
      parts.append("\(axis) \(figures.names.name(place))")
    }
    parts.append(key.service.map { figures.names.services[Int($0)] } ?? figures.names.whole ?? "all services")
    if let team = key.team { parts.append("team \(figures.names.teams[Int(team)])") }
    parts.append(figures.names.periods[Int(key.period)].title)
    return parts.joined(separator: "; ")
  }

  func definition(_ key: FigureKey, _ measure: MeasureDefinition) -> String {
    guard let indicator = indicator(key) else { return measure.words }
    let kind = indicator.kind == .flow ? "a flow" : "a stock"
    let good =
      switch indicator.polarity {
      case .highIsGood: "high is good"
      case .lowIsGood: "low is good"
      case .neither: "neither high nor low is good"
      }
    return "\(indicator.term.name): \(kind), in \(indicator.unit.shown), \(good). \(measure.words)"
  }

  func value(_ figure: Figure) -> String {
    let said = value(figure.outcome, places: indicator(figure.key)?.places ?? 1)
    return figure.note.map { "\(said). \($0)" } ?? said
  }

  /// How the rows listed make the number.
  func computation(_ figure: Figure, _ measure: MeasureDefinition, _ records: [TracedRecord]) -> String {
    func rows(_ part: TracedRecord.Part) -> Int { records.reduce(0) { $0 + ($1.part == part ? 1 : 0) } }
    let count = Rounding.count
    let all = records.count == 1 ? "1 row" : "\(count(records.count)) rows"
    switch measure.kind {
    case .share:
      let parts =
        "numerator \(count(rows(.numerator))), denominator \(count(records.count)): the rows marked numerator, out of all rows listed"
      return isShown(figure.outcome)
        ? "\(parts). The interval is Wilson\u{2019}s, 95%" : "\(parts). \(few(figure.outcome))"
    case .distinctChildren:
      return
        "\(all) listed, \(count(rows(.counted))) of them the first of a child; \(count(rows(.repeated))) are of a child counted already"
    case .agreement:
      return "\(all) listed, each with both grades. \(few(figure.outcome))"
    case .indicator: return indicatorComputation(figure, records, leftOut: rows(.leftOut))
    case .comparison:
      if records.count > 1, figure.key.second?.place == 0 {
        return
          "\(all) listed, a neighbour each; the value is the plain mean of the \(count(rows(.counted))) with a figure"
      }
      return "\(all) listed, and the figure is as it stands there"
    case .people:
      return "the numbers of the \(all) listed, added up: \(sum(records, \.denominator))"
    case .peopleShare:
      let parts =
        "numerators of the \(all) listed add up to \(sum(records, \.numerator)), denominators to \(sum(records, \.denominator))"
      return isShown(figure.outcome)
        ? "\(parts). The interval is Wilson\u{2019}s, 95%" : "\(parts). \(few(figure.outcome))"
    case .records, .reading: return "the \(all) listed, each counting 1"
    }
  }

  private func indicatorComputation(_ figure: Figure, _ records: [TracedRecord], leftOut: Int) -> String {
    let count = Rounding.count
    var text: String
    switch figure.outcome {
    case .value(_, let numerator?, let denominator?, _):
      text =
        "numerators of the rows listed add up to \(number(numerator)), their denominators to \(number(denominator)); the value is the one over the other"
    case .value(_, _?, nil, _): text = "the numbers of the rows listed, added up"
    case .value: text = "the published value of the one row there is"
    case .insufficient(let n):
      text = "denominators of the rows listed add up to \(count(n)). \(few(figure.outcome))"
    default:
      text = records.isEmpty ? "no row speaks of it" : "the rows listed have no numbers that can be summed"
    }
    if leftOut > 0 {
      text +=
        "; \(count(leftOut)) of them without a numerator and denominator \(leftOut == 1 ? "is" : "are") not in it"
    }
    return text
  }

  /// What a source said where a reading was made of it.
  func evidence(_ evidence: Evidence) -> String {
    let name = framework.name(of: evidence.source)
    let more =
      evidence.sources.count > 1 ? " and \(evidence.sources.count - 1) more read together with it" : ""
    guard evidence.denominator > 0 else { return "\(name)\(more): nothing to read" }
    let reading = evidence.reading?.rawValue ?? "listed, not read"
    return
      "\(name)\(more): \(Rounding.count(evidence.numerator)) of \(Rounding.count(evidence.denominator)), \(reading)"
  }

  private func value(_ outcome: Outcome, places: Int) -> String {
    func likely(_ interval: Interval?, _ shown: (Double) -> String) -> String {
      interval.map { ", likely \(shown($0.lower)) to \(shown($0.upper))" } ?? ""
    }
    let count = Rounding.count
    switch outcome {
    case .count(let number): return count(number)
    case .share(let part, let whole, let interval):
      let share = Value.share(part, of: whole).shown
      return "\(count(part)) of \(count(whole)) (\(share)\(likely(interval) { Rounding.percentage($0) }))"
    case .value(let value, let numerator, let denominator, let unit):
      let shown = Rounding.decimal(value, places: places) + (unit == .percent ? "%" : "")
      guard let numerator, let denominator else { return shown }
      return "\(shown) (\(number(numerator)) over \(number(denominator)))"
    case .coefficient(let value, let n, let interval):
      return
        "\(Rounding.decimal(value, places: 2)) from \(count(n)) records\(likely(interval) { Rounding.decimal($0, places: 2) })"
    case .strand(let reading, let n): return "\(reading.rawValue), from \(count(n)) records"
    case .joint(let reading, let n): return "\(reading.rawValue), from \(count(n)) records"
    case .suppressed, .insufficient, .notAvailable, .notApplicable: return few(outcome)
    }
  }

  private func few(_ outcome: Outcome) -> String {
    switch outcome {
    case .insufficient(let n): "\(Rounding.count(n)) records are too few to give it"
    case .suppressed: "withheld from this audience"
    case .notAvailable: "not available"
    case .notApplicable: "not applicable"
    default: ""
    }
  }

  private func isShown(_ outcome: Outcome) -> Bool {
    if case .share = outcome { true } else { false }
  }

  private func indicator(_ key: FigureKey) -> Indicator? {
    guard let place = key.first, place.axis == .indicator,
      framework.indicators.indices.contains(Int(place.place))
    else { return nil }
    return framework.indicators[Int(place.place)]
  }

  private func sum(_ records: [TracedRecord], _ number: KeyPath<TracedRecord, Double?>) -> String {
    self.number(records.reduce(0) { $0 + ($1[keyPath: number] ?? 0) })
  }

  private func number(_ number: Double) -> String {
    let places = number.rounded() == number ? 0 : 1
    return Rounding.decimal(number, places: places)
  }
}

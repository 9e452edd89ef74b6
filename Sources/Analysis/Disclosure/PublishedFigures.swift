import QAModel

/// The closed list of figures that are published, each as it is or withheld.
///
/// Only figures of the report's own period, by the framework's own names, broken down once at most. Each kind of
/// record is broken down by service in one table of one number, so that no table ties down another's withheld cells.
struct PublishedFigures {
  private let all: FigureSet
  private let framework: Framework
  private let small: SmallNumbers
  private var published: FigureSet

  static func make(_ figures: FigureSet, _ framework: Framework) -> FigureSet {
    var list = PublishedFigures(figures, framework)
    let audits = list.addCountsByService(.auditsCompleted)
    list.addGrades(isWithheld: audits == .everything)
    list.addShares(
      .auditsGoodOrBetter, framework.domains.indices.map { AxisPlace(.domain, UInt32($0)) },
      isWithheld: audits == .everything)
    list.addDipSamples()
    for measure in [MeasureID.observationsCompleted, .supervisionAuditsCompleted] {
      _ = list.addCountsByService(measure)
    }
    list.addIndicators()
    list.addShares(.feedbackPositive, list.places(.question, framework.feedback.questions), isWithheld: false)
    let complaints = list.addCountsByService(.complaintsReceived)
    list.addTimeliness(isWithheld: complaints == .everything)
    _ = list.addCountsByService(.complimentsReceived)
    return list.published
  }

  private init(_ figures: FigureSet, _ framework: Framework) {
    all = figures
    self.framework = framework
    small = SmallNumbers(upTo: framework.thresholds.suppressUpTo)
    published = FigureSet(names: figures.names)
  }

  /// Notes are left out: they tell how many rows a figure was made from.
  private mutating func add(_ key: FigureKey, _ outcome: Outcome) { published.add(Figure(key, outcome)) }

  private func count(_ key: FigureKey) -> Int? {
    if case .count(let number) = all.outcome(key) { number } else { nil }
  }

  /// The framework's own names only: one met in an export may be anything.
  private func places(_ axis: Axis, _ terms: [Term]) -> [AxisPlace] {
    terms.compactMap { all.names.place(axis, $0.name) }
  }

  /// A count of all services and of each of the framework's.
  private mutating func addCountsByService(_ measure: MeasureID) -> SmallNumbers.Withholding {
    let total = FigureKey(measure, period: 0)
    let cells = framework.services.indices.map { FigureKey(measure, service: UInt32($0), period: 0) }
    guard let number = count(total) else {
      for key in [total] + cells { add(key, .notAvailable) }
      return .nothing
    }
    let counts = cells.map { count($0) ?? 0 }
    let withholding = small.withholding(counts, of: number)
    add(total, withholding == .everything ? .suppressed : .count(number))
    for (position, key) in cells.enumerated() {
      let isWithheld =
        switch withholding {
        case .nothing: false
        case .cells(let positions): positions.contains(position)
        case .everything: true
        }
      add(key, isWithheld ? .suppressed : .count(counts[position]))
    }
    return withholding
  }

  /// A share as it may be published. One of too few records to be given has a part that is not known here: only that
  /// there are none at all may be said.
  private func published(_ outcome: Outcome) -> Outcome {
    switch outcome {
    case .share(let part, let whole, _): small.mayPublish(part, of: whole) ? outcome : .suppressed
    case .insufficient(n: 0), .notAvailable, .notApplicable: outcome
    default: .suppressed
    }
  }

  /// Shares that do not add up to anything that is published: each stands or is withheld by itself.
  private mutating func addShares(_ measure: MeasureID, _ places: [AxisPlace], isWithheld: Bool) {
    for place in places {
      let key = FigureKey(measure, first: place, period: 0)
      add(key, isWithheld ? .suppressed : published(all.outcome(key)))
    }
  }

  /// The share of *Good or better* and the counts of grades, all services, random selection.
  ///
  /// Audits that are not in the profile are the difference from those completed. Where the share stands, the grades on
  /// either side of *Good* add up to a number that it tells: a side is given whole or withheld whole.
  private mutating func addGrades(isWithheld: Bool) {
    let share = FigureKey(.auditsGoodOrBetter, period: 0)
    var outcome = isWithheld ? .suppressed : published(all.outcome(share))
    if case .share(_, let whole, _) = outcome,
      let completed = count(FigureKey(.auditsCompleted, period: 0)),
      small.isSmall(completed - whole)
    {
      outcome = .suppressed
    }
    add(share, outcome)
    let random = AxisPlace(.selection, UInt32(AuditFacts.random))
    let keys = framework.grades.grades.indices.map {
      FigureKey(.auditsGrade, first: AxisPlace(.grade, UInt32($0)), second: random, period: 0)
    }
    for side in [keys.prefix(framework.grades.goodCount), keys.dropFirst(framework.grades.goodCount)] {
      let isSmall = side.contains { count($0).map(small.isSmall) ?? false }
      for key in side { add(key, isSmall || outcome == .suppressed ? .suppressed : all.outcome(key)) }
    }
  }

  /// Children dip-sampled and the standards met. Few children are a small group however many answers there are.
  private mutating func addDipSamples() {
    let children = FigureKey(.dipChildren, period: 0)
    let isWithheld = count(children).map(small.isSmall) ?? false
    add(children, isWithheld ? .suppressed : all.outcome(children))
    addShares(.dipMet, places(.standard, framework.standards), isWithheld: isWithheld)
  }

  /// Statutory complaints answered in time. Those not yet due and those withdrawn are nearly the difference from those
  /// received, so that must not be small either.
  private mutating func addTimeliness(isWithheld: Bool) {
    let key = FigureKey(.complaintsWithinTimescale, period: 0)
    var outcome = isWithheld ? .suppressed : published(all.outcome(key))
    if case .share(_, let whole, _) = outcome,
      let received = count(FigureKey(.complaintsReceived, period: 0)), small.isSmall(abs(received - whole))
    {
      outcome = .suppressed
    }
    add(key, outcome)
  }

  /// Indicators of all services, as rounded as they are shown and without what they were made of, which could be
  /// subtracted from one another's. One of an unknown number of records is withheld.
  private mutating func addIndicators() {
    for (position, indicator) in framework.indicators.enumerated() {
      let key = FigureKey(.indicatorValue, first: AxisPlace(.indicator, UInt32(position)), period: 0)
      let outcome: Outcome =
        switch all.outcome(key) {
        case .value(let value, let numerator, let denominator, let unit):
          mayPublish(value, numerator, denominator, unit)
            ? .value(
              rounded(value, indicator.places), numerator: nil, denominator: nil, unit: unit) : .suppressed
        case .insufficient(n: 0), .notAvailable, .notApplicable: .notAvailable
        default: .suppressed
        }
      add(key, outcome)
    }
  }

  private func mayPublish(
    _ value: Double, _ numerator: Double?, _ denominator: Double?, _ unit: Indicator.Unit
  ) -> Bool {
    let isLarge = { (number: Double) in number == 0 || number > Double(small.upTo) }
    if unit == .count { return isLarge(value) }
    guard let numerator, let denominator, isLarge(numerator), isLarge(denominator) else { return false }
    guard unit == .percent else { return true }
    return numerator <= denominator && denominator < 1e15
      && small.mayPublish(Int(numerator.rounded()), of: Int(denominator.rounded()))
  }

  /// The number as it is shown.
  private func rounded(_ value: Double, _ places: Int) -> Double {
    Double(Rounding.decimal(abs(value), places: places).filter { $0.isNumber || $0 == "." })
      .map { value < 0 ? -$0 : $0 } ?? value
  }
}

import QAModel

/// What may be called a change in a report, of everything that was compared.
///
/// Compared are, for all services and for each: every flow that is a percentage, the last 3 months against the 12
/// before; audits Good or better (where they have no overall grade each domain), practice standards met and positive
/// feedback, this period against the one before.
/// All of a report's comparisons are adjusted together, so that of reports on authorities where nothing changes no more
/// than 1 in 20 claims anything. Stocks are not compared: the same children stand in month after month.
struct Changes: Sendable {
  /// The share of reports that may claim a change where there is none.
  static let rate = 0.05
  static let monthsAfter = 3
  static let monthsBefore = 12

  /// Every comparison, in the order of the report.
  var compared: [ProportionChange]
  /// Those that may be called a change, the surest first.
  var claimed: [ProportionChange]

  /// - Parameters:
  ///   - months: `nil` where the audience may not see what is made of single months.
  ///   - byDomain: whether audits have no overall grade: then each domain is compared, over all services.
  init(
    _ figures: FigureSet, _ months: MonthlyIndicators?, _ framework: Framework, services: [UInt32],
    byDomain: Bool = false
  ) {
    let everyone = [nil] + services.map(Optional.some)
    var found = months.map { Self.indicators($0, services: everyone) } ?? []
    for measure in [MeasureID.auditsGoodOrBetter, .dipMet, .feedbackPositive] {
      found += everyone.compactMap {
        Self.share(FigureKey(measure, service: $0, period: 0), figures, framework)
      }
    }
    if byDomain {
      found += framework.domains.indices.compactMap {
        Self.share(
          FigureKey(.auditsGoodOrBetter, first: AxisPlace(.domain, UInt32($0)), period: 0), figures, framework
        )
      }
    }
    self.init(found)
  }

  init(_ tested: [ProportionChange]) {
    compared = zip(tested, BenjaminiHochberg.adjusted(tested.map(\.p))).map { change, adjusted in
      var change = change
      change.adjusted = adjusted
      return change
    }
    claimed = compared.enumerated().filter(\.element.isClaimed)
      .sorted { ($0.element.p, $0.offset) < ($1.element.p, $1.offset) }.map(\.element)
  }

  /// A share of this period against the one before; `nil` where either has none.
  private static func share(_ key: FigureKey, _ figures: FigureSet, _ framework: Framework)
    -> ProportionChange?
  {
    guard figures.names.periods.count > 1 else { return nil }
    var earlier = key
    earlier.period = 1
    guard case .share(let hits, let of, _) = figures.outcome(key),
      case .share(let hitsBefore, let ofBefore, _) = figures.outcome(earlier)
    else { return nil }
    return ProportionChange(
      key, before: .init(hitsBefore, of: ofBefore, figures.names.periods[1]),
      after: .init(hits, of: of, figures.names.periods[0]), polarity: .highIsGood,
      fewest: framework.thresholds.fewestRecords)
  }

  private static func indicators(_ months: MonthlyIndicators, services: [UInt32?]) -> [ProportionChange] {
    let count = months.months.count
    guard count >= monthsAfter + monthsBefore else { return [] }
    let after = count - monthsAfter..<count
    let before = after.lowerBound - monthsBefore..<after.lowerBound
    guard let early = span(months.months[before]), let late = span(months.months[after]) else { return [] }
    let indicators = months.framework.indicators
    return indicators.indices.filter { indicators[$0].kind == .flow && indicators[$0].unit == .percent }
      .flatMap { indicator in
        services.compactMap { service in
          let series = months.series(indicator, service: service)
          let (now, then) = (series.sum(after), series.sum(before))
          // With half its months missing a stretch says little of itself.
          guard now.months * 2 > monthsAfter, then.months * 2 > monthsBefore else { return nil }
          return ProportionChange(
            FigureKey(
              .indicatorValue, service: service, first: AxisPlace(.indicator, UInt32(indicator)), period: 0),
            before: .init(then.hits, of: then.of, early), after: .init(now.hits, of: now.of, late),
            polarity: indicators[indicator].polarity, fewest: months.framework.thresholds.fewestRecords)
        }
      }
  }

  private static func span(_ months: ArraySlice<Period>) -> Period? {
    guard let first = months.first, let last = months.last else { return nil }
    return Period(first: first.first, last: last.last)
  }
}

import QAModel

/// What became of the measures that completed actions were to move: three months before each was raised against three
/// months after it was completed.
///
/// A rise after an action is no proof that the action caused it: what is low when somebody acts tends to rise by itself.
/// So nothing here claims a cause, and a rise or fall is called one only by the rule that changes are claimed by
/// (Newcombe's interval, Fisher's test), adjusted over the actions completed in the same period.
struct LearningLoop: Sendable {
  static let monthsBefore = 3
  static let monthsAfter = 3

  /// By row of the action table; `nil` where the action was not completed in any of the report's periods.
  let rows: [FollowedAction?]

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex) {
    let table = dataset.actions ?? ActionTable()
    let names = ActionMeasureNames(framework, dataset.names)
    let completed = (0..<table.count).filter { index.position(happened: table.completed[$0]) != nil }
    let began = completed.compactMap { table.raised[$0] ?? table.completed[$0] }.min()
    let months = MonthlyShares(
      dataset, framework, from: (began ?? index.asAt).adding(months: -Self.monthsBefore), asAt: index.asAt)
    var rows = [FollowedAction?](repeating: nil, count: table.count)
    for row in completed {
      guard let done = table.completed[row] else { continue }
      var followed = FollowedAction(
        row: row, id: table.id[row], service: table.service[row], measure: table.measure[row], completed: done
      )
      if let measure = table.measure[row].flatMap({ names[dataset.names.words.name($0)] }) {
        followed.look(
          at: measure, from: months, framework,
          raised: table.raised[row].map { min($0, done) } ?? done, asAt: index.asAt)
      }
      rows[row] = followed
    }
    for period in 0..<index.count {
      let compared = completed.filter {
        index.position(happened: table.completed[$0]) == period && rows[$0]?.change != nil
      }
      let changes = Changes(compared.compactMap { rows[$0]?.change }).compared
      for (row, change) in zip(compared, changes) { rows[row]?.conclude(change) }
    }
    self.rows = rows
  }
}

/// A completed action and what its measure did.
public struct FollowedAction: Sendable, Hashable {
  /// The position in the action table.
  var row: Int
  /// Code in `names.actions`.
  var id: UInt32?
  var service: UInt32?
  /// Code in `names.words`, as the action log wrote it.
  var measure: UInt32?
  var completed: CalendarDate
  var result = LearningResult.noMeasure
  /// Before and after, where both have enough records.
  var change: ProportionChange?

  mutating func look(
    at measure: ActionMeasure, from shares: MonthlyShares, _ framework: Framework, raised: CalendarDate,
    asAt: CalendarDate
  ) {
    let start = Period.month(containing: raised).addingMonths(-LearningLoop.monthsBefore)
    let restart = Period.month(containing: completed).addingMonths(1)
    guard restart.addingMonths(LearningLoop.monthsAfter - 1).last <= asAt else {
      result = .tooEarly
      return
    }
    result = .tooFewRecords
    guard let before = shares.positions(from: start, count: LearningLoop.monthsBefore),
      let after = shares.positions(from: restart, count: LearningLoop.monthsAfter)
    else { return }
    let (then, now) = (
      shares.sum(measure, service: service, before), shares.sum(measure, service: service, after)
    )
    change = ProportionChange(
      FigureKey(.learningActions, service: service, period: 0),
      before: .init(then.hits, of: then.of, shares.span(before)),
      after: .init(now.hits, of: now.of, shares.span(after)), polarity: measure.polarity(framework),
      fewest: framework.thresholds.fewestRecords)
  }

  /// Takes the comparison after it was adjusted with the others.
  mutating func conclude(_ adjusted: ProportionChange) {
    change = adjusted
    guard adjusted.isClaimed else {
      result = .noChange
      return
    }
    switch adjusted.direction {
    case .improved: result = .improved
    case .declined: result = .declined
    case .changed: result = .changed
    }
  }
}

/// What became of the measure that a completed action was to move.
public enum LearningResult: String, Sendable, CaseIterable, Hashable {
  case improved = "improved after"
  case declined = "declined after"
  /// Of an indicator of which neither high nor low is good.
  case changed = "changed after"
  case noChange = "no change seen"
  case tooFewRecords = "too few records"
  case tooEarly = "too early"
  case noMeasure = "no measure"
}

extension ActionMeasure {
  func polarity(_ framework: Framework) -> Indicator.Polarity {
    if case .indicator(let position) = self { framework.indicators[position].polarity } else { .highIsGood }
  }
}

extension MonthlyShares {
  /// From the first day of the first month to the last day of the last.
  func span(_ range: Range<Int>) -> Period {
    guard let period = Period(first: months[range.lowerBound].first, last: months[range.upperBound - 1].last)
    else { preconditionFailure("months in order") }
    return period
  }
}

import QAModel

/// Says from when to when the exports hold records, where they leave much of a year or of the one before out: it is no whole
/// year then, and no record is not nothing done.
enum RecordsSpan {
  static func sentence(_ context: ReportContext) -> Sentence? {
    let sentences = [begin(context), end(context)].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.dropFirst().reduce(sentences[0]) { "\($0) \($1)" }
  }

  /// Whether any export holds a record from before a period's end.
  static func reaches(_ period: Period, _ dataset: Dataset) -> Bool {
    days(dataset).contains { $0.first <= period.last }
  }

  private static func days(_ dataset: Dataset) -> [(name: String, first: CalendarDate, last: CalendarDate)] {
    let columns: [(String, DateColumn?)] = [
      ("audits", dataset.audits?.completed), ("dip samples", dataset.dipSamples?.date),
      ("observations", dataset.observations?.date), ("supervision audits", dataset.supervisionAudits?.date),
      ("feedback", dataset.feedback?.date), ("complaints and compliments", dataset.complaints?.received),
      ("actions", dataset.actions?.due),
    ]
    return columns.compactMap { name, column in
      guard let column else { return nil }
      let days = (0..<column.count).compactMap { column[$0] }
      guard let first = days.min(), let last = days.max() else { return nil }
      return (name, first, last)
    }
  }

  private static func begin(_ context: ReportContext) -> Sentence? {
    guard let before = context.figures.names.periods.dropFirst().first else { return nil }
    let late = days(context.dataset).filter {
      $0.first >= before.first.adding(months: 2) && $0.first <= context.period.last
    }
    guard let earliest = late.map(\.first).min() else { return nil }
    let isYearTooLate = late.contains { $0.first >= context.period.first.adding(months: 2) }
    let years: Sentence =
      isYearTooLate
      ? "neither \(before.short) nor \(context.period.short) is a whole year of them; where no record is, the table counts none"
      : "\(before.short) is not a whole year of them and is not to be compared with one"
    return
      "The exports of \(Wording.listed(late.map(\.name))) begin in \(month(earliest)) or later, so \(years)."
  }

  /// Six weeks without a record before the day the report is told of are more than a holiday.
  private static func end(_ context: ReportContext) -> Sentence? {
    let close = min(context.request.asAt, context.period.last)
    let early = days(context.dataset).filter {
      $0.name != "actions" && $0.last < close.adding(days: -42) && $0.last >= context.period.first
    }
    guard let latest = early.map(\.last).max() else { return nil }
    return
      "The exports of \(Wording.listed(early.map(\.name))) end in \(month(latest)) or before: what was done after that is not in them, and \(context.period.short) is not a whole year of them."
  }

  private static func month(_ day: CalendarDate) -> String {
    "\(CalendarDate.monthNames[day.month - 1]) \(day.year)"
  }
}

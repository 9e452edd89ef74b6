/// A line of the plan: an activity the framework asks for, how often, and what shows that it was done.
public struct PlanLine: Sendable, Hashable {
  /// The activity, unique in the plan: with its service where two services have one of the same name.
  public var name: String
  /// Position in `Framework.services`; `nil`: the whole authority.
  public var service: Int?
  /// Who is to see to it, in the document's words.
  public var lead: String?
  /// How often, in the document's words: `Min 2 per month`, `As required`.
  public var asWritten: String
  /// `nil`: blank, to be confirmed, ongoing or as required, so that nothing is due at any time.
  public var due: PlanDue?
  /// The one source that counts as done. `nil`: no export records it.
  public var done: PlanSource?
  /// Months in which something else takes the activity's place, so that it is not due: those of a Practice Week.
  public var notDueIn: [Period]
  /// When in each quarter it is to be done, where the framework's schedule says so.
  public var scheduled: PlanWeek?
  /// Who gets what comes of it, and who sees that it is done, in the document's words.
  public var reportTo: String?
  public var monitoredBy: String?

  public init(
    _ name: String, service: Int? = nil, lead: String? = nil, asWritten: String, due: PlanDue? = nil,
    done: PlanSource? = nil, notDueIn: [Period] = [], scheduled: PlanWeek? = nil
  ) {
    self.name = name
    self.service = service
    self.lead = lead
    self.asWritten = asWritten
    self.due = due
    self.done = done
    self.notDueIn = notDueIn
    self.scheduled = scheduled
  }
}

/// A place in a quarter's schedule.
public struct PlanWeek: Sendable, Hashable {
  /// Of the quarter, 1 to 3.
  public var month: Int
  /// The week that begins on that Monday of the month, 1 the first; `nil`: to be timetabled within the month.
  public var week: Int?

  public init(month: Int, week: Int? = nil) {
    self.month = month
    self.week = week
  }

  /// The first day of its month in a quarter.
  public func firstOfMonth(in quarter: Period) -> CalendarDate { quarter.first.adding(months: month - 1) }

  /// The Monday it begins on; `nil` where it is to be timetabled, or the month has no such Monday.
  public func monday(in quarter: Period) -> CalendarDate? {
    guard let week else { return nil }
    let first = firstOfMonth(in: quarter)
    let monday = first.adding(days: (8 - first.weekday) % 7 + 7 * (week - 1))
    return monday.month == first.month ? monday : nil
  }
}

/// How often a line of the plan is due.
public enum PlanDue: Sendable, Hashable {
  /// So many times in every stretch of the calendar.
  case times(Int, per: PlanStretch)
  /// So many times in every stretch of the calendar for each of the framework's services.
  case timesPerService(Int, per: PlanStretch)
  /// Once for each event of a source.
  case each(PlanSource)
  /// So many times a year for each person of one of the roles: whose practice it is, of audits the auditor.
  case perPerson(roles: [String], times: Int)
}

/// A stretch of the calendar in which an activity is to be done so many times.
public enum PlanStretch: Sendable, Hashable {
  /// So many weeks, the first of them from 1 April of each financial year. Days left over before the next year begins
  /// are in no stretch.
  case weeks(Int)
  /// A month, two months, quarter, half year or year of the financial year: 1, 2, 3, 6 or 12; 24 are two financial
  /// years, the first of which begins in an even year.
  case months(Int)
  /// An academic term: September to December, January to March, April to July. August is in none.
  case term
  /// The months of Practice Weeks, as the workspace names them: none where it names none.
  case practiceWeeks([Period])
}

/// What counts as an activity done, or as an event that asks for one: rows of one dataset.
///
/// Every list that is empty asks for nothing; of a list that is not, one must fit. Names are compared by letters and
/// digits.
public struct PlanSource: Sendable, Hashable {
  public enum Counting: Sendable, Hashable {
    /// Each record; of dip samples each sample, however many standards it looked at.
    case records
    /// Different children.
    case children
  }

  /// `audits`, `dipSamples`, `observations`, `supervisionAudits`, `feedback`, `activity` or a register.
  public var dataset: DatasetKind
  public var counting: Counting
  /// Audit types, names of activities, sources of feedback, natures of observations.
  public var kinds: [String]
  /// Roles of who did it: the auditor, reviewer or observer; of an activity its lead.
  public var roles: [String]
  /// Roles of whose practice it was: the worker observed, the supervisor whose supervision was reviewed.
  public var subjectRoles: [String]
  /// Teams of auditors.
  public var teams: [String]
  /// Only audits of which all of this is true.
  public var having: Set<AuditEvidence>

  public init(
    _ dataset: DatasetKind, counting: Counting = .records, kinds: [String] = [], roles: [String] = [],
    subjectRoles: [String] = [], teams: [String] = [], having: Set<AuditEvidence> = []
  ) {
    self.dataset = dataset
    self.counting = counting
    self.kinds = kinds
    self.roles = roles
    self.subjectRoles = subjectRoles
    self.teams = teams
    self.having = having
  }
}

/// What an audit can show of the way it was made.
public enum AuditEvidence: String, Sendable, CaseIterable, Hashable {
  case familyFeedbackSought = "family_feedback_sought"
  case familyFeedbackObtained = "family_feedback_obtained"
  /// A moderator graded it by the as-at date.
  case moderated
  /// The auditor met the practitioner by the as-at date.
  case practitionerMet = "practitioner_met"
}

extension PlanStretch {
  /// How many of `times` in every stretch fall due within a period.
  ///
  /// The `times` are spread evenly over a stretch, each due at the end of its part, the last at the stretch's end: of
  /// 4 a year one falls due on the last day of every quarter, of 1 a year on 31 March, of 3 a year on 31 July,
  /// 30 November and 31 March. A due day is counted in the period it falls in, so that the quarters of a year add up
  /// to the year. Parts of months are rounded up to whole days. Nothing is due of a stretch that begins within one of
  /// `except`.
  public func occurrences(_ times: Int, in period: Period, except: [Period] = []) -> Int {
    guard times > 0 else { return 0 }
    return stretches(touching: period).reduce(0) { count, stretch in
      if except.contains(where: { $0.contains(stretch.first) }) { return count }
      if period.first <= stretch.first, stretch.last <= period.last { return count + times }
      return count + (1...times).count { period.contains(due($0, of: times, in: stretch)) }
    }
  }

  /// The day from which what was done counts towards what falls due within a period.
  ///
  /// The period's first, but where what falls due is given longer than the period is, the first day of its part: an
  /// observation in May is the one that a half year asks for by 30 September, also in the report of July to September.
  public func firstDay(_ times: Int, in period: Period) -> CalendarDate {
    guard times > 0 else { return period.first }
    var first = period.first
    for stretch in stretches(touching: period) {
      for number in 1...times {
        let due = due(number, of: times, in: stretch)
        guard due >= period.first else { continue }
        guard due <= period.last else { break }
        let start = number == 1 ? stretch.first : self.due(number - 1, of: times, in: stretch).adding(days: 1)
        if Int(due.dayNumber - start.dayNumber) + 1 > period.dayCount { first = min(first, start) }
      }
    }
    return first
  }

  /// The stretches that have a day within a period, in order, each as the period that it is.
  public func periods(touching period: Period) -> [Period] {
    stretches(touching: period).compactMap { stretch in
      let (year, month, _) = stretch.first.parts
      switch self {
      case .months(1), .practiceWeeks: return .month(month, year: year)
      case .months(3): return .quarter(containing: stretch.first)
      case .months(12): return .financialYear(beginning: year)
      case .term: return .term(containing: stretch.first)
      default: return Period(first: stretch.first, last: stretch.last)
      }
    }
  }

  /// The latest whole stretch that is over before a day.
  public func lastPeriod(before day: CalendarDate) -> Period? {
    Period(first: day.adding(months: -60), last: day.adding(days: -1)).flatMap { past in
      periods(touching: past).last { $0.last < day }
    }
  }

  /// Whether a period is one of these stretches.
  public func isOne(_ period: Period) -> Bool {
    periods(touching: period).contains { $0.first == period.first && $0.last == period.last }
  }

  private typealias Days = (first: CalendarDate, last: CalendarDate)

  private func stretches(touching period: Period) -> [Days] {
    if case .practiceWeeks(let months) = self {
      return months.filter { $0.last >= period.first && $0.first <= period.last }
        .sorted { $0.first < $1.first }.map { ($0.first, $0.last) }
    }
    var year = Self.financialYear(of: period.first)
    if self == .months(24), !year.isMultiple(of: 2) { year -= 1 }
    var found: [Days] = []
    while let start = CalendarDate(year: year, month: 4, day: 1), start <= period.last {
      found += stretches(from: start).filter { $0.last >= period.first && $0.first <= period.last }
      year += self == .months(24) ? 2 : 1
    }
    return found
  }

  private static func financialYear(of date: CalendarDate) -> Int {
    let (year, month, _) = date.parts
    return month >= 4 ? year : year - 1
  }

  /// The stretches that begin within the financial year, or the two, from its first day.
  private func stretches(from start: CalendarDate) -> [Days] {
    switch self {
    case .weeks(let weeks):
      let next = start.adding(months: 12)
      return stride(from: start.dayNumber, to: next.dayNumber, by: 7 * max(1, weeks)).map {
        let first = CalendarDate(dayNumber: $0)
        return (first: first, last: first.adding(days: 7 * max(1, weeks) - 1))
      }.filter { $0.last < next }
    case .months(let months):
      return stride(from: 0, to: max(12, months), by: max(1, months)).map {
        let first = start.adding(months: $0)
        return (first, first.adding(months: max(1, months)).adding(days: -1))
      }
    case .term:
      return [(0, 4), (5, 4), (9, 3)].map { begin, months in
        let first = start.adding(months: begin)
        return (first, first.adding(months: months).adding(days: -1))
      }
    case .practiceWeeks: return []
    }
  }

  /// The day on which one of the `times` of a stretch, counted from 1, falls due.
  private func due(_ number: Int, of times: Int, in stretch: Days) -> CalendarDate {
    let (first, last) = stretch
    let months: Int
    switch self {
    case .weeks:
      let days = Int(last.dayNumber - first.dayNumber) + 1
      return first.adding(days: (days * number + times - 1) / times - 1)
    case .months(let length): months = length
    case .term: months = last.month - first.month + 1
    case .practiceWeeks: months = 1
    }
    let (whole, part) = (months * number).quotientAndRemainder(dividingBy: times)
    let month = first.adding(months: whole)
    let days = CalendarDate.daysInMonth(year: month.year, month: month.month)
    return month.adding(days: (days * part + times - 1) / times - 1)
  }
}

import QAModel

/// What the framework says of a sample: how many, by when, who audits, of which service.
struct SamplePlan {
  private let framework: Framework
  private let lines: [PlanLine]
  private let kind: SampleKind

  init(_ kind: SampleKind, _ framework: Framework) {
    self.framework = framework
    self.kind = kind
    let names = { (type: AuditType) in Set(([type.term.name] + type.term.synonyms).map(Spelling.folded)) }
    lines = framework.plan.filter { line in
      guard let done = line.done else { return false }
      return switch kind {
      case .audit(let type):
        done.dataset == .audits && done.having.isEmpty
          && done.kinds.contains { names(type).contains(Spelling.folded($0)) }
      case .dipSample: done.dataset == .dipSamples
      }
    }
  }

  /// The one service that the plan has such audits in; `nil` where it is the authority or several.
  var service: String? {
    let services = Set(lines.map(\.service))
    guard services.count == 1, let only = services.first, let position = only else { return nil }
    return framework.services[position].name
  }

  /// Lines of the services asked for, or of the authority as a whole.
  private func lines(of services: [String]) -> [PlanLine] {
    let asked = Set(services.map(Spelling.folded))
    let own = lines.filter { line in
      line.service.map { asked.contains(Spelling.folded(framework.services[$0].name)) } ?? false
    }
    return own.isEmpty ? lines.filter { $0.service == nil } : own
  }

  /// Whether the plan says how many children are looked at, which one activity in a stretch of the calendar does not.
  var hasSize: Bool {
    lines.contains { line in
      switch line.due {
      case .times(let times, _)?: times > 1 && Self.isByAnybody(line)
      case .perPerson?: true
      default: false
      }
    }
  }

  /// How many children, and the words of the plan that say so.
  func size(auditors: Int, services: [String]) -> (count: Int, because: String)? {
    let lines = lines(of: services)
    for line in lines {
      guard case .times(let times, let stretch)? = line.due, times > 1, Self.isByAnybody(line) else {
        continue
      }
      return (times, "\u{201C}\(line.asWritten)\u{201D}: \(times) \(Self.each(stretch))")
    }
    for line in lines {
      guard case .perPerson(_, let times)? = line.due else { continue }
      // A month's part of what each does in a year; the children over are looked at sooner.
      return (
        (auditors * times + 11) / 12,
        "\u{201C}\(line.asWritten)\u{201D}: \(times) a year for each of \(auditors), a twelfth each month"
      )
    }
    return nil
  }

  /// The month of the day stands aside for something else, as for a Practice Week.
  func isReplaced(on day: CalendarDate) -> Bool {
    !lines.isEmpty && lines.allSatisfy { line in line.notDueIn.contains { $0.contains(day) } }
  }

  /// Roles and teams of those the plan has do it; both empty where it names nobody.
  var auditors: (roles: [String], teams: [String]) {
    let perPerson = lines.flatMap { line -> [String] in
      if case .perPerson(let roles, _)? = line.due { roles } else { [] }
    }
    var named: [String] = []
    if case .audit(let type) = kind { named = type.auditedBy }
    // Who is named may be a role or a team of the staff list.
    return (
      Self.unique(perPerson + lines.flatMap { $0.done?.roles ?? [] } + named),
      Self.unique(lines.flatMap { $0.done?.teams ?? [] } + named)
    )
  }

  /// By when, and why then: the framework's time from notification, else the last working day of the stretch of the
  /// calendar that the plan counts by.
  func due(from day: CalendarDate, calendar: WorkingCalendar) -> (date: CalendarDate, because: String)? {
    if case .audit(let type) = kind,
      let rule = framework.escalations.first(where: { rule in
        rule.trigger == .auditNotSubmitted
          && rule.auditType.map { Spelling.folded($0) == Spelling.folded(type.term.name) } ?? true
      })
    {
      switch rule.limit {
      case .days(let days): return (day.adding(days: days), "\(days) days after notification (\(rule.id))")
      case .workingDays(let days):
        return (
          calendar.adding(workingDays: days, to: day),
          "\(days) working days after notification (\(rule.id))"
        )
      case .months(let months):
        return (
          day.adding(months: months),
          "\(months) \(months == 1 ? "month" : "months") after notification (\(rule.id))"
        )
      }
    }
    for line in lines {
      guard case .times(_, let stretch)? = line.due, let today = Period(first: day, last: day),
        let period = stretch.periods(touching: today).first
      else { continue }
      var last = period.last
      while !calendar.isWorkingDay(last), last > day { last = last.adding(days: -1) }
      return (last, "the last working day of what the plan counts by, \u{201C}\(line.asWritten)\u{201D}")
    }
    return nil
  }

  /// Whether the line is of everybody's together, not one role's or team's part.
  private static func isByAnybody(_ line: PlanLine) -> Bool {
    line.done.map { $0.roles.isEmpty && $0.teams.isEmpty } ?? false
  }

  private static func each(_ stretch: PlanStretch) -> String {
    switch stretch {
    case .weeks(1): "each week"
    case .weeks(let weeks): "every \(weeks) weeks"
    case .months(1): "each month"
    case .months(3): "each quarter"
    case .months(12): "each year"
    case .months(let months): "every \(months) months"
    case .term: "each term"
    case .practiceWeeks: "each Practice Week"
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert(Spelling.folded($0)).inserted }
  }
}

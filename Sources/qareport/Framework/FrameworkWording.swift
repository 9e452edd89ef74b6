import QAModel

/// The entries of a framework's sections in words.
struct FrameworkWording {
  let framework: Framework

  typealias Entries = [(String, String)]

  var heads: Entries {
    [("Authority", framework.authority), ("Title", framework.title)]
      + (framework.marking.map { [("Marking", $0)] } ?? [])
  }

  var grades: Entries {
    let scale = framework.grades
    return scale.grades.indices.map { position in
      let good = position < scale.goodCount ? "good or better" : "below good"
      return (
        scale.grades[position].name,
        [good, scale.definitions[position]].compactMap(\.self).joined(separator: ". ")
      )
    }
  }

  var choices: Entries { framework.choices.map { ($0, "") } }

  func names(_ terms: [Term]) -> Entries {
    terms.map { ($0.name, $0.synonyms.isEmpty ? "" : "also " + $0.synonyms.joined(separator: ", ")) }
  }

  var auditTypes: Entries {
    framework.auditTypes.map { type in
      let parts = [
        type.selection.map(Self.chosen) ?? "the export says how children are chosen, else unstated",
        type.isReaudit ? "looks again at an audit before" : nil,
        type.openMonths.map { "record open for at least \(Self.counted($0, "month"))" },
        type.isByAnotherTeam ? "auditor of another team" : nil,
        type.earlier.isAny
          ? "a sample takes \(type.earlier.inadequate) children found inadequate and \(type.earlier.nearGood) found near good by their last audit"
          : nil,
        type.services.isEmpty ? nil : "of \(type.services.joined(separator: ", "))",
        type.drawnFrom.map(Self.drawn),
        type.auditedBy.isEmpty ? nil : "audited by \(type.auditedBy.joined(separator: ", "))",
      ]
      return (type.term.name, parts.compactMap(\.self).joined(separator: "; "))
    }
  }

  var indicators: Entries {
    framework.indicators.map { indicator in
      let parts = [
        indicator.unit.rawValue, indicator.kind.rawValue,
        indicator.polarity == .neither ? "neither way is good" : "\(indicator.polarity.rawValue) is good",
        indicator.strand.map { "strand \($0.rawValue)" },
        indicator.target.map { "target \(Rounding.decimal($0, places: indicator.places))" } ?? "no target",
        indicator.tolerance > 0
          ? "tolerance \(Rounding.decimal(indicator.tolerance, places: indicator.places))" : nil,
      ]
      return (indicator.term.name, parts.compactMap(\.self).joined(separator: ", "))
    }
  }

  var feedback: Entries {
    let scale = framework.feedback
    guard !scale.questions.isEmpty || !scale.ratings.isEmpty else { return [] }
    return scale.questions.map { ("Question \u{201C}\($0.name)\u{201D}", "") }
      + [("Ratings, best first", scale.ratings.map(\.name).joined(separator: ", "))]
      + [("Positive", scale.ratings.prefix(scale.positiveCount).map(\.name).joined(separator: ", "))]
  }

  var practiceAreas: Entries {
    framework.practiceAreas.map { area in
      let strands = Strand.allCases.compactMap { strand -> String? in
        guard let sources = area.evidence[strand], !sources.isEmpty else { return nil }
        return "\(strand.rawValue) from \(sources.map(source).joined(separator: ", "))"
      }
      return (area.name, strands.joined(separator: "; "))
    }
  }

  var judgementAreas: Entries {
    framework.judgementAreas.map { area in
      let parts = [
        area.services.isEmpty
          ? "no service named" : area.services.map { framework.services[$0].name }.joined(separator: ", "),
        area.judged.map { "judged \($0.words) on \($0.day.iso)" },
      ]
      return (area.name, parts.compactMap(\.self).joined(separator: "; "))
    }
  }

  private func source(_ source: EvidenceSource) -> String {
    switch source {
    case .domain(let position): "grades of \(framework.domains[position].name)"
    case .standard(let position): "the standard \(framework.standards[position].name)"
    case .indicator(let position): "the indicator \(framework.indicators[position].term.name)"
    case .question(let position): "the question \(framework.feedback.questions[position].name)"
    case .complaintCategory(let name): "complaints about \(name)"
    }
  }

  var thresholds: Entries {
    let thresholds = framework.thresholds
    return Strand.allCases.map {
      ("A strength in \($0.rawValue)", Rounding.percentage(thresholds.strand[$0] ?? 1))
    } + [
      ("Fewest records compared", "\(thresholds.fewestRecords)"),
      ("Fewest audits for kappa", "\(thresholds.fewestForKappa)"),
      ("Fewest records for a service's page", "\(thresholds.fewestForServicePage)"),
      ("Withheld from the public", "1 to \(thresholds.suppressUpTo)"),
    ]
  }

  var complaints: Entries {
    let days = framework.complaints
    return [
      ("Stage 1", days.stage1), ("Stage 1, complex", days.stage1Complex), ("Stage 2", days.stage2),
      ("Stage 2, extended", days.stage2Extended), ("Stage 3 panel", days.stage3Panel),
      ("Stage 3 report", days.stage3Report), ("Stage 3 response", days.stage3Response),
    ].map { ($0.0, "\($0.1)") }
  }

  var reports: Entries {
    framework.reports.map { report in
      let parts = [
        "\(report.title) (\(Self.words(report.kind.rawValue)))", "about \(Self.stretch(report.period))",
        report.isPerService ? "one for each service" : nil,
        report.services.isEmpty
          ? nil : "only \(report.services.map { framework.services[$0].name }.joined(separator: ", "))",
        report.auditTypes.isEmpty ? nil : "only audits of type \(report.auditTypes.joined(separator: ", "))",
        "for the audience \(report.audience.rawValue)",
        report.sections.isEmpty
          ? nil : "sections \(report.sections.map { Self.words($0.rawValue) }.joined(separator: ", "))",
      ]
      return (report.name, parts.compactMap(\.self).joined(separator: "; "))
    }
  }

  var meetings: Entries {
    framework.meetings.map { meeting in
      let parts = [
        "once every \(Self.stretchLength(meeting.frequency))", Self.day(meeting),
        meeting.receives.isEmpty ? nil : "receives \(meeting.receives.joined(separator: ", "))",
        "papers \(Self.counted(meeting.papersBefore, "day")) before",
        meeting.queriesUntil.map { "queries until \(Self.counted($0, "day")) before" },
        meeting.signedOffBy.map { "signed off first by \($0)" },
        meeting.audience == .internal ? nil : "for the audience \(meeting.audience.rawValue)",
      ]
      return (meeting.name, parts.compactMap(\.self).joined(separator: "; "))
    }
  }

  private static func day(_ meeting: Meeting) -> String {
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    var text =
      switch meeting.day.rule {
      case .weekday(let weekday, let week): "on \(weekdays[weekday - 1]) number \(week)"
      case .workingDay(let number): "on working day \(number)"
      case .dayOfMonth(let number): "on day \(number)"
      }
    if case .months(let months) = meeting.frequency, months > 1 { text += " of month \(meeting.day.month)" }
    return meeting.isDayAssumed ? text + " (assumed: the framework names no day)" : text
  }

  var escalations: Entries {
    framework.escalations.map { rule in
      let limit =
        switch rule.limit {
        case .days(0): rule.minimum > 0 ? "fewer than \(rule.minimum)" : "at once"
        case .days(let days): "after \(Self.counted(days, "day"))"
        case .workingDays(let days): "after \(Self.counted(days, "working day"))"
        case .months(let months): "after \(Self.counted(months, "month"))"
        }
      let audits = rule.auditType.map { " of type \($0)" } ?? ""
      return (rule.id, "\(Self.words(rule.trigger.rawValue))\(audits), \(limit), to \(rule.to)")
    }
  }

  var plan: Entries {
    framework.plan.map { line in
      let service = line.service.map { " (\(framework.services[$0].name))" } ?? ""
      let parts = [
        "\u{201C}\(line.asWritten)\u{201D}", line.lead.map { "lead \($0)" },
        line.due.map(due) ?? "nothing due",
        line.done.map { "counted from \(counted($0))" } ?? (line.due == nil ? nil : "no export records it"),
        line.scheduled.map { week in
          "scheduled for month \(week.month) of the quarter\(week.week.map { ", week \($0)" } ?? "")"
        },
        line.reportTo.map { "reported to \($0)" }, line.monitoredBy.map { "monitored by \($0)" },
        line.notDueIn.isEmpty ? nil : "not in \(line.notDueIn.map(\.slug).joined(separator: ", "))",
      ]
      let name = line.name.hasSuffix(service) ? line.name : line.name + service
      return (name, parts.compactMap(\.self).joined(separator: "; "))
    }
  }

  private func due(_ due: PlanDue) -> String {
    switch due {
    case .times(let times, let stretch): "\(times) every \(Self.stretchLength(stretch))"
    case .timesPerService(let times, let stretch):
      "\(times) every \(Self.stretchLength(stretch)) for each service"
    case .each(let source): "once for each of \(counted(source))"
    case .perPerson(let roles, let times): "\(times) a year for each \(roles.joined(separator: " or "))"
    }
  }

  private func counted(_ source: PlanSource) -> String {
    let parts = [
      source.counting == .children ? "children of" : nil, Self.words(source.dataset.rawValue),
      source.kinds.isEmpty ? nil : "named \(source.kinds.joined(separator: " or "))",
      source.roles.isEmpty ? nil : "by \(source.roles.joined(separator: " or "))",
      source.subjectRoles.isEmpty ? nil : "of \(source.subjectRoles.joined(separator: " or "))",
      source.teams.isEmpty ? nil : "by the team \(source.teams.joined(separator: " or "))",
      source.having.isEmpty
        ? nil : "with \(source.having.map { Self.words($0.rawValue) }.sorted().joined(separator: " and "))",
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private static func chosen(_ selection: Selection) -> String {
    switch selection {
    case .random: "children chosen at random"
    case .targeted: "children chosen for a reason (targeted)"
    case .quota: "so many children of each kind (quota)"
    }
  }

  /// `drawn from Front door contacts of the week before with Kind Contact or Referral`.
  private static func drawn(_ from: DrawnFrom) -> String {
    let sources = [
      from.isPlanFinalised ? "children of the caseload whose plan was finalised" : nil, from.register,
    ].compactMap(\.self)
    let conditions = from.conditions.map { "\($0.column) \($0.values.joined(separator: " or "))" }
    return "drawn from \(sources.joined(separator: ", else ")) in the \(from.last.rawValue) before"
      + (conditions.isEmpty ? "" : " with \(conditions.joined(separator: " and "))")
  }

  private static func words(_ name: String) -> String { name.replacing("_", with: " ") }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func stretch(_ stretch: PlanStretch) -> String {
    switch stretch {
    case .weeks(let weeks) where weeks > 1: "\(weeks) weeks"
    default: "one \(stretchLength(stretch))"
    }
  }

  private static func stretchLength(_ stretch: PlanStretch) -> String {
    switch stretch {
    case .weeks(1): "week"
    case .weeks(let weeks): "\(weeks) weeks"
    case .months(1): "month"
    case .months(3): "quarter"
    case .months(6): "half year"
    case .months(12): "year"
    case .months(24): "two years"
    case .months(let months): "\(months) months"
    case .term: "term"
    case .practiceWeeks: "month of a Practice Week"
    }
  }
}

import QAModel

/// What `due` prints: what waits first, then what is made and what is not to be made yet.
struct DueText {
  let text: String

  init(_ states: [DutyState], authority: String, on day: CalendarDate, paint: Paint) {
    var lines = [paint.bold(Console.printable("\(authority): what is due on \(day.long)"))]
    for part in Part.allCases {
      let found = states.filter { Part($0, on: day) == part }
      guard !found.isEmpty else { continue }
      lines += ["", part == .late ? paint.red(part.rawValue) : paint.bold(part.rawValue)]
      lines += Self.lines(found, on: day, paint)
    }
    if states.contains(where: { $0.duty.isDayAssumed && Part($0, on: day) != nil }) {
      lines += [""]
      lines += Layout.wrapped(
        "Days assumed: the framework does not name them. Give yours under meetings in qareport.yaml.",
        width: paint.width, indent: 0)
    }
    // A report that goes to several meetings is made once.
    let waiting = Set(
      states.filter(\.isWaiting).map { [$0.duty.report, $0.duty.period.slug, $0.duty.audience.rawValue] }
    ).count
    let said =
      waiting == 0
      ? paint.green("Nothing is waiting.")
      : "\(waiting) \(waiting == 1 ? "report is" : "reports are") waiting: qareport due --run makes what is due."
    lines += ["", states.isEmpty ? "The framework names no meeting that receives a report." : said]
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The parts of the list, in its order: what can still be in time first.
  private enum Part: String, CaseIterable {
    case late = "Late: papers were due"
    case due = "To be made now"
    case missed = "Never made, for meetings that are over"
    case made = "Made"
    case notYet = "Not yet"

    /// `nil` for what is made and whose meeting is over: nobody waits for it.
    init?(_ state: DutyState, on day: CalendarDate) {
      switch state.progress {
      case .late: self = state.duty.day < day ? .missed : .late
      case .due: self = .due
      case .made:
        guard state.duty.day >= day else { return nil }
        self = .made
      case .notYet: self = .notYet
      }
    }
  }

  /// A heading a meeting, and below it a line a report.
  private static func lines(_ states: [DutyState], on day: CalendarDate, _ paint: Paint) -> [String] {
    var lines: [String] = []
    var meetings: [[DutyState]] = []
    for state in states {
      if let at = meetings.firstIndex(where: {
        $0[0].duty.meeting == state.duty.meeting && $0[0].duty.day == state.duty.day
      }) {
        meetings[at].append(state)
      } else {
        meetings.append([state])
      }
    }
    for meeting in meetings {
      lines += Layout.wrapped(Console.printable(heading(meeting[0].duty)), width: paint.width, indent: 2)
      let rows = meeting.map { [$0.duty.report, $0.duty.period.short, audience($0.duty), said($0, on: day)] }
      lines += Layout.columns(
        rows.map { $0.map(Console.printable) }, textColumns: 4, indent: 4)
    }
    return lines
  }

  /// `DLT, Wednesday 21 January 2026 (day assumed): papers by 14 January 2026, queries until …`.
  private static func heading(_ duty: Duty) -> String {
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let parts = [
      "papers by \(duty.papersDue.long)", duty.lastQueries.map { "queries until \($0.long)" },
      duty.signedOffBy.map { "signed off first by \($0)" },
    ].compactMap(\.self)
    return "\(duty.meeting), \(weekdays[duty.day.weekday - 1]) \(duty.day.long)"
      + (duty.isDayAssumed ? " (day assumed)" : "")
      + ": " + parts.joined(separator: ", ")
  }

  private static func audience(_ duty: Duty) -> String {
    duty.audience == .internal ? "" : "for the \(duty.audience.rawValue)"
  }

  private static func said(_ state: DutyState, on day: CalendarDate) -> String {
    let duty = state.duty
    let some =
      duty.services.count > 1 && !state.made.isEmpty && !state.missing.isEmpty
      ? "\(state.made.count) of \(duty.services.count) services made; " : ""
    let each = duty.services.isEmpty ? "" : " for each of \(duty.services.count) services"
    switch state.progress {
    case .made:
      guard let first = state.made.first else { return "made" }
      let more = state.made.count > 1 ? " and \(state.made.count - 1) more" : ""
      return "made: \(first.pack.name)\(more), as at \(first.asAt.short)"
    case .notYet: return "can be made\(each) from \(duty.canBeMadeFrom.short)"
    case .due:
      let left = Int(duty.papersDue.dayNumber - day.dayNumber)
      return some + "not made\(each), "
        + (left == 0 ? "due today" : "due in \(left) \(left == 1 ? "day" : "days")")
    case .late:
      let late = Int(day.dayNumber - duty.papersDue.dayNumber)
      let over = duty.day < day ? "; the meeting is over" : ""
      return some + "not made\(each), \(late) \(late == 1 ? "day" : "days") late\(over)"
    }
  }
}

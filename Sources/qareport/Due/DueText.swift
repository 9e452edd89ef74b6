import QAModel

/// What `due` prints: what waits first, then what is made and what is not to be made yet.
struct DueText {
  let text: String

  init(_ states: [DutyState], authority: String, on day: CalendarDate, paint: Paint) {
    var lines = [paint.bold(Console.printable("\(authority): what is due on \(day.long)"))]
    for (progress, title) in Self.titles {
      let found = states.filter { $0.progress == progress }
      guard !found.isEmpty else { continue }
      let heading = paint.bold(title)
      lines += ["", progress == .late ? paint.red(title) : heading]
      lines += Self.lines(found, on: day, paint)
    }
    let waiting = states.count(where: \.isWaiting)
    let said =
      waiting == 0
      ? paint.green("Nothing is waiting.")
      : "\(waiting) \(waiting == 1 ? "report is" : "reports are") waiting: qareport due --run makes what is due."
    lines += ["", states.isEmpty ? "The framework names no meeting that receives a report." : said]
    text = lines.joined(separator: "\n") + "\n"
  }

  private static let titles: [(DutyState.Progress, String)] = [
    (.late, "Late: papers were due"), (.due, "To be made now"), (.made, "Made"), (.notYet, "Not yet"),
  ]

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
      + (duty.isDayAssumed ? " (the day is assumed: the framework names none)" : "")
      + ": " + parts.joined(separator: ", ")
  }

  private static func audience(_ duty: Duty) -> String {
    duty.audience == .internal ? "" : duty.audience.rawValue
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

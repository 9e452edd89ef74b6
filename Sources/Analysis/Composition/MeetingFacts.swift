import QAModel

/// To which meeting a report goes and by when: from the framework's meetings that receive it, and whose members may see
/// a pack for its audience.
enum MeetingFacts {
  /// So many meetings are named on a cover.
  private static let most = 3

  static func facts(_ context: ReportContext) -> [ReportDocument.Fact] {
    let name = Spelling.folded(context.request.report.name)
    let calendar = WorkingCalendar.englandAndWales(more: context.framework.moreHolidays)
    let after = context.request.asAt
    guard let ahead = Period(first: after.adding(days: 1), last: after.adding(months: 15)) else { return [] }
    let next = context.framework.meetings.filter { meeting in
      meeting.audience == context.request.audience
        && meeting.receives.contains { Spelling.folded($0) == name }
    }.compactMap { meeting in
      meeting.days(in: ahead, calendar: calendar).first { meeting.papersDue(for: $0) > after }
        .map { (meeting, $0) }
    }
    return next.prefix(most).map { meeting, day in
      var words =
        "\(meeting.isDayAssumed ? "about " : "")\(day.long); papers by \(meeting.papersDue(for: day).long)"
      if let queries = meeting.lastQueries(for: day) { words += "; queries until \(queries.long)" }
      if let who = meeting.signedOffBy { words += "; signed off before by the \(who)" }
      return ReportDocument.Fact("For the \(meeting.name)", .text(words))
    }
  }
}

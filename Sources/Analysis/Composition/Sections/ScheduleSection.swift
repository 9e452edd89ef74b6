import QAModel

/// The next quarter's schedule of quality assurance, from the plan's lines that have a place in it (St Helens,
/// Appendices 7 and 8).
enum ScheduleSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard let quarter = Period.quarter(containing: context.period.last.adding(days: 1)) else { return nil }
    let lines = context.framework.plan.compactMap { line in line.scheduled.map { (line, $0) } }
      .enumerated().sorted {
        ($0.element.1.month, $0.element.1.week ?? 9, $0.offset) < (
          $1.element.1.month, $1.element.1.week ?? 9, $1.offset
        )
      }.map(\.element)
    guard !lines.isEmpty else { return nil }
    let table = Table(
      id: "schedule", title: "Quality assurance schedule, \(quarter.short)",
      source: "The framework's schedule; weeks begin on Mondays",
      columns: ["Month", "When", "Activity", "Lead"].map { Table.Column($0) },
      rows: lines.map { line, week in
        [
          .text(CalendarDate.monthNames[week.firstOfMonth(in: quarter).month - 1]),
          .text(week.monday(in: quarter).map { "Week beginning \($0.short)" } ?? "To be timetabled"),
          .text(line.name), .text(line.lead ?? "Not stated"),
        ]
      })
    return Section(
      id: "schedule-section", title: "Schedule of the next quarter",
      blocks: [
        .paragraph(
          Paragraph([
            "\(Value.count(lines.count)) planned activities have a place in the schedule of \(quarter.title)."
          ])), .table(table),
      ])
  }
}

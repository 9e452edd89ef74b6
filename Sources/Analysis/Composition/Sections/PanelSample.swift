import QAModel

/// Completed audits drawn by lot for the moderation panel to look at, to go out with its papers (KI-3).
///
/// The services are gone round in their order, and of each an audit is drawn, until there are enough: several from across the
/// service, not in proportion to anything. The same exports and period draw the same ones again.
enum PanelSample {
  /// The document asks for several; so many can be read for one meeting.
  private static let most = 10

  /// For internal readers of a report to the panel; `nil` where no audit was completed that it has not graded yet.
  static func table(_ context: ReportContext) -> Table? {
    guard context.request.audience == .internal, context.request.report.kind == .moderation,
      let audits = context.dataset.audits
    else { return nil }
    let asAt = context.request.asAt
    let waiting = (0..<audits.count).filter { row in
      let isCompleted = audits.completed[row].map { context.period.contains($0) && $0 <= asAt } ?? false
      let isPanelled = audits.panel[row] != nil && audits.panelDate[row].map { $0 <= asAt } ?? true
      return isCompleted && !isPanelled
    }
    let last = context.period.last
    let seed = UInt64(last.year * 10_000 + last.month * 100 + last.day)
    let rows = drawn(waiting, by: audits.service, seed: seed)
    guard !rows.isEmpty else { return nil }
    let names = context.dataset.names
    let grade = { (grade: Grade?) in
      grade.map { Cell(.text(context.framework.grades.grades[Int($0.rank)].name)) } ?? Cell(.notAvailable)
    }
    return Table(
      id: "panel-sample", title: "Reviews drawn for the panel, \(context.period.short)",
      source:
        "Audits completed in the period that the panel has not graded by \(asAt.long), drawn by lot with the seed \(seed), one of each service in turn, \(most) at most",
      columns: [
        Table.Column("Audit id"), Table.Column("Service"), Table.Column("Audit type"),
        Table.Column("Completed", .date), Table.Column("Auditor"), Table.Column("Auditor's grade"),
        Table.Column("Moderator's grade"),
      ],
      rows: rows.map { row in
        [
          audits.id[row].map { .text(names.audits.name($0)) } ?? Cell(.notAvailable),
          .text(context.serviceName(audits.service[row])),
          audits.auditType[row].map { .text(names.auditTypes.name($0)) } ?? Cell(.notAvailable),
          Cell(audits.completed[row].map { .date($0) } ?? .notAvailable),
          .text(audits.auditor[row].map { names.people.name($0) } ?? "Nobody recorded"),
          grade(audits.overall[row] ?? audits.initialOverall[row]), grade(audits.moderated[row]),
        ]
      }, totalRows: rows.count < waiting.count ? waiting.count : nil)
  }

  private static func drawn(_ rows: [Int], by service: CodeColumn, seed: UInt64) -> [Int] {
    var numbers = SeededNumbers(seed: seed)
    let byService = Dictionary(grouping: numbers.shuffled(rows)) { service[$0] ?? .max }
    let queues = byService.sorted { $0.key < $1.key }.map(\.value)
    let rounds = queues.map(\.count).max() ?? 0
    return Array(
      (0..<rounds).flatMap { round in queues.compactMap { $0.dropFirst(round).first } }.prefix(most))
  }
}

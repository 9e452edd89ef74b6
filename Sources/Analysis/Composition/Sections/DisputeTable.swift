import QAModel

/// Disputed audits of the period: how far each went, with what result and how long it took (HA-7). What is past a limit is
/// the rules' of escalation to say.
enum DisputeTable {
  private struct Dispute {
    let isFormal: Bool
    let result: String
    /// From the day it was raised to the day it was resolved.
    let days: Int?
  }

  /// `nil` where none was raised in the period.
  static func table(_ context: ReportContext) -> Table? {
    let disputes = disputes(context)
    guard !disputes.isEmpty else { return nil }
    let results = Set(disputes.map(\.result)).sorted {
      ($0 == open ? 1 : 0, $0) < ($1 == open ? 1 : 0, $1)
    }
    return Table(
      id: "disputes", title: "Disputed audits, \(context.period.short)",
      source:
        "Audits with a dispute raised in the period, and what had become of it by \(context.request.asAt.long). Formal: went on to the formal stage. Days: from the day it was raised to the day it was resolved",
      columns: [
        Table.Column("Result"), Table.Column("Informal", .count), Table.Column("Formal", .count),
        Table.Column("All", .count), Table.Column("Longest (days)", .count),
      ],
      rows: results.map { result in row(result, disputes.filter { $0.result == result }) }
        + [row("All disputes", disputes)])
  }

  private static let open = "Not resolved yet"

  private static func row(_ name: String, _ disputes: [Dispute]) -> [Cell] {
    [
      .text(name), Cell(.count(disputes.count { !$0.isFormal })),
      Cell(.count(disputes.count(where: \.isFormal))),
      Cell(.count(disputes.count)),
      Cell(disputes.compactMap(\.days).max().map { .count($0) } ?? .notApplicable),
    ]
  }

  private static func disputes(_ context: ReportContext) -> [Dispute] {
    guard let audits = context.dataset.audits else { return [] }
    let asAt = context.request.asAt
    return (0..<audits.count).compactMap { row in
      guard let raised = audits.disputeRaised[row], context.period.contains(raised), raised <= asAt else {
        return nil
      }
      let resolved = audits.disputeResolved[row].flatMap { $0 <= asAt ? $0 : nil }
      let words = audits.disputeResult[row].map { Wording.sentenceCase(context.dataset.names.words.name($0)) }
      return Dispute(
        isFormal: audits.disputeFormal[row].map { $0 <= asAt } ?? false,
        result: resolved == nil ? open : words ?? "Resolved, no result recorded",
        days: resolved.map { Int($0.dayNumber - raised.dayNumber) })
    }
  }
}

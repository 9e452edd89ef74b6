public import QAModel

/// The ids and names in one column that should be those of another dataset's records.
public struct RecordLink: Sendable {
  public var dataset: DatasetKind
  public var column: String
  /// What they should be found among: `audit ids of the audits`.
  public var target: String
  /// Records with something in the column.
  public var pointing: Int
  /// Those of them that point to nothing, in the order of the exports.
  public var broken: [(origin: Origin, value: String)]
  /// Whether a broken link is a fault, not just somebody who has left or a case that has closed.
  public var isFault: Bool

  public var different: Int { Set(broken.map(\.value)).count }
}

/// Follows every link between the records of a dataset.
struct RecordLinks {
  let dataset: Dataset

  var all: [RecordLink] { (records + people + children).filter { $0.pointing > 0 } }

  private var records: [RecordLink] {
    var links: [RecordLink] = []
    let names = dataset.names
    if let audits = dataset.audits {
      links.append(
        link(
          .audits, "previous_audit_id", "the ids of audits", audits.previousAudit, audits.origin,
          names.audits, among: codes(audits.id), isFault: true))
    }
    if let complaints = dataset.complaints, let actions = dataset.actions {
      links.append(
        link(
          .complaints, "action_id", "the ids of actions", complaints.action, complaints.origin,
          names.actions, among: codes(actions.id), isFault: true))
    }
    if let actions = dataset.actions, !recordIDs.isEmpty {
      let known = recordIDs
      let table = names.records
      let sourced = Set((0..<UInt32(table.count)).filter { known.contains(table.name($0)) })
      links.append(
        link(
          .actions, "source_id", "the ids of the records supplied", actions.sourceID, actions.origin, table,
          among: sourced, isFault: true))
    }
    return links
  }

  /// The ids of every record an action can come from. Each dataset has codes of its own, so they meet as names.
  private var recordIDs: Set<String> {
    let names = dataset.names
    var ids: Set<String> = []
    func add(_ column: CodeColumn?, _ table: NameTable) {
      guard let column else { return }
      for code in codes(column) { ids.insert(table.name(code)) }
    }
    add(dataset.audits?.id, names.audits)
    add(dataset.complaints?.reference, names.complaints)
    for column in [
      dataset.dipSamples?.id, dataset.observations?.id, dataset.supervisionAudits?.id, dataset.feedback?.id,
    ] { add(column, names.records) }
    return ids
  }

  private var people: [RecordLink] {
    guard let staff = dataset.staff else { return [] }
    let known = codes(staff.worker)
    var columns: [(DatasetKind, String, CodeColumn, [Origin])] = []
    if let audits = dataset.audits {
      columns.append((.audits, "worker", audits.worker, audits.origin))
      columns.append((.audits, "auditor", audits.auditor, audits.origin))
      columns.append((.audits, "moderator", audits.moderator, audits.origin))
    }
    if let table = dataset.observations {
      columns.append((.observations, "worker", table.worker, table.origin))
      columns.append((.observations, "observer", table.observer, table.origin))
    }
    if let table = dataset.supervisionAudits {
      columns.append((.supervisionAudits, "supervisor", table.supervisor, table.origin))
    }
    if let table = dataset.caseload { columns.append((.caseload, "worker", table.worker, table.origin)) }
    return columns.map { kind, name, column, origin in
      link(
        kind, name, "the names of staff", column, origin, dataset.names.people, among: known, isFault: false)
    }
  }

  private var children: [RecordLink] {
    guard let caseload = dataset.caseload else { return [] }
    let known = codes(caseload.child)
    var columns: [(DatasetKind, CodeColumn, [Origin])] = []
    if let table = dataset.audits { columns.append((.audits, table.child, table.origin)) }
    if let table = dataset.dipSamples { columns.append((.dipSamples, table.child, table.origin)) }
    if let table = dataset.observations { columns.append((.observations, table.child, table.origin)) }
    return columns.map { kind, column, origin in
      link(
        kind, "child_id", "the children of the caseload", column, origin, dataset.names.children,
        among: known, isFault: false)
    }
  }

  private func codes(_ column: CodeColumn) -> Set<UInt32> {
    Set((0..<column.count).compactMap { column[$0] })
  }

  private func link(
    _ kind: DatasetKind, _ name: String, _ target: String, _ column: CodeColumn, _ origin: [Origin],
    _ names: NameTable, among known: Set<UInt32>, isFault: Bool
  ) -> RecordLink {
    var link = RecordLink(
      dataset: kind, column: name, target: target, pointing: 0, broken: [], isFault: isFault)
    for row in 0..<column.count {
      guard let code = column[row] else { continue }
      link.pointing += 1
      if !known.contains(code) { link.broken.append((origin[row], names.name(code))) }
    }
    return link
  }
}

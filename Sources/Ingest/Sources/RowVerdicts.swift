import QAModel

/// What becomes of each row of one export: used, or set aside and why.
struct RowVerdicts {
  /// The reason for rows outside what the workspace looks at.
  static let outsideScope = "outside_scope"

  /// 0 for a row that is fine, else a place in `reasons` and one.
  private var verdicts: [UInt8]
  private var reasons: [String] = []

  init(_ rows: Int) { verdicts = Array(repeating: 0, count: rows) }

  var count: Int { verdicts.count }

  func isFine(_ row: Int) -> Bool { verdicts[row] == 0 }

  /// Why a row was set aside, or `nil`.
  func reason(_ row: Int) -> String? { verdicts[row] == 0 ? nil : reasons[Int(verdicts[row]) - 1] }

  /// The first reason stands.
  mutating func setAside(_ row: Int, _ reason: String) {
    guard verdicts[row] == 0 else { return }
    var place = reasons.firstIndex(of: reason)
    if place == nil {
      reasons.append(reason)
      place = reasons.count - 1
    }
    verdicts[row] = UInt8((place ?? 0) + 1)
  }

  /// Sets aside the rows whose cells are not among the values the workspace reads.
  mutating func leaveOut(_ rows: [String: [String]], of export: RawExport) {
    for (header, values) in rows {
      guard let scope = CellScope(header, values, in: export) else { continue }
      for row in 0..<count where !scope.contains(row) { setAside(row, Self.outsideScope) }
    }
  }
}

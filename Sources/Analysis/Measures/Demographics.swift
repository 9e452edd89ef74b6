import QAModel

/// Who children are, as the caseload gives it: age band, sex, ethnicity and disability, each where given. Audits hold no
/// more than a child's id, so it is the caseload that tells whom they looked at.
final class Demographics: Sendable {
  /// One characteristic, and the place of every row of the caseload and of every child on its axis; −1 where it is not
  /// given.
  struct Characteristic: Sendable {
    let axis: Axis
    let names: [String]
    let placeOfRow: [Int16]
    let placeOfChild: [Int16]
  }

  let characteristics: [Characteristic]

  /// The age bands of the Department for Education's children-in-need statistics.
  static let ageBands = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"]

  init(_ dataset: Dataset) {
    guard let table = dataset.caseload else {
      characteristics = []
      return
    }
    let words = dataset.names.words
    func places(_ column: CodeColumn) -> (names: [String], places: [Int16]) {
      var names: [String] = []
      var known: [UInt32: Int16] = [:]
      let places = (0..<table.count).map { row -> Int16 in
        guard let code = column[row] else { return -1 }
        if let place = known[code] { return place }
        guard names.count < Int(Int16.max) else { return -1 }
        known[code] = Int16(names.count)
        names.append(words.name(code))
        return Int16(names.count - 1)
      }
      return (names, places)
    }
    let ages = (0..<table.count).map { row in table.age[row].map(Self.ageBand) ?? -1 }
    let latest = Self.latestRows(table, children: dataset.names.children.count)
    let found: [(Axis, [String], [Int16])] =
      [(.ageBand, ages.contains { $0 >= 0 } ? Self.ageBands : [], ages)]
      + [(Axis.sex, table.sex), (.ethnicity, table.ethnicity), (.disability, table.disability)].map {
        let (names, places) = places($0.1)
        return ($0.0, names, places)
      }
    characteristics = found.filter { !$0.1.isEmpty }.map { axis, names, places in
      Characteristic(
        axis: axis, names: names, placeOfRow: places,
        placeOfChild: latest.map { $0 >= 0 ? places[$0] : -1 })
    }
  }

  /// By code of child: the row opened last, of several the later one; −1 for a child the caseload does not hold.
  private static func latestRows(_ table: CaseloadTable, children: Int) -> [Int] {
    var latest = [Int](repeating: -1, count: children)
    for row in 0..<table.count {
      guard let child = table.child[row].map(Int.init) else { continue }
      let before = latest[child]
      if before >= 0, (table.opened[before]?.dayNumber ?? .min) > (table.opened[row]?.dayNumber ?? .min) {
        continue
      }
      latest[child] = row
    }
    return latest
  }

  private static func ageBand(_ age: Double) -> Int16 {
    switch age {
    case ..<0: -1
    case ..<1: 0
    case ..<5: 1
    case ..<10: 2
    case ..<16: 3
    default: 4
    }
  }

  var names: [Axis: [String]] {
    Dictionary(characteristics.map { ($0.axis, $0.names) }, uniquingKeysWith: { first, _ in first })
  }
}

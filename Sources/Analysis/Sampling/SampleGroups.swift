import QAModel

/// What group of each kind a child of the caseload is in.
struct SampleGroups {
  private let caseload: CaseloadTable
  private let names: Dataset.Names
  private let characteristics: [Axis: Demographics.Characteristic]

  init(_ dataset: Dataset) {
    caseload = dataset.caseload ?? CaseloadTable()
    names = dataset.names
    characteristics = Dictionary(
      Demographics(dataset).characteristics.map { ($0.axis, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `nil` where the caseload does not say.
  func name(_ axis: SampleAxis, _ row: Int) -> String? {
    switch axis {
    case .service: caseload.service[row].map { names.services.name($0) }
    case .team: caseload.team[row].map { names.teams.name($0) }
    case .levelOfNeed: caseload.levelOfNeed[row].map { names.levelsOfNeed.name($0) }
    case .age: characteristic(.ageBand, row)
    case .sex: characteristic(.sex, row)
    case .ethnicity: characteristic(.ethnicity, row)
    case .disability: characteristic(.disability, row)
    }
  }

  private func characteristic(_ axis: Axis, _ row: Int) -> String? {
    guard let found = characteristics[axis], found.placeOfRow[row] >= 0 else { return nil }
    return found.names[Int(found.placeOfRow[row])]
  }

  /// The groups of an axis in the order they are shown: age bands from the youngest, others by name.
  func order(_ axis: SampleAxis, _ found: Set<String>) -> [String] {
    axis == .age ? Demographics.ageBands.filter(found.contains) : found.sorted()
  }
}

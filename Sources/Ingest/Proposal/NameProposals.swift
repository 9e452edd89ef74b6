import QAModel

/// What the cells of recognised columns spell: services, levels of need, and cells that no list has.
struct NameProposals {
  let workspace: Workspace
  let folder: String

  /// A column of an export with the column of the dataset it was taken for.
  struct Column {
    let export: SurveyedExport
    let position: Int
    let dataset: DatasetKind
    let target: TargetColumn
    let isSure: Bool

    var evidence: ColumnEvidence { export.columns[position] }
  }

  typealias Names = (names: [WorkspaceProposal.Name], unknown: [WorkspaceProposal.Doubt])

  // MARK: Services

  func services(_ columns: [Column]) -> Names {
    let groups = SpellingGroups(
      spellings(columns, "service", with: "team").filter {
        !ServiceDecoder.isWhole($0.text, authority: workspace.framework.authority)
      }, known: workspace.framework.services)
    return named(groups)
  }

  private func named(_ groups: SpellingGroups) -> Names {
    (
      groups.groups.map { group in
        WorkspaceProposal.Name(
          name: group.name, spellings: group.spellings,
          doubtful: group.doubtful.map { .init(spelling: $0.text, rows: $0.rows, place: $0.place) })
      }, groups.unknown.map { .init(spelling: $0.text, rows: $0.rows, place: $0.place) }
    )
  }

  /// The different cells of a column of all exports, each with what stands beside it in another.
  private func spellings(
    _ columns: [Column], _ name: String, with other: String
  ) -> [SpellingGroups.Spelling] {
    var spellings: [String: SpellingGroups.Spelling] = [:]
    for column in columns where column.target.name == name {
      let table = column.export.table
      let beside = columns.first { $0.export.path == column.export.path && $0.target.name == other }
      for row in 0..<table.rowCount {
        let cell = Cell.trimmed(table.cell(row, column.position))
        if cell.isEmpty || MissingTokens.names[Fold.cell(cell)] != nil { continue }
        let company = beside.map { Fold.letters(table.cell(row, $0.position)) } ?? ""
        var spelling =
          spellings[cell]
          ?? SpellingGroups.Spelling(text: cell, rows: 0, company: [], place: place(column, row))
        spelling.rows += 1
        if !company.isEmpty { spelling.company.insert(company) }
        spellings[cell] = spelling
      }
    }
    return Array(spellings.values)
  }

  private func place(_ column: Column, _ row: Int) -> SourceLocation {
    SourceLocation(
      file: folder == "." ? column.export.path : "\(folder)/\(column.export.path)",
      line: Int(column.export.table.lines[row]), column: column.evidence.header)
  }

  // MARK: Levels of need

  /// Levels by the number in them: `Level 2`, `L2` and `2` are one. Where a level has no number they are taken as they
  /// come, and nothing is proposed.
  func levels(_ columns: [Column]) -> Names {
    guard workspace.framework.levelsOfNeed.isEmpty else { return ([], []) }
    let spellings = spellings(columns, "level_of_need", with: "team")
    let rows = spellings.reduce(0) { $0 + $1.rows }
    let byNumber = Dictionary(grouping: spellings) { $0.text.filter(\.isNumber) }
    guard rows > 0, byNumber.keys.allSatisfy({ $0.count == 1 }) else { return ([], []) }
    var names: [WorkspaceProposal.Name] = []
    var unknown: [WorkspaceProposal.Doubt] = []
    for (_, same) in byNumber.sorted(by: { $0.key < $1.key }) {
      let total = same.reduce(0) { $0 + $1.rows }
      let whole = same.filter { $0.text.count > 3 }
      guard let most = (whole.isEmpty ? same : whole).max(by: { ($0.rows, $1.text) < ($1.rows, $0.text) })
      else {
        continue
      }
      if total * 250 < rows {
        unknown += same.map { .init(spelling: $0.text, rows: $0.rows, place: $0.place) }
      } else {
        let others = Set(same.map(\.text)).filter { Fold.letters($0) != Fold.letters(most.text) }
        names.append(WorkspaceProposal.Name(name: most.text, spellings: others.sorted(), doubtful: []))
      }
    }
    return (names, unknown)
  }

  // MARK: Cells of closed lists

  /// Cells of closed lists that are not on them, by dataset and column.
  func cells(_ columns: [Column]) -> [WorkspaceProposal.Cells] {
    struct Place: Hashable {
      var dataset: DatasetKind
      var column: String
    }
    var order: [Place] = []
    var doubts: [Place: [String: WorkspaceProposal.Doubt]] = [:]
    for column in columns {
      guard case .list(_, let isOnIt) = column.target.cells else { continue }
      let spot = Place(dataset: column.dataset, column: column.target.name)
      for value in column.evidence.values where !isOnIt(value.cell) && !isMissing(value.cell) {
        if doubts[spot] == nil { order.append(spot) }
        let first = (0..<column.export.table.rowCount).first {
          Cell.trimmed(column.export.table.cell($0, column.position)) == value.cell
        }
        var doubt =
          doubts[spot]?[value.cell]
          ?? WorkspaceProposal.Doubt(spelling: value.cell, rows: 0, place: place(column, first ?? 0))
        doubt.rows += value.count
        doubts[spot, default: [:]][value.cell] = doubt
      }
    }
    return order.map { spot in
      let names = meanings(of: spot.column, in: spot.dataset)
      return WorkspaceProposal.Cells(
        dataset: spot.dataset, column: spot.column,
        doubts: (doubts[spot] ?? [:]).values.sorted { ($1.rows, $0.spelling) < ($0.rows, $1.spelling) }.map {
          ($0, Spelling.nearest($0.spelling, in: names))
        })
    }
  }

  private func isMissing(_ cell: String) -> Bool { MissingTokens.grades[Fold.cell(cell)] != nil }

  private func meanings(of column: String, in dataset: DatasetKind) -> [String] {
    let framework = workspace.framework
    return switch DatasetColumns.vocabulary(of: column, in: dataset) {
    case .words(let words): words
    case .grades: framework.grades.grades.map(\.name)
    case .auditTypes: framework.auditTypes.map(\.term.name)
    case .standards: framework.standards.map(\.name)
    case .indicators: framework.indicators.map(\.term.name)
    case .questions: framework.feedback.questions.map(\.name)
    case .ratings: framework.feedback.ratings.map(\.name)
    case .services, .levelsOfNeed, nil: []
    }
  }
}

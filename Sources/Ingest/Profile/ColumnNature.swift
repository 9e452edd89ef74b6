import QAModel

/// What is worth counting in the cells of a column.
enum ColumnNature {
  /// Ids and names of people: only how many there are.
  case identities(WritableKeyPath<Dataset.Names, NameTable>)
  /// Names with a table of their own.
  case names(WritableKeyPath<Dataset.Names, NameTable>)
  /// The values of a closed list, by what `StoredCells.bits` gives.
  case list((NameBook) -> [UInt64: String])
  /// The framework's indicators, by position.
  case indicators
  case days
  case numbers
  case text
}

extension ColumnSpec {
  /// Counts the cells of the column.
  func profile(_ table: Table, _ book: NameBook, _ workspace: Workspace, _ names: Dataset.Names)
    -> ColumnProfile
  {
    let cells = cells(table)
    var missing: [Missing: Int] = [:]
    var values: [UInt64: Int] = [:]
    let counts = nature.countsValues
    for row in 0..<cells.count {
      if let reason = cells.missing(at: row) {
        missing[reason, default: 0] += 1
      } else if counts {
        values[cells.bits(at: row), default: 0] += 1
      }
    }
    let filled = cells.count - missing.values.reduce(0, +)
    return ColumnProfile(
      name: name, isRequired: isRequired, isSupplied: filled > 0, filled: filled, missing: missing,
      content: content(cells, values, book, workspace, names))
  }

  private func content(
    _ cells: any StoredCells, _ values: [UInt64: Int], _ book: NameBook, _ workspace: Workspace,
    _ names: Dataset.Names
  ) -> ColumnProfile.Content {
    func counted(_ name: (UInt64) -> String) -> ColumnProfile.Content {
      .values(
        values.map { ColumnProfile.ValueCount(name($0.key), $0.value) }.sorted {
          ($1.count, $0.value) < ($0.count, $1.value)
        })
    }
    switch nature {
    case .identities: return .identities(different: values.count)
    case .names(let path):
      let table = names[keyPath: path]
      return counted { table.name(UInt32($0)) }
    case .list(let labels):
      let labels = labels(book)
      return counted { labels[$0] ?? "" }
    case .indicators: return counted { workspace.framework.indicators[Int($0)].term.name }
    case .days: return .days(cells as? DateColumn ?? (cells as? SpanCells)?.last ?? DateColumn())
    case .numbers: return .numbers
    case .text: return .text
    }
  }
}

extension ColumnNature {
  fileprivate var countsValues: Bool {
    switch self {
    case .identities, .names, .list, .indicators: true
    case .days, .numbers, .text: false
    }
  }
}

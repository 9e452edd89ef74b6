public import QAModel

/// Says how complete a dataset is, and what tells its records from those of an earlier run.
public struct ExportProfiler {
  private let workspace: Workspace
  private let sources: [any ExportSource]

  public init(workspace: Workspace) {
    self.workspace = workspace
    sources = Catalogue.sources(workspace)
  }

  /// A profile of each dataset that was supplied.
  public func profiles(of dataset: Dataset) -> [DatasetProfile] {
    let book = NameBook(workspace.framework)
    return sources.compactMap { $0.profile(dataset, book, workspace) }
  }

  /// The prints of every record, in the order of the tables.
  public func recordPrints(of dataset: Dataset) -> [RecordPrint] {
    let context = PrintContext(names: dataset.names, text: dataset.text)
    return sources.flatMap { $0.recordPrints(dataset, context) }
  }
}

extension TableSource {
  func profile(_ dataset: Dataset, _ book: NameBook, _ workspace: Workspace) -> DatasetProfile? {
    guard let table = dataset[keyPath: table] else { return nil }
    let supplied = supplied(dataset, workspace.datasets[kind] ?? DatasetSettings())
    return DatasetProfile(
      dataset: kind, origins: table[keyPath: origin],
      columns: columns.map { column in
        var profile = column.profile(table, book, workspace, dataset.names)
        profile.isSupplied = profile.isSupplied || supplied.contains(column.name)
        return profile
      })
  }

  /// The columns that a header or a constant of the workspace speaks of.
  private func supplied(_ dataset: Dataset, _ settings: DatasetSettings) -> Set<String> {
    var supplied = Set(settings.constants.keys)
    for file in dataset.files where file.dataset == kind {
      for reading in file.headers {
        guard case .read(let column, let authority) = reading.fate else { continue }
        supplied.insert(column)
        if authority == .record, let variants { supplied.insert(variants.headerColumn) }
      }
    }
    return supplied
  }
}

import QAModel

/// A kind of export, whatever its table.
protocol ExportSource {
  var kind: DatasetKind { get }
  /// How its headers are known, with what the workspace calls them.
  func vocabulary(_ settings: DatasetSettings) -> HeaderVocabulary
  /// What is kept of the column in a role.
  func columnKind(_ role: ColumnRole) -> RawTable.ColumnKind
  /// The columns without which a file cannot be read, that a header does not have.
  func missingColumns(_ header: FoundHeader, _ settings: DatasetSettings) -> [String]
  /// How many columns a file must have.
  var requiredCount: Int { get }
  /// Columns and their other names, for *did you mean*.
  var spellings: [String] { get }
  /// Which column a header was taken for, and on whose word.
  func reading(
    of header: String, _ role: ColumnRole, _ settings: DatasetSettings
  ) -> (column: String, authority: HeaderReading.Authority)
  /// How complete the dataset is; `nil` where it was not supplied.
  func profile(_ dataset: Dataset, _ book: NameBook, _ workspace: Workspace) -> DatasetProfile?
  func recordPrints(_ dataset: Dataset, _ context: PrintContext) -> [RecordPrint]
  /// What headers of an unknown export may stand for.
  func targets(_ workspace: Workspace, _ book: NameBook) -> [TargetColumn]
  /// Headers whose cells are needed although they are no columns of the dataset.
  func askedHeaders(_ settings: DatasetSettings) -> Set<String>
  func assemble(
    _ exports: [RawExport], _ workspace: Workspace, _ names: NameBook, into dataset: inout Dataset)
}

extension TableSource: ExportSource {
  func vocabulary(_ settings: DatasetSettings) -> HeaderVocabulary {
    let own = settings.columns.sorted { $0.key < $1.key }.compactMap { header, column in
      position(of: column).map { (header: header, position: $0) }
    }
    // A header that stands for a standard is a record of its own wherever the standard's name is.
    let records = settings.columns.sorted { $0.key < $1.key }.compactMap { header, column in
      position(of: column) == nil ? variants?.recognise(column).map { (header: header, name: $0) } : nil
    }
    return HeaderVocabulary(
      columns: columns.enumerated().map { ([$1.name] + $1.synonyms, $0) }, workspace: own,
      records: records,
      asked: askedHeaders(settings), ignored: Set(settings.ignored.map(HeaderVocabulary.key)),
      variant: variants?.recognise ?? { _ in nil })
  }

  func columnKind(_ role: ColumnRole) -> RawTable.ColumnKind {
    switch role {
    case .column(let position): columns[position].kind
    case .variant, .asked: .coded
    }
  }

  func missingColumns(_ header: FoundHeader, _ settings: DatasetSettings) -> [String] {
    var present: Set<String> = Set(settings.constants.keys)
    if takesOpenData, OpenDataLayout.applies(header, settings) {
      guard settings.openData.contains(where: { OpenDataLayout.holds($0, header) }) else {
        return settings.openData.compactMap { $0.value ?? $0.numerator }
      }
      // The workspace says what the indicators are.
      present.insert("indicator")
    }
    for role in header.roles {
      switch role {
      case .column(let position): present.insert(columns[position].name)
      case .variant:
        if let variants { present.formUnion([variants.headerColumn, variants.cellColumn]) }
      case .asked, nil: break
      }
    }
    return columns.filter { $0.isRequired && !present.contains($0.name) }.map(\.name)
  }

  func askedHeaders(_ settings: DatasetSettings) -> Set<String> {
    Set(
      (settings.rows.keys + (takesOpenData ? OpenDataLayout.headers(settings) : [])).map(HeaderVocabulary.key)
    )
  }

  var requiredCount: Int { columns.count(where: \.isRequired) }
  var spellings: [String] { columns.flatMap { [$0.name] + $0.synonyms } }

  func assemble(
    _ exports: [RawExport], _ workspace: Workspace, _ names: NameBook, into dataset: inout Dataset
  ) {
    var assembler = TableAssembler(self, workspace, names)
    let choice = choice(exports, workspace.datasets[kind] ?? DatasetSettings())
    dataset.diagnostics += choice.diagnostics
    for (position, export) in exports.enumerated() {
      assembler.add(export, isLeftOut: choice.leftOut.contains(position), text: &dataset.text)
      export.table.release()
    }
    let result = assembler.finish(dataset.text)
    dataset[keyPath: table] = result.table
    dataset.reconciliation += result.reconciliation
    dataset.diagnostics += result.diagnostics
  }
}

import QAModel

/// Where the rows of a table stand in the exports, and what they are called there.
struct RecordPlaces {
  let dataset: Dataset
  /// Only `internal` sees ids of records.
  let audience: Audience

  func records(_ rows: TracedRows, _ kind: MeasureDefinition.Kind) -> [TracedRecord] {
    let places = columns(rows.dataset)
    let origins = rows.isOfOthers ? dataset.benchmarks?.origin ?? [] : places.origins
    let id = places.id
    let performance = kind == .indicator ? dataset.performance : nil
    let others = rows.isOfOthers ? dataset.benchmarks : nil
    let own = rows.rows.map { row in
      let origin = origins[row.row]
      return TracedRecord(
        file: dataset.files.indices.contains(Int(origin.file)) ? dataset.files[Int(origin.file)].path : "",
        line: Int(origin.line), record: audience == .internal ? id(row.row) : nil,
        part: part(row.inNumerator, kind),
        numerator: row.part.map(Double.init) ?? (others?.numerator ?? performance?.numerator)?[row.row],
        denominator: row.of.map(Double.init) ?? (others?.denominator ?? performance?.denominator)?[row.row],
        value: (others?.value ?? performance?.value)?[row.row])
    }
    return own + rows.others.flatMap { records($0, kind) }
  }

  private func part(_ inNumerator: Bool, _ kind: MeasureDefinition.Kind) -> TracedRecord.Part {
    switch kind {
    case .share: inNumerator ? .numerator : .denominator
    case .distinctChildren: inNumerator ? .counted : .repeated
    case .indicator, .comparison: inNumerator ? .counted : .leftOut
    case .records, .people, .peopleShare, .agreement, .reading: .counted
    }
  }

  /// The places of a table's rows, and the id of each: none where rows have no id of their own, and the child's own
  /// is no record's.
  private func columns(_ kind: DatasetKind) -> (origins: [Origin], id: (Int) -> String?) {
    let names = dataset.names
    func named(_ column: CodeColumn?, _ table: NameTable) -> (Int) -> String? {
      { row in
        guard let column, row < column.count else { return nil }
        return column[row].map(table.name)
      }
    }
    return switch kind {
    case .audits: (dataset.audits?.origin ?? [], named(dataset.audits?.id, names.audits))
    case .dipSamples: (dataset.dipSamples?.origin ?? [], named(dataset.dipSamples?.id, names.records))
    case .complaints:
      (dataset.complaints?.origin ?? [], named(dataset.complaints?.reference, names.complaints))
    case .observations: (dataset.observations?.origin ?? [], named(dataset.observations?.id, names.records))
    case .supervisionAudits:
      (dataset.supervisionAudits?.origin ?? [], named(dataset.supervisionAudits?.id, names.records))
    case .feedback: (dataset.feedback?.origin ?? [], named(dataset.feedback?.id, names.records))
    case .actions: (dataset.actions?.origin ?? [], named(dataset.actions?.id, names.actions))
    case .performance: (dataset.performance?.origin ?? [], named(nil, names.records))
    case .activity: (dataset.activity?.origin ?? [], named(nil, names.records))
    case .caseload: (dataset.caseload?.origin ?? [], named(dataset.caseload?.child, names.children))
    case .staff: (dataset.staff?.origin ?? [], named(nil, names.records))
    case .neighbours: (dataset.neighbours?.origin ?? [], named(nil, names.records))
    case .register(let name):
      (dataset.registers[name]?.origin ?? [], named(dataset.registers[name]?.id, names.records))
    }
  }
}

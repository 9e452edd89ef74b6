import QAModel

extension ExportHead.Match {
  /// What each header of the export was taken for, in the order of the file.
  func headerReadings(_ settings: DatasetSettings) -> [HeaderReading] {
    let ignored = Set(settings.ignored.map(HeaderVocabulary.key))
    var seen: [ColumnRole: String] = [:]
    return header.names.enumerated().map { index, name in
      let written = Cell.trimmed(name)
      return HeaderReading(
        header: written, position: index + 1,
        fate: fate(written, header.roles[index], settings, ignored, &seen))
    }
  }

  private func fate(
    _ header: String, _ role: ColumnRole?, _ settings: DatasetSettings, _ ignored: Set<String>,
    _ seen: inout [ColumnRole: String]
  ) -> HeaderReading.Fate {
    guard let role else {
      if header.isEmpty { return .unnamed }
      if ignored.contains(HeaderVocabulary.key(header)) { return .ignored }
      return .unknown(nearest: Nearest.candidate(to: header, among: source.spellings))
    }
    if let first = seen[role] { return .repeated(of: first) }
    seen[role] = header
    let reading = source.reading(of: header, role, settings)
    return .read(as: reading.column, by: reading.authority)
  }
}

extension TableSource {
  func reading(
    of header: String, _ role: ColumnRole, _ settings: DatasetSettings
  ) -> (column: String, authority: HeaderReading.Authority) {
    switch role {
    case .asked: return (header, .asked)
    case .variant: return (variants?.cellColumn ?? header, .record)
    case .column(let position):
      let column = columns[position]
      let key = HeaderVocabulary.key(header)
      if settings.columns.contains(where: { HeaderVocabulary.key($0.key) == key }) {
        return (column.name, .workspace)
      }
      if HeaderVocabulary.key(column.name) == key { return (column.name, .name) }
      return (column.name, column.name.contains(":") ? .framework : .synonym)
    }
  }
}

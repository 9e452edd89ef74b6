import QAModel

/// Whose figures the rows of an open-data file are, beside those that the workspace reads as its own: England's, the
/// region's of the one authority it reads, and those of that authority's statistical neighbours.
struct OpenDataAreas {
  /// A column `area`, blank where a row is nobody's who is compared with, and a column `name`.
  let table: RawTable
  /// The codes of the authority's neighbours; none where the workspace reads several authorities, or none.
  let neighbours: Set<String>
  let region: String?

  private static let geography = Set(
    [
      "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code",
      "new_la_code", "la_name",
    ].map(HeaderVocabulary.key))
  /// The headers whose cells are needed.
  static let headers = ["geographic_level", "country_name", "region_name", "old_la_code", "la_name"]

  /// What of the rows a workspace reads is about anything but the area.
  static func withoutAreas(_ rows: [String: [String]]) -> [String: [String]] {
    rows.filter { !geography.contains(HeaderVocabulary.key($0.key)) }
  }

  /// - Parameter neighbours: the codes of an authority's neighbours, by its own code.
  init(_ export: RawExport, _ settings: DatasetSettings, neighbours: (String) -> Set<String>) {
    func cell(_ header: String) -> (Int) -> String {
      let position = export.position(ofHeader: header)
      return { row in position.map { Cell.trimmed(export.table.cell(row, $0)) } ?? "" }
    }
    let (level, code, region) = (cell("geographic_level"), cell("old_la_code"), cell("region_name"))
    let scopes = settings.rows.map { CellScope($0.key, $0.value, in: export) }
    let rows = 0..<export.table.rowCount
    let isOwn = rows.map { row in scopes.allSatisfy { $0?.contains(row) ?? false } }
    let own = rows.filter { isOwn[$0] && Fold.cell(level($0)) == "local authority" }
    let codes = Set(own.map(code))
    let isOne = codes.count == 1 && codes.first != ""
    self.region = isOne ? own.first.map(region).flatMap { $0.isEmpty ? nil : $0 } : nil
    self.neighbours = isOne ? codes.first.map(neighbours) ?? [] : []
    table = RawTable(headers: [("area", .coded), ("name", .coded)])
    let (country, authority) = (cell("country_name"), cell("la_name"))
    for row in rows {
      let found: [String] =
        switch Fold.cell(level(row)) {
        case _ where isOwn[row]: ["", ""]
        case "national": ["england", country(row)]
        case "regional" where region(row) == self.region: ["region", region(row)]
        case "local authority" where self.neighbours.contains(code(row)): ["neighbour", authority(row)]
        default: ["", ""]
        }
      table.append(found, line: export.table.lines[row])
    }
  }
}

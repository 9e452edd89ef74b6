import QAModel

/// Resolves what a configuration calls a column to the column's own name.
struct ColumnNames {
  let kind: DatasetKind
  /// The columns that a register is counted by.
  var counted: [String] = []
  let domains: TermIndex
  let standards: TermIndex
  /// `false` where there is no framework to look domains and standards up in.
  let checksReferences: Bool
  let faults: ConfigurationFaults

  /// The column, or `nil` after saying that there is none of that name.
  func resolve(_ text: String, at location: SourceLocation) -> String? {
    let families = DatasetColumns.families(kind)
    if let colon = text.firstIndex(of: ":"), !families.isEmpty {
      let start = String(text[..<colon])
      let name = String(text[text.index(after: colon)...]).trimmed
      if let family = families.first(where: { Spelling.folded($0) == Spelling.folded(start) }) {
        return member(name, of: family, at: location)
      }
      if let family = Spelling.nearest(start, in: families) {
        faults.error(
          "column.unknown", at: location, "\(text.quoted) is not a column of \(kind.rawValue)",
          suggestion: "Did you mean \("\(family): \(name)".quoted)?")
        return nil
      }
    }
    let folded = Spelling.folded(text)
    let names = DatasetColumns.names(kind) + counted
    if let name = names.first(where: { Spelling.folded($0) == folded }) { return name }
    faults.unknown(
      "column.unknown", text, at: location, is: "a column of \(kind.rawValue)", all: "The columns are",
      names + DatasetColumns.families(kind).map { $0 + ": NAME" })
    return nil
  }

  private func member(_ name: String, of family: String, at location: SourceLocation) -> String? {
    let isStandard = family == "standard"
    let index = isStandard ? standards : domains
    guard checksReferences else { return "\(family): \(name)" }
    let position = index.resolve(
      name, at: location, kind: isStandard ? "standard" : "domain",
      plural: isStandard ? "standards" : "domains", faults: faults)
    return position.map { "\(family): \(index.names[$0])" }
  }
}

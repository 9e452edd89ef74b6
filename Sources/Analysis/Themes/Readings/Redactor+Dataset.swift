public import QAModel

extension Redactor {
  /// A redactor that has read the whole run: every comment, and the names and ids of the exports' own columns.
  public init(of dataset: Dataset, by rules: ThemeRules, asAt: CalendarDate) {
    self.init(rules: rules.redaction, words: rules.words)
    learn(asAt: asAt)
    for name in dataset.names.people.names { learn(name: name) }
    for table in [dataset.names.children, dataset.names.audits, dataset.names.complaints] {
      for id in table.names { learn(id: id) }
    }
    var tokens: [TextToken] = []
    dataset.text.bytes.withUnsafeBufferPointer { bytes in
      for column in CommentColumn.all(of: dataset) {
        for row in 0..<column.text.count where !column.text.isBlank(row) {
          let start = Int(column.text.at[row])
          let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(column.text.length[row])])
          learn(from: text, tokens: &tokens)
        }
      }
    }
  }
}

import QAModel

/// Every dataset that exports are read as.
enum Catalogue {
  static func sources(_ framework: Framework) -> [any ExportSource] {
    [
      TableSource<AuditTable>.audits(framework)
    ]
  }
}

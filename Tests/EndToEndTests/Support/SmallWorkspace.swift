import Foundation

/// A workspace of a few clean audits, to be spoiled in one place by each test.
enum SmallWorkspace {
  static let configuration = """
    framework: st-helens
    services: [Early Help, Fostering]
    """

  static let header = "audit_id,child_id,service,audit_type,selection,completed_date,overall_grade"

  static func audits(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

  static let rows = [
    "A1,C1,Early Help,Case audit,random,07/10/2025,Good",
    "A2,C2,Early Help,Case audit,random,17/10/2025,Outstanding",
    "A3,C3,Fostering,Case audit,random,21/11/2025,Requires Improvement",
  ]

  static func make(configuration: String = configuration, audits: String = audits(rows)) throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "qareport.yaml")
    try folder.write(audits, to: "exports/audits.csv")
    return folder
  }
}

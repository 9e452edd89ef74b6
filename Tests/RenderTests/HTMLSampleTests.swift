import Foundation
import QAModel
import Render
import Testing

/// The page and the Markdown of the sample, and where to look at them.
enum Rendered {
  static func template() throws -> PageTemplate {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/html")
    return try PageTemplate(
      mustache: String(contentsOf: folder.appending(path: "page.mustache"), encoding: .utf8),
      style: String(contentsOf: folder.appending(path: "style.css"), encoding: .utf8))
  }

  static func page(_ document: ReportDocument) throws -> [UInt8] {
    try PageRenderer(template: template()).render(document)
  }

  static func markdown(_ document: ReportDocument) -> String {
    MarkdownRenderer().render(document).first { $0.path == "report.md" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
      ?? ""
  }
}

/// Writes the sample and a report of real size into the folder that QAREPORT_SAMPLE_OUT names, for the checkers and
/// the eye.
@Test(
  .enabled(if: ProcessInfo.processInfo.environment["QAREPORT_SAMPLE_OUT"] != nil),
  arguments: ["sample", "authority"])
func writeSample(name: String) throws {
  let folder = URL(filePath: ProcessInfo.processInfo.environment["QAREPORT_SAMPLE_OUT"] ?? "").appending(
    path: name)
  try FileManager.default.createDirectory(
    at: folder.appending(path: "charts"), withIntermediateDirectories: true)
  let document = name == "sample" ? SampleDocument.make() : AuthorityDocument.make(services: 12, quarters: 8)
  try Data(Rendered.page(document)).write(to: folder.appending(path: "report.html"))
  for file in MarkdownRenderer().render(document) {
    try Data(file.bytes).write(to: folder.appending(path: file.path))
  }
}

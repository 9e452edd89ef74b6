import Glibc
import Ingest
import QAModel

// What the benchmark measures: the shipped reader and its decoders, and the shipped parser on its own.
func stop(_ status: Int32, _ words: String) -> Never {
  _ = Array((words + "\n").utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let mode = arguments.first, let path = arguments.last else {
  stop(64, "usage: ingest-bench aggregate WORKSPACE | read WORKSPACE | parse FILE | records FILE")
}
do {
  switch mode {
  case "aggregate":
    let workspace = try WorkspaceReader(folder: path, templates: []).read()
    let dataset = try ExportReader(workspace: workspace, only: [.audits: AuditGroups.columns]).read()
    let grades = workspace.framework.grades.grades.map(\.name)
    print(AuditGroups(dataset, grades: grades).lines.joined(separator: "\n"))
  case "read":
    let dataset = try ExportReader(workspace: try WorkspaceReader(folder: path, templates: []).read()).read()
    print(dataset.reconciliation.reduce(0) { $0 + $1.used }, "rows used")
  case "parse": try PlainParse.run(path)
  case "records": try RecordPrinting.run(path)
  default: stop(64, "\(mode) is none of aggregate, read, parse, records")
  }
} catch {
  stop(2, "\(error)")
}

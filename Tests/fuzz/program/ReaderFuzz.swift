import QAModel

@testable import Ingest

/// One input of the fuzzer: a byte that says which dataset, and the bytes of an export of it.
///
/// Beside crashes, hangs and leaks, found by the fuzzer: the account of the rows balances; neither the size of the
/// pieces that are read nor where the file is divided for several threads changes anything.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  guard let data, size > 1 else { return 0 }
  let file = FileInMemory(Array(UnsafeBufferPointer(start: data + 1, count: size - 1)))
  let whole = outcome(of: file, data[0], readSize: TextSource.usualReadSize)
  let pieces = outcome(of: file, data[0], readSize: [1, 2, 3, 7, 64][size % 5])
  precondition(whole == pieces, "the size of pieces changes what is read")
  compareParts(file)
  return 0
}

/// What reading came to, as far as it can be compared.
private struct Outcome: Equatable {
  var diagnostics: [Diagnostic] = []
  var reconciliation: [Reconciliation] = []
  var names: [String] = []
  var text: [UInt8] = []
}

private let workspace = Workspace(
  folder: "/", exports: ".",
  framework: Framework(
    id: "example", authority: "Example", title: "Example framework",
    grades: GradeScale(
      grades: [Term("Outstanding"), Term("Good"), Term("Requires Improvement"), Term("Inadequate")],
      goodCount: 2),
    services: [Term("Early Help", synonyms: ["EH"]), Term("Assessment & Intervention", synonyms: ["A&I"])],
    domains: [Term("Assessment"), Term("Voice of the child")], standards: [Term("Child seen alone")],
    auditTypes: [AuditType(Term("Case audit"), selection: .random)],
    indicators: [Indicator(Term("Visits in timescale"), target: 90, tolerance: 5)],
    feedback: FeedbackScale(
      questions: [Term("I feel listened to")], ratings: [Term("Agree"), Term("Neither"), Term("Disagree")],
      positiveCount: 1)))

/// What opens files, by dataset and size of pieces; nothing of it changes from input to input.
nonisolated(unsafe) private var openers: [[Int]: ExportOpener] = [:]

private func opener(_ dataset: UInt8, readSize: Int) -> ExportOpener {
  let sources = Catalogue.sources(workspace)
  let place = Int(dataset &- UInt8(ascii: "A")) % sources.count
  if let known = openers[[place, readSize]] { return known }
  guard let folder = try? ExportFolder(workspace: "/", exports: ".") else { fatalError("/ cannot be opened") }
  let made = ExportOpener(
    folder: folder, workspace: workspace, sources: [sources[place]], readSize: readSize, isWhole: true)
  openers[[place, readSize]] = made
  return made
}

private func outcome(of file: FileInMemory, _ dataset: UInt8, readSize: Int) -> Outcome {
  let opener = opener(dataset, readSize: readSize)
  var outcome = Outcome()
  switch try? opener.read(file, "export.csv", (opener.sources, true)) {
  case .export(let export, let source, let diagnostics):
    var dataset = Dataset()
    let names = NameBook(workspace.framework)
    precondition(source.dataset == opener.sources[0].kind)
    opener.sources[0].source.assemble([export], workspace, names, into: &dataset)
    precondition(dataset.reconciliation.allSatisfy(\.balances), "the account of the rows does not balance")
    outcome.diagnostics = diagnostics + dataset.diagnostics
    outcome.reconciliation = dataset.reconciliation
    outcome.names = names.names.words.names + names.names.children.names + names.names.people.names
    outcome.text = dataset.text.bytes
  case .failed(let diagnostics), .ignored(let diagnostics): outcome.diagnostics = diagnostics
  case nil: fatalError("memory cannot fail to be read")
  }
  return outcome
}

/// Reads the bytes as a table of four columns in one go and divided where the input says.
private func compareParts(_ file: FileInMemory) {
  guard file.bytes.count > 4,
    case .success(let finding)? = try? FileSurvey(of: file).finding, finding.encoding == .utf8
  else { return }
  let reader = TableReader(
    bytes: file, finding: finding, size: file.bytes.count, delimiter: UInt8(ascii: ","),
    headers: [("a", .coded), ("b", .text), ("c", .skipped), ("d", .coded)], recordsToSkip: 1)
  let places = [file.bytes.count / 2, file.bytes.count - Int(file.bytes[2]) % file.bytes.count]
  let seams = Set(places.filter { $0 > finding.markLength && $0 < file.bytes.count }).sorted()
  guard let whole = try? reader.read(seams: []), let parts = try? reader.read(seams: seams) else {
    fatalError("memory cannot fail to be read")
  }
  precondition(whole.broken == parts.broken, "stray quotes differ where the file is divided at \(seams)")
  let (first, second) = (whole.sink, parts.sink)
  precondition(
    first.table.lines.elements.elementsEqual(second.table.lines.elements), "lines differ at \(seams)")
  for column in [0, 3] {
    for row in 0..<first.table.rowCount {
      precondition(
        first.table.cell(row, column) == second.table.cell(row, column), "cells differ at \(seams)")
    }
  }
  precondition(first.table.text == second.table.text, "texts differ at \(seams)")
  precondition(first.account.notData == second.account.notData, "accounts differ at \(seams)")
}

private final class FileInMemory: RandomAccessBytes {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int {
    let piece = bytes.dropFirst(offset).prefix(buffer.count)
    buffer.copyBytes(from: piece)
    return piece.count
  }
}

import Glibc
import QAModel

@testable import Ingest

/// A workspace on disk for one test, taken away when it is let go.
final class TemporaryWorkspace {
  let folder: String

  init(_ files: [String: [UInt8]]) {
    var template = Array("/tmp/qareport-test-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      String(cString: mkdtemp(buffer.baseAddress!))
    }
    mkdir(folder + "/exports", 0o700)
    for (path, bytes) in files {
      var made = folder + "/exports"
      for step in path.split(separator: "/").dropLast() {
        made += "/" + step
        mkdir(made, 0o700)
      }
      let file = fopen(folder + "/exports/" + path, "w")!
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  /// Removes a folder and what is in it. A link is removed, never what it leads to.
  private static func delete(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { delete(path + "/" + name) }
      }
      closedir(stream)
    }
    remove(path)
  }

  convenience init(_ files: [String: String]) { self.init(files.mapValues { Array($0.utf8) }) }

  deinit {
    Self.delete(folder)
  }

  func workspace(
    _ framework: Framework = .example, datasets: [DatasetKind: DatasetSettings] = [:],
    change: (inout Workspace) -> Void = { _ in }
  ) -> Workspace {
    var workspace = Workspace(folder: folder, exports: "exports", framework: framework, datasets: datasets)
    change(&workspace)
    return workspace
  }

  func read(readSize: Int = 1 << 18, _ workspace: Workspace? = nil) throws -> Dataset {
    try ExportReader(workspace: workspace ?? self.workspace(), readSize: readSize).read()
  }
}

extension Framework {
  static let example = Framework(
    id: "example", authority: "Example", title: "Example framework",
    grades: GradeScale(
      grades: [Term("Outstanding"), Term("Good"), Term("Requires Improvement"), Term("Inadequate")],
      goodCount: 2),
    services: [
      Term("Early Help", synonyms: ["EH"]), Term("Assessment & Intervention", synonyms: ["A&I"]),
      Term("Children in Care", synonyms: ["CiC"]),
    ],
    domains: [Term("Assessment"), Term("Voice of the child", synonyms: ["Voice of the child/young person"])],
    standards: [Term("Child seen alone"), Term("Plan updated within timescale", synonyms: ["Plan updated"])],
    auditTypes: [
      AuditType(Term("Case audit"), selection: .random),
      AuditType(Term("Re-audit", synonyms: ["Reaudit"]), selection: .targeted, isReaudit: true),
    ],
    indicators: [
      Indicator(Term("Visits in timescale", synonyms: ["Visits on time"]), target: 90, tolerance: 5),
      Indicator(Term("Average caseload"), unit: .ratio, kind: .stock, polarity: .lowIsGood),
      Indicator(Term("Reviews in timescale")),
    ],
    feedback: FeedbackScale(
      questions: [Term("I feel listened to")],
      ratings: [Term("Agree"), Term("Neither", synonyms: ["Neither agree nor disagree"]), Term("Disagree")],
      positiveCount: 1))
}

extension Dataset {
  func service(_ code: UInt32?) -> String? { code.map { names.services.name($0) } }
  var ids: [String] { diagnostics.map(\.id) }
}

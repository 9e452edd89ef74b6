import Glibc
import QAModel
import Testing

@testable import Ingest

@Suite("Files of a workspace")
struct SourcesFileTests {
  static let audits = "audit_id,service,completed_date,overall_grade\nA1,EH,13/07/2025,Good\n"

  @Test(
    "a file is known by its name",
    arguments: [
      ("audits-2025-10.csv", [.audits]), ("Audit tracker 2026-01-12.csv", [.audits]),
      ("supervision audits 2026.csv", [.supervisionAudits, .audits]),
      ("Dip sample results.csv", [.dipSamples]),
      ("DipSamples.csv", [.dipSamples]), ("dip_samples_20250416.csv", [.dipSamples]),
      ("action log 2025.csv", [.actions]), ("QA activity 2026.csv", [.activity]),
      ("indicators caseload 2025.csv", [.performance, .caseload]),
      ("observations of practice.csv", [.observations]),
      ("2025/complaints/q1.csv", [.complaints]), ("Complaints and compliments.csv", [.complaints]),
      ("staff list.csv", [.staff]), ("auditorium.csv", []), ("export.csv", []),
    ] as [(String, [DatasetKind])])
  func names(path: String, kinds: [DatasetKind]) {
    #expect(FileNames.kinds(of: path) == kinds)
  }

  @Test("a workbook among the exports, and a text named as a dataset, are told and not read")
  func notCSV() throws {
    let disk = TemporaryWorkspace([
      "audits.csv": Self.audits, "Complaints 2025.xlsx": "PK", "audits 2024.txt": Self.audits,
      "notes.txt": "nothing",
    ])
    let told = try disk.read().diagnostics.filter { $0.id == "ingest.file.not_csv" }
    #expect(told.map(\.location.file) == ["exports/Complaints 2025.xlsx", "exports/audits 2024.txt"])
    #expect(told.allSatisfy { $0.severity == .warning })
  }

  @Test("a file that is none of the datasets is named with the nearest")
  func unrecognised() throws {
    let disk = TemporaryWorkspace([
      "audits.csv": Self.audits, "export.csv": Self.audits, "audit plan.csv": "month,who,room\nMay,Ann,2\n",
      "notes.txt": "nothing",
    ])
    let dataset = try disk.read()
    let unknown = dataset.diagnostics.filter { $0.id == "ingest.file.unrecognised" }
    #expect(unknown.map(\.location.file) == ["exports/audit plan.csv", "exports/export.csv"])
    #expect(unknown.last?.explanation == "its header would do for audits, but its name does not say so")
    #expect(dataset.files.map(\.path) == ["exports/audits.csv"])
  }

  @Test("patterns of the workspace go before names")
  func patterns() throws {
    let disk = TemporaryWorkspace(["sub/export.csv": Self.audits, "audits-old.csv": Self.audits])
    var settings = DatasetSettings()
    settings.files = ["sub/*.CSV"]
    let dataset = try disk.read(disk.workspace(datasets: [.audits: settings]))
    #expect(dataset.files.map(\.path) == ["exports/sub/export.csv"])
  }

  @Test(
    "what stands in the way of a report is said, and nothing is made",
    arguments: [
      ([:], "ingest.no_exports"), (["audits.csv": ""], "ingest.file.not_text"),
      (["audits.csv": "PK\u{3}\u{4}\u{14}\u{0}"], "ingest.file.not_text"),
      (["audits.csv": "audit_id,service\nA1,EH\n"], "ingest.column.missing"),
      (["export.csv": Self.audits], "ingest.no_exports"),
    ] as [([String: String], String)])
  func failures(files: [String: String], id: String) {
    let disk = TemporaryWorkspace(files)
    #expect {
      try disk.read()
    } throws: { error in
      (error as? IngestError)?.diagnostics.first?.id == id
    }
  }

  @Test("every reason is said at once")
  func allFailures() {
    let disk = TemporaryWorkspace([
      "audits.csv": "\u{0}\u{1}", "complaints.csv": "reference,type\nC1,complaint\n",
    ])
    #expect {
      try disk.read()
    } throws: { error in
      let found = (error as? IngestError)?.diagnostics ?? []
      return found.map(\.location.column) == [nil, "received_date", "service"]
    }
  }

  @Test("links are not followed, folders are")
  func links() throws {
    let disk = TemporaryWorkspace([
      "audits.csv": Self.audits, "deep/er/audits 2.csv": Self.audits, ".audits.csv": "x",
    ])
    let outside = TemporaryWorkspace(["audits.csv": Self.audits])
    symlink(outside.folder + "/exports/audits.csv", disk.folder + "/exports/audits-3.csv")
    symlink(outside.folder + "/exports", disk.folder + "/exports/etc")
    let dataset = try disk.read()
    #expect(dataset.files.map(\.path) == ["exports/audits.csv", "exports/deep/er/audits 2.csv"])
    #expect(dataset.ids.count { $0 == "ingest.file.not_regular" } == 2)
  }

  @Test(
    "the exports folder itself cannot be a link or lie outside", arguments: ["link", "../exports", "none"])
  func folder(exports: String) {
    let disk = TemporaryWorkspace(["audits.csv": Self.audits])
    symlink(disk.folder + "/exports", disk.folder + "/link")
    let workspace = disk.workspace { $0.exports = exports }
    #expect {
      try disk.read(workspace)
    } throws: { error in
      (error as? IngestError)?.diagnostics.first?.id == "ingest.folder.unreadable"
    }
  }

  @Test("exports are ordered by the day they were made, then by path, then by row")
  func order() throws {
    func export(_ grade: String) -> String {
      "audit_id,service,completed_date,overall_grade\nA1,EH,13/07/2025,\(grade)\n"
    }
    let disk = TemporaryWorkspace([
      "audits-2025-10-13.csv": export("Good"), "a-audits.csv": export("Outstanding"),
      "z-audits.csv": export("Outstanding"), "audits 1 Oct 2025.csv": export("Inadequate"),
    ])
    let good = try disk.read().audits
    #expect(good?.count == 1)
    #expect(good?.overall[0] == Grade(rank: 1))
    let day = CalendarDate(year: 2026, month: 1, day: 1)!
    let dated = try disk.read(disk.workspace { $0.exportDates = ["z-audits.csv": day] }).audits
    #expect(dated?.overall[0] == Grade(rank: 0))
  }

  @Test(
    "SHA-256 as in FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func hash(text: String, digest: String) {
    #expect(SHA256.hex(of: text.utf8) == digest)
    var pieces = SHA256()
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 1001) {
      Array(bytes[start..<min(start + 1001, bytes.count)]).withUnsafeBytes { pieces.update($0) }
    }
    #expect(pieces.finish() == digest)
  }
}

import Glibc
import QAModel
import Testing

@testable import Ingest

private let fixture: String = {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  return "/\(root)/fixtures/st-helens"
}()

/// The invented St Helens workspace, whose generator says what should become of every row of every file.
@Suite("The St Helens fixture", .enabled(if: access(fixture + "/FILES.csv", R_OK) == 0))
struct SourcesFixtureTests {
  static func read(_ name: String) throws -> [[String: String]] {
    let file = try #require(fopen(fixture + "/" + name, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    let table = try table(String(decoding: bytes, as: UTF8.self))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
  }

  @Test("every row of every export becomes what the generator says")
  func rows() throws {
    let dataset = try ExportReader(workspace: .stHelens(fixture)).read()
    let accounts = Dictionary(uniqueKeysWithValues: dataset.reconciliation.map { ($0.file, $0) })
    let files = try Self.read("FILES.csv")
    #expect(files.count == accounts.count)
    for file in files {
      let account = try #require(accounts[file["file"] ?? ""])
      #expect(account.balances)
      let counts = [account.used, account.replaced, account.setAsideTotal, account.notDataTotal]
      let expected = ["used", "replaced", "rejected", "lines not data"].map { Int(file[$0] ?? "") }
      #expect(counts == expected, "\(account.file)")
    }
    var rejects: [String: [Diagnostic]] = [:]
    for diagnostic in dataset.diagnostics where diagnostic.isReject {
      rejects["\(diagnostic.location.file):\(diagnostic.location.line ?? 0)", default: []].append(diagnostic)
    }
    for fault in try Self.read("FAULTS.csv") {
      let place = "\(fault["file"] ?? ""):\(fault["line"] ?? "")"
      switch fault["expected"] {
      case "rejected: row": #expect(rejects[place]?.contains(where: \.rejectsRow) == true, "\(place)")
      case "rejected: cell": #expect(rejects[place]?.contains(where: \.rejectsCell) == true, "\(place)")
      default: break
      }
    }
  }
}

extension Workspace {
  /// What the fixture's vocabulary says, without the framework file.
  static func stHelens(_ folder: String) -> Workspace {
    func terms(_ names: [String: [String]], _ order: [String]) -> [Term] {
      order.map { Term($0, synonyms: names[$0] ?? []) }
    }
    var framework = Framework(
      id: "st-helens", authority: "St Helens", title: "Fixture",
      grades: Framework.example.grades,
      services: terms(
        [
          "Early Help": ["EH", "Early Help Service"], "Front Door": ["MASH & Front Door"],
          "Assessment & Intervention": ["A&I"], "Child Protection & CIN": ["CP & CIN"],
          "Children in Care": ["CiC", "Children Looked After"], "Fostering": ["Fostering Service"],
          "Leaving Care": ["Care Leavers", "Leaving Care Service"], "SEND & Disabilities": ["SEND"],
          "Youth Justice": ["YJS", "Youth Justice Service"],
        ],
        [
          "Early Help", "Front Door", "Assessment & Intervention", "Child Protection & CIN",
          "Children in Care", "Leaving Care", "Fostering", "SEND & Disabilities", "Youth Justice",
        ]))
    framework.domains = terms(
      [
        "Voice of the child": ["Voice of the child/young person"],
        "Parents and carers engagement": ["Parents/Carers Engagement"],
        "Management oversight and supervision": ["Management Oversight"],
      ],
      [
        "Assessment", "Planning", "Multi-agency review", "Voice of the child",
        "Parents and carers engagement", "Management oversight and supervision", "Case recording",
      ])
    framework.levelsOfNeed = terms(
      ["Level 2": ["L2", "2"], "Level 3": ["L3", "3"], "Level 4": ["L4", "4"]],
      ["Level 2", "Level 3", "Level 4"])
    let caseload = "Average caseload"
    framework.indicators = terms(
      [
        "Assessments completed in 45 working days": ["Assessments in 45 days"],
        "Children in care with 3 or more placements": ["CLA with 3+ placements"],
        "Care leavers in education employment or training": ["Care leavers in EET"],
        "EHC plans issued in 20 weeks": ["EHCPs in 20 weeks"],
        "Initial conferences in 15 working days": ["ICPCs in 15 working days"],
      ],
      [
        "Assessments completed in 45 working days", "Visits in timescale", "Supervision in timescale",
        "Re-referrals within 12 months", "Children in care with 3 or more placements",
        "Care leavers in education employment or training", caseload, "EHC plans issued in 20 weeks",
        "Initial conferences in 15 working days",
      ]
    ).map { Indicator($0, unit: $0.name == caseload ? .ratio : .percent) }
    framework.feedback = FeedbackScale(
      ratings: terms(
        ["Strongly agree": ["Str. agree"], "Neither agree nor disagree": ["Neither"]],
        ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"]))
    return Workspace(folder: folder, exports: "exports", framework: framework)
  }
}

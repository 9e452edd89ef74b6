import Foundation
import Testing

/// What is due, made or not, and making it: as a scheduler runs it.
@Suite("qareport due")
struct DueCommandTests {
  private static let configuration = """
    framework: st-helens
    services: [Early Help, Fostering]
    replace: [meetings]
    meetings:
      Leadership Team: {per: quarter, day: {weekday: wednesday, week: 3}, receives: [quarterly], queries_until: {days: 3}, signed_off_by: Director}
      Scrutiny: {per: quarter, day: {working_day: 15, month: 2}, receives: [quarterly], audience: board}
    """

  private func due(_ folder: TemporaryFolder, _ day: String, _ more: [String] = []) throws -> Program.Result {
    try Program.run(["due", "--workspace", folder.url.path, "--on", day] + more)
  }

  private func packs(_ folder: TemporaryFolder) throws -> [String] {
    try folder.files().filter { $0.hasSuffix("/manifest.json") }
  }

  @Test("says what goes where by when, and its status that something waits; nothing is written")
  func says() throws {
    let folder = try SmallWorkspace.make(configuration: Self.configuration)
    let before = try due(folder, "2025-12-31")
    // The quarter is not over; what was due before was not made.
    #expect(before.status == 1)
    #expect(before.output.contains("can be made from 1 Jan 2026"))
    let result = try due(folder, "2026-01-14")
    #expect(result.status == 1)
    let said = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("Leadership Team, Wednesday 21 January 2026: papers by 14 January 2026"))
    #expect(said.contains("queries until 18 January 2026, signed off first by Director"))
    #expect(said.contains("quarterly Q3 2025-26 not made, due today"))
    #expect(try due(folder, "2026-01-15").output.contains("not made, 1 day late"))
    let over = try due(folder, "2026-01-22").output
    #expect(over.contains("Never made, for meetings that are over\n  Leadership Team"))
    #expect(over.contains("8 days late; the meeting is over"))
    #expect(try folder.files() == ["exports/audits.csv", "qareport.yaml"])
  }

  @Test("--run makes what is due once, for each audience, and then nothing waits")
  func makes() throws {
    let folder = try SmallWorkspace.make(configuration: Self.configuration)
    let result = try due(folder, "2026-01-14", ["--run"])
    #expect(result.status == 0, "\(result.errors)")
    let made = [
      "output/quarterly-2025-26-Q3-board/manifest.json", "output/quarterly-2025-26-Q3/manifest.json",
    ]
    #expect(try packs(folder) == made)
    #expect(result.output.contains("made: quarterly-2025-26-Q3, as at 31 Dec 2025"))
    #expect(result.output.contains("Nothing is waiting."))
    #expect(try due(folder, "2026-01-14").status == 0)
    // Made again it would be another file.
    let number = { (path: String) in
      try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: path).path)[
        .systemFileNumber]
        as? Int
    }
    let numbers = try made.map(number)
    #expect(try due(folder, "2026-01-20", ["--run"]).status == 0)
    #expect(try due(folder, "2026-01-21").output.contains("Leadership Team, Wednesday 21 January 2026"))
    #expect(try !due(folder, "2026-01-22").output.contains("Leadership Team, Wednesday 21 January 2026"))
    #expect(try made.map(number) == numbers)
    #expect(try packs(folder) == made)
    // The next quarter is another duty.
    #expect(try due(folder, "2026-04-01").status == 1)
  }

  @Test("A report as at a day within its period is a draft, and is made again when it is due")
  func draft() throws {
    let folder = try SmallWorkspace.make(configuration: Self.configuration)
    let quarterly = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--as-at", "2025-12-01",
    ])
    #expect(quarterly.status == 0)
    #expect(try due(folder, "2026-01-14").output.contains("quarterly  Q3 2025-26    not made"))
    #expect(try due(folder, "2026-01-14", ["--run"]).status == 0)
    let manifest = try String(
      contentsOf: folder.url.appending(path: "output/quarterly-2025-26-Q3/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"as_at\": \"2025-12-31\""))
  }

  @Test("Data problems are a success with 1, what cannot be made is 2")
  func statuses() throws {
    let spoiled = SmallWorkspace.audits(
      SmallWorkspace.rows + ["A4,C4,Fostering,Case audit,random,soon,Good"])
    let folder = try SmallWorkspace.make(configuration: Self.configuration, audits: spoiled)
    #expect(try due(folder, "2026-01-14", ["--run"]).status == 1)
    #expect(try packs(folder).count == 2)
    let broken = try SmallWorkspace.make(configuration: "framework: st-helns\n")
    #expect(try due(broken, "2026-01-14").status == 2)
    let blocked = try SmallWorkspace.make(configuration: Self.configuration)
    try blocked.write("mine", to: "output/quarterly-2025-26-Q3/notes.txt")
    let result = try due(blocked, "2026-01-14", ["--run"])
    #expect(result.status == 2)
    #expect(result.errors.contains("quarterly-2025-26-Q3, which is due, was not made"))
    // The others are made all the same.
    #expect(try packs(blocked) == ["output/quarterly-2025-26-Q3-board/manifest.json"])
    #expect(try due(blocked, "2026-01-14").status == 1)
  }

  @Test("A framework without meetings has nothing due")
  func none() throws {
    let folder = try SmallWorkspace.make(
      configuration:
        "framework: st-helens\nservices: [Early Help, Fostering]\nreplace: [meetings]\nmeetings: {}\n")
    let result = try due(folder, "2026-01-14")
    #expect(result.status == 0)
    #expect(result.output.contains("names no meeting that receives a report"))
  }
}

import Foundation
import Testing

@Suite("The command framework")
struct FrameworkCommandTests {
  static let names = ["st-helens", "kirklees", "dorset", "haringey", "ofsted-ilacs"]

  @Test("shows every framework whole, and finds no fault", arguments: names)
  func show(name: String) throws {
    let shown = try Program.run(["framework", "show", name])
    #expect(shown.status == 0, "\(shown.errors)")
    for heading in ["Framework\n", "Grades, best first\n", "Reports\n", "Thresholds\n"] {
      #expect(shown.output.contains(heading))
    }
    let checked = try Program.run(["framework", "check", name])
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(checked.output.contains("\(name): no faults in "))
  }

  @Test("says in plain English what is due when and who receives it")
  func words() throws {
    let text = try Program.run(["framework", "show", "kirklees"]).output
    for line in [
      "Plan (181 activities)\n",
      "  Completion of conference monitoring form (Child Protection and Review Unit): \u{201C}After every conference\u{201D}; lead IRO; once for each of activity named Child protection conference; counted from activity named Completion of conference monitoring form\n",
      "  Section 11 Audit (KSCP): \u{201C}Every two years\u{201D}; lead Safeguarding Effectiveness Subgroup; 1 every two years; counted from activity named Section 11 Audit\n",
      "  Themed Audit Days (KSCP): \u{201C}TBC\u{201D}; lead CSPR Subgroup and Safeguarding Effectiveness Subgroup; nothing due\n",
      "papers 7 days before; queries until 3 days before; signed off first by Senior Leadership Team\n",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test("checks a file and tells faults with their lines")
  func check() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "authority: A\ntitle: B\ngrades: {scale: [Good, Poor], good_or_better: Goood}\nmeeting: {}\n",
      to: "ours.yaml")
    let result = try Program.run(["framework", "check", folder.url.appending(path: "ours.yaml").path])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.contains(
        "ours.yaml:3: error: the framework has no grade \"Goood\". Did you mean \"Good\"?"))
    #expect(
      result.errors.contains(
        "ours.yaml:4: error: \"meeting\" is not a key of a framework file. Did you mean \"meetings\"?"))
    let unknown = try Program.run(["framework", "show", "kirkles"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("\"kirklees\""))
  }

  @Test("tells how a workspace differs from its framework, and nothing where it does not")
  func diff() throws {
    let folder = try TemporaryFolder()
    try folder.write("framework: st-helens\n", to: "qareport.yaml")
    let same = try Program.run(["framework", "diff", "st-helens", "--workspace", folder.url.path])
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.output.isEmpty)
    try folder.write(
      """
      framework: st-helens
      services: [Early Help]
      indicators: {Average caseload: {target: 16}}
      meetings: {Scrutiny: {per: quarter, day: {day_of_month: 7, month: 2}}}
      standards: [Life story work begun]
      replace: [meetings]
      """, to: "qareport.yaml")
    let other = try Program.run(["framework", "diff", "st-helens", "--workspace", folder.url.path])
    #expect(other.status == 1)
    for line in [
      "Services\n  + Early Help\n",
      "  - Average caseload: ratio, stock, low is good, strand quantity, no target\n  + Average caseload: ratio, stock, low is good, strand quantity, target 16.0\n",
      "  + Scrutiny: once every quarter; on day 7 of month 2;", "  + Life story work begun\n",
      "  - Learning event: once every quarter;",
    ] { #expect(other.output.contains(line), "\(line)\n\(other.output)") }
    #expect(!other.output.contains("Domains"))
  }
}

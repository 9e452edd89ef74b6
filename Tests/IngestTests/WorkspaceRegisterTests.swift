import QAModel
import Testing

@testable import Ingest

@Suite("Registers in the configuration")
struct WorkspaceRegisterTests {
  @Test("says what a register's columns are, and a line of the plan counts its records")
  func registers() throws {
    let (workspace, faults) = try readWorkspace([
      "qareport.yaml": """
      framework: small
      registers:
        LADO referrals: {synonyms: [LADO], date: Referred, count_by: [Setting, Outcome], id: Ref, text: Note}
        Conferences: {date: Held, count_by: Kind, service: Area}
      datasets:
        "register: lado": {files: "lado*.csv", columns: {Type of setting: Setting}, values: {Outcome: {S: Substantiated}}}
      plan:
        - {activity: Referrals, as_written: Monthly, due: {per: month}, done: {register: lado referrals}}
        - {activity: Minutes, as_written: After each, due: {each: {register: Conferences}}, done: {activity: Minutes}}
      """, "frameworks/small.yaml": smallFramework,
    ])
    #expect(faults == [])
    let framework = try #require(workspace?.framework)
    #expect(
      framework.registers == [
        Register(
          Term("LADO referrals", synonyms: ["LADO"]), date: "Referred", countBy: ["Setting", "Outcome"],
          id: "Ref", text: "Note"),
        Register(Term("Conferences"), date: "Held", countBy: ["Kind"], service: "Area"),
      ])
    #expect(framework.plan.first?.done == PlanSource(.register("LADO referrals")))
    #expect(framework.plan.last?.due == .each(PlanSource(.register("Conferences"))))
    let settings = try #require(workspace?.datasets[.register("LADO referrals")])
    #expect(settings.columns == ["Type of setting": "Setting"])
    #expect(settings.values == ["Outcome": ["S": "Substantiated"]])
  }

  static let faultCases: [(String, [String])] = [
    (
      "registers: {A: {count_by: B}}",
      ["2: error: the key \"date\" of the register \"A\" is missing. Name the column with the day"]
    ),
    (
      "registers: {A: {date: B}}",
      ["2: error: the key \"count_by\" of the register \"A\" is missing. Name the columns to count by"]
    ),
    (
      "registers: {A: {date: B, count_by: [C, b]}}",
      ["2: error: \"b\" of the register \"A\" stands twice, or is its date, id, service or text. "]
    ),
    (
      "registers: {A: {date: B, count: C}}",
      [
        "2: error: \"count\" is not a key of \"A\" in registers. ",
        "2: error: the key \"count_by\" of the register \"A\" is missing. ",
      ]
    ),
    (
      "datasets: {\"register: LADO\": {}}",
      [
        "2: error: the framework has no register \"LADO\". It has no registers: say under registers what this one holds."
      ]
    ),
    (
      "datasets: {register: {}}",
      ["2: error: \"register\" is not a dataset. "]
    ),
    (
      "registers: {A: {date: B, count_by: C}}\ndatasets: {\"register: A\": {columns: {X: D}}}",
      ["3: error: \"D\" is not a column of register: A. "]
    ),
    (
      "plan: [{activity: A, as_written: B, done: {register: C}}]",
      ["2: error: the framework has no register \"C\". It has no registers"]
    ),
    (
      "datasets: {neighbours: {model: 25, models: {a.csv: x}}, staff: {model: 2025}}",
      [
        "2: error: model is 25, but must be from 2000 to 2099.",
        "2: error: the model of \"a.csv\" must be a whole number, but \"x\" stands here",
        "2: error: model is for neighbours only. Take it out of staff.",
      ]
    ),
  ]

  @Test("is told what is wrong with it, with the line and what to do", arguments: faultCases)
  func faults(yaml: String, expected: [String]) throws {
    let found = try diagnostics(yaml)
    let wanted = expected.map { "qareport.yaml:" + $0 }
    #expect(found.count == wanted.count, "\(found)")
    for (fault, wanted) in zip(found, wanted) { #expect(fault.hasPrefix(wanted), "\(fault)") }
  }

  private func diagnostics(_ yaml: String) throws -> [String] {
    try readWorkspace([
      "qareport.yaml": "framework: small\n" + yaml + "\n", "frameworks/small.yaml": smallFramework,
    ]).1
  }
}

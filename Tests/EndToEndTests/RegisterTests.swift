import Foundation
import Testing

@Suite("Registers from the command line")
struct RegisterTests {
  @Test("are counted in one table of the report, as figures, and against the plan")
  func report() throws {
    let folder = try SmallWorkspace.make(
      configuration: SmallWorkspace.configuration + """

        registers:
          LADO referrals: {date: Referred, count_by: [Setting, Outcome], id: Ref, text: Note}
          Conferences: {date: Held, count_by: [Kind]}
        replace: [plan]
        plan:
          - {activity: Minutes, as_written: After each, due: {each: {register: Conferences}}, done: {register: LADO referrals}}
        """)
    try folder.write(
      """
      Ref,Referred,Service,Setting,Outcome,Note
      L1,02/10/2025,Early Help,School,Open,=1+1
      L2,13/10/2025,Fostering,School,,
      L3,14/09/2025,,Nursery,Open,
      """, to: "exports/lado referrals.csv")
    try folder.write(
      "Held,Kind\n01/11/2025,Initial\n02/11/2025,Review\n03/11/2025,Review\n", to: "exports/conferences.csv")
    let out = folder.url.appending(path: "output").path
    let result = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--out", out, "--quiet",
      "--format",
      "data,md",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let pack = folder.url.appending(path: "output/quarterly-2025-26-Q3")
    let figures = try CSVRows.read(pack.appending(path: "figures.csv")).filter {
      $0["period"] == "2025-26-Q3" && $0["service"] == ""
    }
    func value(_ register: String, _ category: String) -> String? {
      figures.first {
        $0["measure"] == "register.records" && $0["dimension"] == "register" && $0["category"] == register
          && $0["category2"] == category
      }?["value"]
    }
    #expect(value("LADO referrals", "") == "2")
    #expect(value("LADO referrals", "Setting: School") == "2")
    #expect(value("LADO referrals", "Setting: Nursery") == "0")
    #expect(value("LADO referrals", "Outcome: not recorded") == "1")
    #expect(value("Conferences", "Kind: Review") == "2")
    #expect(figures.first { $0["measure"] == "plan.due" && $0["category"] == "Minutes" }?["value"] == "3")
    #expect(figures.first { $0["measure"] == "plan.done" && $0["category"] == "Minutes" }?["value"] == "2")
    // Cells are padded to the width of their column.
    let report = try String(contentsOf: pack.appending(path: "report.md"), encoding: .utf8)
      .replacing(#/ +/#, with: " ")
    #expect(report.components(separatedBy: "\n## Registers").count == 2)
    #expect(report.contains("| LADO referrals | Setting | Nursery | 0 | 1 |"))
    #expect(!report.contains("=1+1"))
    let check = try Program.run(["check", "--workspace", folder.url.path])
    #expect(check.output.contains("register: LADO referrals"))
  }
}

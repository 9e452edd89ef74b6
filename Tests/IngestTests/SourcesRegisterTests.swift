import QAModel
import Testing

@testable import Ingest

@Suite("Registers and lists of neighbours")
struct SourcesRegisterTests {
  private static var framework: Framework {
    var framework = Framework.example
    framework.registers = [
      Register(
        Term("LADO referrals"), date: "Date of referral", countBy: ["Setting", "Outcome"], id: "Ref",
        service: "Referring service", text: "Lessons"),
      Register(Term("Conferences"), date: "Held", countBy: ["Kind"]),
    ]
    return framework
  }

  @Test("a register is read by its own columns, each record once", arguments: [1, 7, 1 << 18])
  func register(readSize: Int) throws {
    let workspace = TemporaryWorkspace([
      "LADO referral 2025-10-01.csv": """
      Ref,Date of referral,Referring service,Setting,Outcome,Lessons,Spare
      L1,02/07/2025,EH,School,Open,one,x
      L2,13/07/2025,CiC,school,,"two
      lines",x
      """,
      "LADO referral 2026-01-05.csv": """
      LADO register
      Ref,Date of referral,Referring service,Setting,Outcome,Lessons
      L1,02/07/2025,EH,School,Substantiated,one
      L3,14/10/2025,Nowhere,Nursery,Open,
      L4,,EH,Nursery,Open,
      L5,15/10/2025,,None,n/a,
      """,
      "conferences.csv": "Held,Kind\n01/10/2025,Initial\n01/10/2025,Initial\n",
    ])
    let dataset = try workspace.read(readSize: readSize, workspace.workspace(Self.framework))
    let table = try #require(dataset.registers["LADO referrals"])
    let names = dataset.names
    let setting = names.registerValues
    #expect(table.count == 3)
    #expect((0..<3).map { table.id[$0].map(names.records.name) } == ["L2", "L1", "L5"])
    #expect((0..<3).map { table.date[$0]?.iso } == ["2025-07-13", "2025-07-02", "2025-10-15"])
    #expect((0..<3).map { dataset.service(table.service[$0]) } == ["Children in Care", "Early Help", nil])
    #expect((0..<3).map { table.values[0][$0].map(setting.name) } == ["School", "School", "None"])
    #expect((0..<3).map { table.values[1][$0].map(setting.name) } == [nil, "Substantiated", nil])
    #expect(table.values[1].missing(at: 2) == .notApplicable)
    #expect(dataset.text.string(at: table.text.at[0], length: table.text.length[0]) == "two\nlines")
    let accounts = dataset.reconciliation.filter { $0.dataset == .register("LADO referrals") }
    #expect(accounts.map(\.rowsRead) == [2, 5])
    #expect(accounts.map(\.used) == [1, 2])
    #expect(accounts.map(\.replaced) == [1, 0])
    #expect(
      accounts[1].setAside == ["ingest.service.unknown": 1, "ingest.cell.blank": 1], "\(accounts[1].setAside)"
    )
    #expect(accounts.allSatisfy { $0.balances })
    // Without an id nothing tells two records apart, and both count.
    #expect(dataset.registers["Conferences"]?.count == 2)
  }

  @Test("a register without a column it is counted by stops the reading, and says which")
  func missingColumn() throws {
    let workspace = TemporaryWorkspace(["conferences.csv": "Held,Sort\n01/10/2025,Initial\n"])
    let error = #expect(throws: IngestError.self) {
      try workspace.read(
        workspace.workspace(
          Self.framework, datasets: [.register("Conferences"): .with { $0.files = ["conf*"] }]))
    }
    #expect(error?.diagnostics.first?.id == "ingest.column.missing")
    #expect(error?.diagnostics.first?.location.column == "Kind")
  }

  private static let long = """
    "LA.Name","LA.number","SN_rank","SN_LA_name","SN_LA_number"
    St. Helens,342,1,Wigan,359
    St. Helens,342,2,Halton,876
    """
  private static let wide = """
    \u{FEFF}old_la_code,la_name,region_name,SN_1,SN_1P,SN_2,SN_2P
    342,St. Helens,North West,357,Close ,359,Close
    357,Tameside,North West,342,Close ,,
    """

  private func pairs(_ dataset: Dataset) -> [String] {
    guard let table = dataset.neighbours else { return [] }
    let names = dataset.names
    return (0..<table.count).map { row in
      [
        table.model[row].map(names.words.name) ?? "?", names.authorities.name(table.authority[row] ?? 0),
        "\(table.rank[row].map { Int($0) } ?? 0)", names.authorities.name(table.neighbour[row] ?? 0),
      ].joined(separator: " ")
    }
  }

  static let choices: [(model: String?, pairs: [String], ids: [String])] = [
    ("2021", ["2021 342 1 359", "2021 342 2 876"], []),
    ("2025", ["2025 342 1 357", "2025 342 2 359", "2025 357 1 342"], []),
    (nil, ["2025 342 1 357", "2025 342 2 359", "2025 357 1 342"], ["ingest.neighbours.model"]),
    ("2030", [], ["ingest.neighbours.model"]),
  ]

  @Test("of the lists of neighbours, long and wide, the chosen model's counts", arguments: choices)
  func neighbours(model: String?, pairs expected: [String], ids: [String]) throws {
    let workspace = TemporaryWorkspace([
      "stats_neighbours_long.csv": Self.long, "sn_model_2025.csv": Self.wide,
    ])
    let dataset = try workspace.read(
      workspace.workspace(
        .example,
        datasets: [
          .neighbours: .with {
            $0.model = model
            $0.models = [DatasetSettings.NeighbourList(files: "stats_neighbours*", model: "2021")]
          }
        ]))
    #expect(pairs(dataset) == expected)
    #expect(dataset.diagnostics.filter { $0.severity > .note }.map(\.id) == ids)
    #expect(dataset.reconciliation.map(\.rowsRead).sorted() == [2, 2])
    #expect(dataset.reconciliation.allSatisfy { $0.balances })
  }
}

extension DatasetSettings {
  static func with(_ change: (inout DatasetSettings) -> Void) -> DatasetSettings {
    var settings = DatasetSettings()
    change(&settings)
    return settings
  }
}

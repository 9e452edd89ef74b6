import QAModel
import Testing

@testable import Ingest

@Suite("Performance")
struct SourcesPerformanceTests {
  func performance(
    _ text: String, readSize: Int = 1 << 18, _ change: (inout DatasetSettings) -> Void = { _ in }
  ) throws -> Dataset {
    let disk = TemporaryWorkspace(["performance.csv": text])
    var settings = DatasetSettings()
    change(&settings)
    return try disk.read(readSize: readSize, disk.workspace(datasets: [.performance: settings]))
  }

  @Test("a row an indicator and period", arguments: [1, 3, 1 << 18])
  func long(readSize: Int) throws {
    let dataset = try performance(
      """
      Measure,Month,Service Area,Num,Denom,Value,SN Average,National
      Visits in timescale,2025-04,EH,"1,086",1240,87.6%,85.1%,..
      % Visits on time,May-25,EH,90,100,0.9,low,c
      Visits in timescale (%),June 2025,,<5,*,x,z,80
      Average caseload,30/06/2025,CiC,,,17.5,,
      Shoe size,2025-04,EH,1,2,50%,,
      Visits in timescale,soon,EH,1,2,50%,,
      Visits in timescale,2025-04,EH,1087,1240,87.7%,,
      """, readSize: readSize)
    let table = try #require(dataset.performance)
    try #require(table.count == 4)
    #expect(table.indicator == [0, 0, 1, 0])
    #expect((0..<4).map { table.numerator[$0] } == [90, nil, nil, 1087])
    #expect(table.numerator.missing(at: 1) == .suppressed)
    #expect(table.value.missing(at: 1) == .notAvailable)
    #expect((0..<4).map { table.value[$0] } == [90, nil, 17.5, 87.7])
    #expect(table.service.missing(at: 1) == .blank)
    #expect(table.first[0] == CalendarDate(year: 2025, month: 5, day: 1))
    #expect(table.last[0] == CalendarDate(year: 2025, month: 5, day: 31))
    #expect(table.first[2] == table.last[2])
    #expect(table.statisticalNeighbours.missing(at: 0) == .low)
    #expect(table.england[1] == 80)
    let account = dataset.reconciliation[0]
    #expect(account.setAside == ["ingest.indicator.unknown": 1, "ingest.period.unreadable": 1])
    #expect(account.replaced == 1)
    #expect(account.balances)
  }

  @Test("a column a period, under a row of quarters", arguments: [2, 1 << 18])
  func wide(readSize: Int) throws {
    let dataset = try performance(
      """
      ,,Quarter 1,,,Quarter 2
      Indicator,Service,Apr-25,May-25,2025-06,Jul 2025
      Average caseload,Early Help,17.5,..,,18
      Average caseload,Nowhere,17.5,1,2,18
      Average caseload,CiC,,,,
      """, readSize: readSize)
    let table = try #require(dataset.performance)
    #expect(table.count == 3)
    #expect((0..<3).map { table.value[$0] } == [17.5, nil, 18])
    #expect((0..<3).map { table.first[$0]?.month } == [4, 5, 7])
    let account = dataset.reconciliation[0]
    #expect(account.rowsRead == 3)
    #expect(account.used == 1)
    #expect(account.setAside == ["ingest.service.unknown": 1, "ingest.row.no_cells": 1])
    #expect(account.balances)
    #expect(dataset.diagnostics.count { $0.rejectsRow } == 2)
  }

  @Test("a column that stands twice is read once")
  func twice() throws {
    let dataset = try performance("Indicator,Service,Apr-25,Apr-25\nAverage caseload,EH,1,2\n")
    #expect(dataset.performance?.count == 1)
    #expect(dataset.performance?.value[0] == 1)
    #expect(dataset.ids == ["ingest.header.duplicate"])
  }

  @Test(
    "percentages as fractions or in per cent",
    arguments: [
      (["87%", "0.5%"], [87, 0.5]), (["0.87", "0.5"], [87, 50]), (["87", "0.5"], [87, 0.5]),
      (["1", "0"], [1, 0]),
      (["1", "0.25"], [100, 25]), (["0.875", "87%"], [87.5, 87]), (["0.6%", "0.5%"], [0.6, 0.5]),
    ])
  func scale(cells: [String], values: [Double]) throws {
    let dataset = try performance(
      "indicator,period,value\nVisits in timescale,2025-04,\(cells[0])\nVisits in timescale,2025-05,\(cells[1])\n"
    )
    #expect((0..<2).map { dataset.performance?.value[$0] } == values)
  }

  @Test("a per cent sign is per cent in every column, and other indicators tell how a bare 1 is written")
  func scales() throws {
    let dataset = try performance(
      """
      indicator,period,numerator,denominator,value,target,statistical_neighbours,england
      Visits in timescale,2025-04,,,0.6%,0.5%,0.8%,90%
      Visits in timescale,2025-05,,,0.7%,0.5%,0.8%,0.9%
      Reviews in timescale,2025-04,,,1,0.9,0.85,1
      Reviews in timescale,2025-05,45,50,0.9%,0.9,85%,
      """)
    let table = try #require(dataset.performance)
    #expect((0..<4).map { table.value[$0] } == [0.6, 0.7, 100, 0.9])
    #expect((0..<4).map { table.target[$0] } == [0.5, 0.5, 90, 90])
    #expect((0..<4).map { table.statisticalNeighbours[$0] } == [0.8, 0.8, 85, 85])
    #expect((0..<3).map { table.england[$0] } == [90, 0.9, 100])
    let notes = dataset.diagnostics.filter { $0.id == "ingest.percentage.scale_assumed" }
    #expect(notes.map(\.location.column) == ["value", "target", "statistical_neighbours", "england"])
    #expect(notes.allSatisfy { $0.severity == .note && $0.summary.hasPrefix("Reviews in timescale") })
  }

  @Test("the other columns of an indicator go before other indicators")
  func ownColumns() throws {
    let dataset = try performance(
      """
      indicator,period,value,target
      Visits in timescale,2025-04,1,0.9
      Reviews in timescale,2025-04,80,
      """)
    #expect(dataset.performance?.value[0] == 100)
  }

  @Test(
    "an indicator of nothing but 1 is written as the rest of the file is",
    arguments: [
      ("0.12", 100, 2), ("12", 1, 1), ("12%", 1, 1), ("0", 1, 1),
    ] as [(String, Double, Int)])
  func lonelyOne(other: String, value: Double, notes: Int) throws {
    let dataset = try performance(
      "indicator,period,value\nVisits in timescale,2025-04,1\nReviews in timescale,2025-04,\(other)\n")
    #expect(dataset.performance?.value[0] == value)
    #expect(dataset.ids.count { $0 == "ingest.percentage.scale_assumed" } == notes)
  }

  @Test(
    "numbers with decimal commas are not taken for thousands",
    arguments: [
      ("indicator;period;value\nAverage caseload;2025-04;17\nAverage caseload;2025-05;18,125\n", nil),
      (
        "indicator,period,value\nAverage caseload,2025-04,\"17,25\"\nAverage caseload,2025-05,\"18,125\"\n",
        nil
      ),
      ("indicator,period,value\nAverage caseload,2025-04,17\nAverage caseload,2025-05,\"18,125\"\n", 18125),
      ("indicator,Apr-25,May-25\nAverage caseload,\"17,25\",\"18,125\"\n", nil),
    ] as [(String, Double?)])
  func decimalCommas(text: String, value: Double?) throws {
    let dataset = try performance(text)
    #expect(dataset.performance?.value[1] == value)
    #expect(dataset.ids.contains("ingest.number.comma_in_doubt") == (value == nil))
  }

  @Test(
    "rows of one record in one file that differ are told of, with what may tell them apart",
    arguments: [
      ("Early Help,North,90,100\nEarly Help,South,10,100", 1, true),
      ("Early Help,North,90,100\nEarly Help,South,90,100", 0, true),
      ("Early Help,North,90,100\nCiC,South,10,100", 0, true),
    ] as [(String, Int, Bool)])
  func differing(rows: String, count: Int, isTold: Bool) throws {
    let lines = rows.split(separator: "\n").map { "Visits in timescale,2025-10,\($0)" }
    let dataset = try performance(
      "Indicator,Period,Service,Locality,Numerator,Denominator\n" + lines.joined(separator: "\n") + "\n")
    let told = dataset.diagnostics.filter { $0.id == Reconciliation.differingID }
    #expect(told.count == count)
    #expect(dataset.reconciliation[0].differingInFile == count)
    #expect(told.allSatisfy { $0.severity == .warning && $0.location.line == 2 })
    #expect(told.allSatisfy { $0.suggestion?.contains("Locality") ?? false })
  }

  static let openData = """
    time_period,time_identifier,geographic_level,country_name,region_name,la_name,category,referral_count,rereferral_count,rereferral_percent
    2025,Reporting year,National,England,,,Referrals,632830,142900,22.6
    2024,Reporting year,National,England,,,Referrals,621880,139080,22.4
    2025,Reporting year,Local authority,England,Yorkshire,Kirklees,Referrals,3277,644,19.7
    2024,Reporting year,Local authority,England,Yorkshire,Kirklees,Referrals,c,z,x
    2025,Reporting year,Local authority,England,Yorkshire,Kirklees,Other,1,1,100
    2025,Reporting year,Local authority,England,Yorkshire,Leeds,Referrals,5,1,20
    """

  @Test(
    "the Department for Education's open data, with England beside the authority", arguments: [1, 7, 1 << 18])
  func openData(readSize: Int) throws {
    let dataset = try performance(Self.openData, readSize: readSize) { settings in
      settings.layout = .openData
      settings.rows = ["la_name": ["Kirklees"], "geographic_level": ["Local authority"]]
      settings.openData = [
        .init(
          indicator: "Visits in timescale", numerator: "rereferral_count", denominator: "referral_count",
          value: "rereferral_percent", rows: ["category": "Referrals"])
      ]
    }
    let table = try #require(dataset.performance)
    try #require(table.count == 2)
    #expect(table.value[0] == 19.7)
    #expect(table.numerator[0] == 644)
    #expect(table.first[0] == CalendarDate(year: 2024, month: 4, day: 1))
    #expect(table.last[0] == CalendarDate(year: 2025, month: 3, day: 31))
    #expect(table.numerator.missing(at: 1) == .notApplicable)
    #expect(table.denominator.missing(at: 1) == .suppressed)
    #expect(table.value.missing(at: 1) == .notAvailable)
    #expect(table.england[0] == nil)
    // England's two rows are used, too; the region has none, and no list says who the neighbours are.
    let others = try #require(dataset.benchmarks)
    #expect((0..<others.count).map { others.area[$0] } == [.england, .england])
    #expect((0..<others.count).map { others.value[$0] } == [22.6, 22.4])
    #expect(others.denominator[0] == 632830)
    #expect(others.neighbours == 0)
    #expect(dataset.reconciliation[0].used == 4)
    #expect(dataset.reconciliation[0].setAside == ["outside_scope": 2])
    #expect(dataset.reconciliation[0].balances)
  }

  static let areas = """
    time_period,time_identifier,geographic_level,country_name,region_name,old_la_code,la_name,category,rate
    2025,Reporting year,National,England,,,,All,22.6
    2025,Reporting year,Regional,England,North,,,All,20.1
    2025,Reporting year,Regional,England,South,,,All,30.1
    2025,Reporting year,Local authority,England,North,1,Own,All,19.5
    2025,Reporting year,Local authority,England,North,2,Near,All,18
    2025,Reporting year,Local authority,England,South,3,Far,All,c
    2025,Reporting year,Local authority,England,South,4,Stranger,All,99
    2025,Reporting year,National,England,,,,Boys,23
    2025,Reporting year,Local authority,England,North,2,Near,Boys,17
    soon,Reporting year,Local authority,England,North,2,Near,All,16
    2025,Reporting year,Local authority,England,North,2,Near,All,18.5
    """

  @Test("of open data the region and the neighbours are read, of the authority's own scope otherwise")
  func others() throws {
    let disk = TemporaryWorkspace([
      "performance.csv": Self.areas,
      "neighbours 2025.csv": "la_code,SN_1,SN_2,SN_3\n1,2,3,9\n4,1,2,3\n",
    ])
    var settings = DatasetSettings()
    settings.layout = .openData
    settings.rows = ["la_name": ["Own"], "geographic_level": ["Local authority"], "category": ["All"]]
    settings.openData = [.init(indicator: "Visits in timescale", value: "rate")]
    let dataset = try disk.read(disk.workspace(datasets: [.performance: settings]))
    #expect(dataset.performance?.count == 1)
    let others = try #require(dataset.benchmarks)
    let names = (0..<others.count).map { others.name[$0].map(dataset.names.words.name) }
    #expect(names == ["England", "North", "Far", "Near"])
    #expect((0..<others.count).map { others.value[$0] } == [22.6, 20.1, nil, 18.5])
    #expect(others.value.missing(at: 2) == .suppressed)
    #expect(others.neighbours == 3)
    #expect(others.model == "2025")
    #expect(others.region == "North")
    let account = try #require(dataset.reconciliation.first { $0.dataset == .performance })
    #expect(account.used == 5)
    #expect(account.replaced == 1)
    #expect(account.setAside == ["outside_scope": 5])
    #expect(account.balances)
  }

  @Test(
    "what cannot be right is told and counts all the same",
    arguments: [
      (
        "indicator,period,numerator,denominator\nVisits in timescale,2025-04,11,10\n",
        "ingest.indicator.over_whole"
      ),
      (
        "indicator,period,numerator,denominator\nVisits in timescale,2025-04,-1,10\n",
        "ingest.indicator.negative"
      ),
      ("indicator,period,numerator,denominator\nAverage caseload,2025-04,110,10\n", nil),
      ("indicator,period,value\nVisits in timescale,2025-04,870\n", "ingest.indicator.outside_percent"),
      ("indicator,period,value\nVisits in timescale,2025-04,-3%\n", "ingest.indicator.outside_percent"),
      ("indicator,period,value\nAverage caseload,2025-04,870\n", nil),
    ])
  func doubts(text: String, id: String?) throws {
    let dataset = try performance(text)
    #expect(dataset.performance?.count == 1)
    #expect(dataset.diagnostics.filter { $0.severity > .note }.map(\.id) == [id].compactMap(\.self))
    #expect(dataset.diagnostics.allSatisfy { $0.location.line == 2 })
  }

  @Test(
    "periods of open data",
    arguments: [
      ("2025", "Reporting year", "2024-25"), ("202425", "Financial year", "2024-25"),
      ("2025", "Calendar year", "2025-01-01..2025-12-31"),
      ("202425", "Academic year", "2024-09-01..2025-08-31"),
      ("202526", "Financial year Q3", "2025-26-Q3"), ("2025", "April", "2025-04"),
    ])
  func openDataPeriods(period: String, identifier: String, slug: String) {
    #expect(PeriodDecoder.period(OpenDataPeriod.words(period, identifier))?.slug == slug)
  }
}

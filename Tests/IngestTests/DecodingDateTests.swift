import QAModel
import Testing

@testable import Ingest

@Suite("Dates")
struct DecodingDateTests {
  @Test(
    "every form is the same day",
    arguments: [
      "07/10/2025", "7/10/2025", "07-10-2025", "07.10.2025", "07/10/25", "7-Oct-25", "07-Oct-2025",
      "7 Oct 2025",
      "7 October 2025", "7th October 2025", "7th of October, 2025", "Tuesday 7 October 2025",
      "Tue, 7 Oct 2025",
      "October 7, 2025", "2025-10-07", "2025/10/07", "2025-10-07 00:00:00", "2025-10-07T09:30:00Z",
      "2025-10-07T09:30:00.000+01:00", "07/10/2025 09:30", "07/10/2025 9:30 AM",
      "07/10/2025 09:30:15 BST", "Oct  7 2025 12:00:00:000AM", "2025-10-07 00:00:00.0000000 +00:00",
      "2025-10-07T09:30:00+0100", "07/10/2025 9:30 p.m.", "20251007", "45937",
      "45937.5",
      "7 OCTOBER 2025", "2025-Oct-07", "7-october-25",
    ])
  func forms(cell: String) {
    let day = CalendarDate(year: 2025, month: 10, day: 7)!
    #expect(DateDecoder.read(cell, order: .dayFirst) == .value(day))
  }

  @Test(
    "month first where the file says so",
    arguments: [("10/07/2025", "2025-10-07"), ("2/29/2024", "2024-02-29"), ("2025-10-07", "2025-10-07")])
  func monthFirst(cell: String, iso: String) {
    #expect(DateDecoder.read(cell, order: .monthFirst) == .value(CalendarDate(iso: iso)!))
  }

  @Test(
    "what is no date says why",
    arguments: [
      ("31/02/2025", "no_such_day"), ("29/02/2025", "no_such_day"), ("2025-13-01", "no_such_day"),
      ("00/10/2025", "no_such_day"), ("10/25/2025", "other_order"), ("32/01/2025", "no_such_day"),
      ("01/01/1900", "implausible"), ("07/10/0205", "implausible"), ("0", "unreadable"),
      ("tbc", "unreadable"),
      ("Goood", "unreadable"), ("7 Octember 2025", "unreadable"), ("2025", "unreadable"),
      ("7/10", "unreadable"),
      ("07/10-2025", "unreadable"), ("07//10/2025", "unreadable"), ("7 October", "unreadable"),
      ("October 2025", "unreadable"), ("1234567", "unreadable"), ("07/10/2025 or later", "unreadable"),
      ("10", "unreadable"), ("07/10/2025/", "unreadable"),
      ("07/10/2025 14:00 moved to 14/01/2026", "unreadable"), ("13/10/2025 09:00 cancelled", "unreadable"),
      ("07/10/2025 09:00?", "unreadable"), ("07/10/2025 09:00 - 11:00 Tuesday", "unreadable"),
      ("31/10/2025 09:00 in part", "unreadable"), ("99999", "implausible"),
    ])
  func problems(cell: String, id: String) {
    guard case .unreadable(let problem) = DateDecoder.read(cell, order: .dayFirst) else {
      Issue.record("\(cell) was read")
      return
    }
    #expect(problem.id == "ingest.date." + id)
    #expect(!problem.summary.contains(cell))
  }

  @Test(
    "tokens for no date",
    arguments: [("n/a", Missing.notApplicable), ("-", .blank), ("#N/A", .notAvailable), ("NULL", .blank)])
  func tokens(cell: String, missing: Missing) {
    #expect(DateDecoder.read(cell, order: .dayFirst) == .missing(missing))
  }

  @Test("two-digit years", arguments: [("01/06/79", 2079), ("01/06/80", 1980), ("1-Jun-05", 2005)])
  func centuries(cell: String, year: Int) {
    guard case .value(let date) = DateDecoder.read(cell, order: .dayFirst) else {
      Issue.record("not read")
      return
    }
    #expect(date.year == year)
  }

  @Test("the order of a file is what its dates say")
  func order() {
    func decide(_ cells: [String]) -> DateOrderEvidence.Decision {
      var evidence = DateOrderEvidence()
      for cell in cells { evidence.take(cell) }
      return evidence.decision(otherwise: .dayFirst)
    }
    #expect(decide(["07/10/2025", "13/10/2025"]) == .decided(.dayFirst))
    #expect(decide(["07/10/2025", "10/13/2025"]) == .decided(.monthFirst))
    #expect(decide(["07/10/2025", "08/10/2025"]) == .assumed(.dayFirst, matters: true))
    #expect(decide(["07/07/2025", "2025-10-08", "n/a"]) == .assumed(.dayFirst, matters: false))
    #expect(decide(["13/10/2025", "10/13/2025", "10/14/2025"]) == .mixed(.monthFirst))
    #expect(decide(["31/02/2025", "1/2/2025"]) == .decided(.dayFirst))
  }

  @Test(
    "years of two digits that may come first are told of, unless other dates say where the year stands",
    arguments: [
      (["25-10-07"], true), (["07-10-25"], true), (["07-10-25", "13/10/2025"], false),
      (["25-10-07", "13/10/2025"], true), (["07-10-25", "07-10-2025"], false), (["07/10/25"], false),
      (["07-10-99"], false), (["10-25-07"], false), (["7-Oct-25", "2025-10-07"], false),
    ])
  func yearInDoubt(cells: [String], isTold: Bool) {
    var evidence = DateOrderEvidence()
    for cell in cells { evidence.take(cell) }
    #expect((evidence.yearInDoubt(file: "a.csv") != nil) == isTold)
  }

  @Test(
    "the day an export was made",
    arguments: [
      ("audits-2025-10-03.csv", "2025-10-03"), ("audits_20251003.csv", "2025-10-03"),
      ("audits 03-10-2025.csv", "2025-10-03"), ("Audits Oct 2025.csv", "2025-10-31"),
      ("dip sample Q3 2025-26.csv", "2025-12-31"), ("3 Oct 2025 audits.csv", "2025-10-03"),
      ("performance_2024-25_2025-04-22.csv", "2025-04-22"), ("audits2025-10-03v2.csv", "2025-10-03"),
      ("2025-26/audits_2025-07-14.csv", "2025-07-14"), ("audits_202510.csv", "2025-10-31"),
      ("audits 2024-25.csv", "2025-03-31"), ("c1_children_2013_to_2025.csv", ""), ("audits.csv", ""),
      ("audits v2.csv", ""), ("audits_2025-10-01_to_2025-12-31.csv", "2025-12-31"),
      ("audits 20251001-20251231.csv", "2025-12-31"), ("audits 1 Oct to 31 Dec 2025.csv", "2025-12-31"),
      ("audits Oct 2025 to Dec 2025.csv", "2025-12-31"), ("audits_2025-10-01_02.csv", "2025-10-01"),
    ])
  func exportDates(name: String, iso: String) {
    #expect(ExportDate.read(name)?.iso ?? "" == iso)
  }
}

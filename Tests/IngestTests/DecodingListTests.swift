import QAModel
import Testing

@testable import Ingest

@Suite("Closed lists")
struct DecodingListTests {
  static let scale = GradeScale(
    grades: [
      Term("Outstanding"), Term("Good"), Term("Requires Improvement", synonyms: ["3"]), Term("Inadequate"),
    ], goodCount: 2)

  @Test(
    "grades under every spelling",
    arguments: [
      ("Outstanding", 0), ("OUTSTANDING", 0), (" Good ", 1), ("GOOD\u{A0}", 1), ("good", 1), ("RI", 2),
      ("ri", 2),
      ("Req. Improvement", 2), ("Requires improvement to be good", 2), ("requires-improvement", 2), ("3", 2),
      ("inadequate", 3), ("Inadequate.", 3), ("(Good)", 1), ("\"Good\"", 1), ("Good:", 1), ("RI/", 2),
    ] as [(String, UInt8)])
  func grades(cell: String, rank: UInt8) {
    #expect(ListDecoder.grades(Self.scale).read(cell) == .value(Grade(rank: rank)))
  }

  @Test(
    "whole cells only, and what is missing is not a grade",
    arguments: [
      ("Goood", "did you mean Good?"), ("Good enough", nil), ("2", nil), ("Not Good", nil),
      ("Satisfied", nil),
      ("Adequate", "did you mean Inadequate?"), ("c", nil), ("nan", nil),
      ("Outstandng", "did you mean Outstanding?"), ("Good?", "did you mean Good?"), ("!Good", nil),
      ("≠ Good", nil), ("Good*", nil), ("RI+", nil), ("Good -", nil), ("~Good", nil), ("-3", nil),
      ("3?", nil),
    ] as [(String, String?)])
  func noGrades(cell: String, suggestion: String?) {
    guard case .unreadable(let problem) = ListDecoder.grades(Self.scale).read(cell) else {
      Issue.record("\(cell) was read")
      return
    }
    #expect(problem.id == "ingest.grade.unknown")
    if let suggestion { #expect(problem.suggestion == suggestion) }
  }

  @Test(
    "tokens in a grade column",
    arguments: [
      ("n/a", Missing.notApplicable), ("-", .blank), ("Not seen", .notSeen), ("x", .notAvailable),
      ("*", .suppressed),
      ("..", .notAvailable), ("Not graded", .notApplicable),
    ])
  func gradeTokens(cell: String, missing: Missing) {
    #expect(ListDecoder.grades(Self.scale).read(cell) == .missing(missing))
  }

  @Test(
    "answers",
    arguments: [
      ("Yes", Answer.yes), ("Y", .yes), ("TRUE", .yes), ("Met", .yes), ("yes ", .yes), ("a) Yes", .yes),
      ("Partially", .partly), ("partly met", .partly), ("No", .no), ("N", .no), ("FALSE", .no),
      ("Not met", .no),
    ])
  func answers(cell: String, answer: Answer) {
    #expect(ListDecoder.answers.read(cell) == .value(answer))
  }

  @Test("three kinds of no answer")
  func noAnswers() {
    #expect(ListDecoder.answers.read("N/A") == .missing(.notApplicable))
    #expect(ListDecoder.answers.read("Not seen") == .missing(.notSeen))
    for cell in ["Yess", "x", "1", "0", "maybe", "yes and no", "Yes?", "No?", "NO!", "Y?"] {
      guard case .unreadable = ListDecoder.answers.read(cell) else {
        Issue.record("\(cell) was read")
        continue
      }
    }
  }

  @Test(
    "stages",
    arguments: [("1", 1), ("Stage 1", 1), ("S1", 1), ("stage two", 2), ("STAGE-2", 2), ("3", 3)]
      as [(String, UInt8)])
  func stages(cell: String, number: UInt8) {
    #expect(ListDecoder.stages.read(cell) == .value(ComplaintTable.Stage(byte: number)!))
  }

  @Test("a mark of doubt leaves a word out, unless the list has the mark")
  func marks() {
    for cell in ["-1", "1?", "Stage 2*"] {
      #expect(!ListDecoder.stages.knows(cell), "\(cell) was read")
    }
    #expect(!ListDecoder.outcomes.knows("Upheld?"))
    #expect(!ListDecoder.selections.knows("Random?"))
    let scale = GradeScale(grades: [Term("Good+"), Term("Good")], goodCount: 1)
    #expect(ListDecoder.grades(scale).read("GOOD+") == .value(Grade(rank: 0)))
    #expect(ListDecoder.grades(scale).read("Good") == .value(Grade(rank: 1)))
  }

  @Test("the words of complaints")
  func complaints() {
    #expect(ListDecoder.outcomes.read("Partially upheld") == .value(.partlyUpheld))
    #expect(ListDecoder.outcomes.read("UPHELD") == .value(.upheld))
    #expect(ListDecoder.outcomes.read("Not upheld") == .value(.notUpheld))
    #expect(ListDecoder.procedures.read("Children Act") == .value(.statutory))
    #expect(ListDecoder.contactTypes.read("Praise") == .value(.compliment))
    #expect(ListDecoder.selections.read("Targeted sample") == .value(.targeted))
  }

  @Test(
    "ids as written, but for what a spreadsheet put around them",
    arguments: [
      ("A1", "A1"), ("'00123", "00123"), ("’00123", "00123"), ("=\"00123\"", "00123"), (" 12 ", "12"),
      ("12\u{A0}", "12"), ("1E5", "1E5"), ("E+05", "E+05"), ("12E+A", "12E+A"), ("AUD/2025/1", "AUD/2025/1"),
    ])
  func ids(cell: String, id: String) {
    #expect(IdentifierDecoder.read(cell) == .value(id))
  }

  @Test("ids that a spreadsheet has shortened", arguments: ["1.23E+05", "4E+11", "1.2e+05"])
  func mangled(cell: String) {
    guard case .unreadable(let problem) = IdentifierDecoder.read(cell) else {
      Issue.record("\(cell) was read")
      return
    }
    #expect(problem.id == "ingest.id.shortened")
  }

  @Test(
    "did you mean",
    arguments: [
      ("Goood", "Good"), ("Erly Help", "Early Help"), ("Children in Car", "Children in Care"),
      ("overall_garde", "overall_grade"), ("Adult Social Care", nil), ("x", nil),
    ] as [(String, String?)])
  func nearest(spelling: String, name: String?) {
    let names = ["Good", "Early Help", "Children in Care", "overall_grade", "Outstanding"]
    #expect(Nearest.candidate(to: spelling, among: names) == name)
  }
}

import QAModel
import Testing

@testable import Ingest

@Suite("Numbers")
struct DecodingNumberTests {
  @Test(
    "as people and spreadsheets write them",
    arguments: [
      ("1240", 1240, false), ("1,240", 1240, false), ("£1,240.50", 1240.5, false), ("87%", 87, true),
      ("0.87", 0.87, false), (" 87 % ", 87, true), ("(12)", -12, false), ("-12.5", -12.5, false),
      ("+3", 3, false),
      (".5", 0.5, false), ("5.", 5, false), ("1 240", 1240, false), ("1\u{A0}240", 1240, false),
      ("-£5", -5, false), ("(£1,000)", -1000, false), ("1,234,567.8", 1_234_567.8, false),
      ("1e+05", 100_000, false),
      ("1.5e-05", 0.000_015, false), ("0", 0, false), ("-0", 0, false), ("\u{2212}4", -4, false),
      ("(5%)", -5, true),
    ] as [(String, Double, Bool)])
  func numbers(cell: String, value: Double, isPercentage: Bool) {
    // The per cent sign may stand within the brackets.
    let read = NumberDecoder.read(cell)
    #expect(read == .value(.init(value: value, isPercentage: isPercentage)))
  }

  @Test(
    "what is no number",
    arguments: [
      ("ninety-five", "unreadable"), ("12,40", "unreadable"), ("1,24,000", "unreadable"),
      ("1.2.3", "unreadable"),
      ("", "unreadable"), ("--5", "unreadable"), ("5 or 6", "unreadable"), ("1.23E+05", "shortened"),
      ("nan", "unreadable"), ("inf", "unreadable"), ("0x10", "unreadable"), ("1e999", "unreadable"),
      ("(-5)", "unreadable"), ("%", "unreadable"), ("£", "unreadable"), ("5%%", "unreadable"),
      ("12a", "unreadable"), ("0x1e1", "unreadable"), ("0,875", "unreadable"), ("012,345", "unreadable"),
      ("1.240,50", "unreadable"),
      (",5", "unreadable"), ("cc", "unreadable"), ("lower", "unreadable"), ("-o", "unreadable"),
    ])
  func problems(cell: String, id: String) {
    guard case .unreadable(let problem) = NumberDecoder.read(cell) else {
      Issue.record("\(cell) was read")
      return
    }
    #expect(problem.id == "ingest.number." + id)
  }

  @Test(
    "where a comma may begin decimals, one that could be either is no number",
    arguments: [
      ("1,240", nil), ("61,125", nil), ("£1,240", nil), ("61,125%", nil), ("1,240,000", 1_240_000),
      ("1,240.5", 1240.5), ("1 240", 1240), ("870", 870),
    ] as [(String, Double?)])
  func commaInDoubt(cell: String, value: Double?) {
    switch NumberDecoder.read(cell, commaMayBeDecimal: true) {
    case .value(let number): #expect(number.value == value)
    case .unreadable(let problem):
      #expect(value == nil)
      #expect(problem.id == "ingest.number.comma_in_doubt")
    case .missing: Issue.record("\(cell) was missing")
    }
  }

  @Test(
    "decimal commas",
    arguments: [
      ("17,25", true), ("0,875", true), ("1.240,5", true), ("1.240,500", true), ("-3,5 %", true),
      ("1,240", false), ("61,125", false), ("1,24,000", false), ("1,240.5", false), ("12", false),
      ("a,b", false), (",5", false), ("5,", false),
    ])
  func decimalCommas(cell: String, isDecimal: Bool) {
    #expect(NumberDecoder.hasDecimalComma(cell) == isDecimal)
  }

  @Test(
    "symbols are not zero",
    arguments: [
      ("*", Missing.suppressed), ("c", .suppressed), ("<5", .suppressed), ("< 10", .suppressed),
      ("≤5", .suppressed), ("x", .notAvailable), (".", .notAvailable), ("..", .notAvailable),
      ("k", .notAvailable),
      ("u", .notAvailable), (":", .notAvailable), ("z", .notApplicable), ("low", .low), ("LOW", .low),
      ("~", .low),
      ("n/a", .notApplicable), ("N/A", .notApplicable), ("#N/A", .notAvailable), ("-", .blank),
      ("[c]", .suppressed),
    ])
  func symbols(cell: String, missing: Missing) {
    #expect(NumberDecoder.read(cell) == .missing(missing))
  }
}

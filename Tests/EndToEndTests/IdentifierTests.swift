import Foundation
import Testing

/// 10,000 invented identifiers in the styles that exports hold, ten a comment: `qareport themes` leaves none.
@Suite("Identifiers in comments")
struct IdentifierTests {
  /// Numbers that look random and are the same each time.
  private struct Dice {
    var state: UInt64 = 20_251_121
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    mutating func of<T>(_ choices: [T]) -> T { choices[roll(choices.count)] }
    mutating func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(roll(10)) }.joined()
    }
    mutating func letters(_ count: Int, from alphabet: String) -> String {
      let letters = Array(alphabet)
      return (0..<count).map { _ in String(letters[roll(letters.count)]) }.joined()
    }
    mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + roll(range.count) }
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func phone(_ dice: inout Dice) -> String {
    switch dice.roll(8) {
    case 0: "07\(dice.digits(9))"
    case 1: "07\(dice.digits(3)) \(dice.digits(6))"
    case 2: "07\(dice.digits(3)) \(dice.digits(3)) \(dice.digits(3))"
    case 3: "+44 7\(dice.digits(3)) \(dice.digits(6))"
    case 4: "01744 \(dice.digits(6))"
    case 5: "(01744) \(dice.digits(6))"
    case 6: "0151 \(dice.digits(3)) \(dice.digits(4))"
    default: "020 7\(dice.digits(3)) \(dice.digits(4))"
    }
  }

  private static func postcode(_ dice: inout Dice) -> String {
    let outward = "ABCDEFGHKLMNOPRSTW"
    let first =
      switch dice.roll(4) {
      case 0: dice.letters(1, from: outward) + String(dice.number(1...9))
      case 1: dice.letters(2, from: outward) + String(dice.number(1...9))
      case 2: dice.letters(2, from: outward) + String(dice.number(10...29))
      default: dice.letters(2, from: outward) + "1" + dice.letters(1, from: "ABEHMNP")
      }
    let code =
      first + dice.of([" ", ""]) + String(dice.roll(10)) + dice.letters(2, from: "ABDEFGHJLNPQRSTUWXYZ")
    return dice.roll(5) == 0 ? code.lowercased() : code
  }

  /// Ten digits of which the last checks the others (modulus 11).
  private static func nhsNumber(_ dice: inout Dice) -> String {
    while true {
      let digits = (0..<9).map { _ in dice.roll(10) }
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
      let check = (11 - sum % 11) % 11
      guard check != 10 else { continue }
      let all = (digits + [check]).map(String.init).joined()
      let parts = [all.prefix(3), all.dropFirst(3).prefix(3), all.suffix(4)].map(String.init)
      return dice.of([all, parts.joined(separator: " "), parts.joined(separator: "-")])
    }
  }

  private static func birth(_ dice: inout Dice) -> String {
    let (day, month, year) = (dice.number(1...28), dice.number(1...12), dice.number(2005...2024))
    let names = [
      "January", "Feb", "March", "April", "May", "June", "July", "Aug", "September", "Oct", "Nov", "December",
    ]
    let date =
      switch dice.roll(5) {
      case 0: "\(padded(day))/\(padded(month))/\(year)"
      case 1: "\(day).\(month).\(padded(year % 100))"
      case 2: "\(year)-\(padded(month))-\(padded(day))"
      case 3: "\(day) \(names[month - 1]) \(year)"
      default: "\(padded(day))-\(padded(month))-\(year)"
      }
    return dice.of(["DOB \(date)", "born \(date)", "d.o.b. \(date)", "date of birth: \(date)"])
  }

  private static func email(_ dice: inout Dice) -> String {
    let name = dice.letters(dice.number(4...9), from: "abcdefghijklmnopqrstuvwxyz")
    return name + dice.of([".", "_", ""]) + dice.letters(5, from: "aeiourstln") + dice.of(["", "84", "+x"])
      + "@" + dice.of(["example.org", "mail.example.co.uk", "sthelens.example.gov.uk"])
  }

  private static func caseID(_ dice: inout Dice) -> String {
    switch dice.roll(7) {
    case 0: "SH10\(dice.digits(4))"
    case 1: "AUD-1\(dice.digits(4))"
    case 2: "CMP/2025/\(dice.digits(3))"
    case 3: "DS0\(dice.digits(3))"
    case 4: "FB-2025-0\(dice.digits(3))-1"
    case 5: "LL-\(dice.digits(5))"
    default: "CYP-2024-0\(dice.digits(3))"
    }
  }

  @Test("none of 10,000 is left")
  func none() throws {
    var dice = Dice()
    let frames = [
      "Rang on %, no answer.", "The file % was opened by the team.", "Letter sent to % last week.",
      "See % for the record.", "It says % on the form.", "(%) was given at the visit.", "We used % as asked.",
    ]
    var rows = "id,source,date,service,text\n"
    var identifiers: [String: [String]] = [:]
    for comment in 0..<1000 {
      var text: [String] = []
      for place in 0..<10 {
        let identifier =
          switch place % 6 {
          case 0: Self.phone(&dice)
          case 1: Self.postcode(&dice)
          case 2: Self.nhsNumber(&dice)
          case 3: Self.birth(&dice)
          case 4: Self.email(&dice)
          default: Self.caseID(&dice)
          }
        identifiers["\(comment)", default: []].append(identifier)
        text.append(dice.of(frames).replacingOccurrences(of: "%", with: identifier))
      }
      rows += "\(comment),dip_comment,2026-01-05,Early Help,\"\(text.joined(separator: " "))\"\n"
    }
    let folder = try TemporaryFolder()
    let (comments, redacted) = (
      folder.url.appending(path: "comments.csv"), folder.url.appending(path: "redacted.csv")
    )
    try rows.write(to: comments, atomically: true, encoding: .utf8)
    let result = try Program.run(["themes", comments.path, "--redactions", redacted.path])
    #expect(result.status == 0, "\(result.errors)")
    let output = try CSVRows.read(redacted)
    #expect(output.count == 1000)
    var left: [String] = []
    for row in output {
      let text = row["redacted_text"] ?? ""
      for identifier in identifiers[row["id"] ?? ""] ?? [] {
        // What is told by a word before it, as DOB, may stay; its digits may not.
        let core = String(
          identifier.drop { !$0.isNumber && identifier.contains(" ") && !identifier.contains("@") })
        let pieces =
          [core] + core.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 4 }
        if pieces.contains(where: { !$0.isEmpty && text.contains($0) }) {
          left.append("\(identifier) in \(text)")
        }
      }
    }
    #expect(left.isEmpty, "\(left.count) left, as \(left.prefix(12).joined(separator: "; "))")
  }
}

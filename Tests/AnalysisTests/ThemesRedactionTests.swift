import QAModel
import Testing

@testable import Analysis

@Suite("Redaction")
struct ThemesRedactionTests {
  static let redactor: Redactor = {
    let words = """
      a address address's after all and asked at best birthday born by call called case child close cottage day
      dr early email file for from good grace has he help her hope i in is it last lane left lives mark may me mill mum
      my no not of on or paddock plan police primary rang said saw school section seen she signs so social team tell
      thanks that the thorn to told us view visit was we were will with worker years
      """
    let sorted = words.split(whereSeparator: \.isWhitespace).map(String.init).sorted().joined(separator: "\n")
    let rules = RedactionRules(
      titles: ["mr", "mrs", "ms", "dr", "cllr", "auntie"],
      schoolEndings: ["school", "academy", "primary", "junior"],
      addressEndings: ["close", "lane", "road", "view", "foot"],
      placeEndings: ["cottage", "lodge", "house", "view"],
      keep: [
        "ofsted", "camhs", "march", "may", "mosaic", "good", "signs", "safety", "leeds", "monday", "pre",
      ],
      abbreviations: ["sw", "tm", "nhs", "cp", "id"],
      nameWords: ["grace", "will", "hope", "mark", "sky", "river", "may"],
      firstNames: ["bex", "steven", "mo"],
      beforeNames: ["worker", "thanks", "told"], afterNames: ["is", "was", "said", "has", "rang", "told"],
      caseWords: ["mosaic", "case", "id", "ref", "no"], birthWords: ["dob", "born", "birthday"])
    return Redactor(rules: rules, words: WordList(bytes: Array((sorted + "\n").utf8)))
  }()

  @Test(
    "takes out what is personal and leaves what is not",
    arguments: [
      ("Rang Piotr Zielinski", "Rang [name]"),
      ("Mrs Young's visit", "Mrs [name]'s visit"),
      ("Dr Feroz, Cllr Hussain", "Dr [name], Cllr [name]"),
      ("Saoirse-Mae and O\u{2019}Brien", "[name] and [name]"),
      ("Told Grace so", "Told [name] so"),
      ("Grace was seen", "[name] was seen"),
      ("Hope it is good", "Hope it is good"),
      ("I hope so", "I hope so"),
      ("Sky and River were seen", "[name] and [name] were seen"),
      ("Seen on 3 May by Mark", "Seen on 3 May by [name]"),
      ("Signs of Safety. Ofsted said Good in March", "Signs of Safety. Ofsted said Good in March"),
      ("my worker bex is good", "my worker [name] is good"),
      ("steven rang", "[name] rang"),
      ("The SW and TM (S.K.) rang", "The SW and TM ([initials].[initials].) rang"),
      ("Seen with MJ", "Seen with [initials]"),
      ("JACK-HENRY: visit", "[name]: visit"),
      ("Section F is good", "Section F is good"),
      ("at Thorn Cottage", "at [place]"),
      ("lives at 16 Paddock Foot", "lives at [address]"),
      ("lives at Apt 9, 5 Mill View", "lives at [address]"),
      ("told Cragside Academy", "told [school]"),
      ("my school is good", "my school is good"),
      ("born 30/06/1994", "born [date of birth]"),
      ("DOB 8.8.09", "DOB [date of birth]"),
      ("dob: 3rd March 2011", "dob: [date of birth]"),
      ("seen on 14/02/2025", "seen on 14/02/2025"),
      ("rang 07700 900417", "rang [phone]"),
      ("rang 01422 960-155", "rang [phone]"),
      ("rang +44 7700 900 417", "rang [phone]"),
      ("NHS no. (943 476 5919)", "NHS no. ([NHS number])"),
      ("9434765919 on file", "[NHS number] on file"),
      ("in LS10 1JF", "in [postcode]"),
      ("email j.lumb83@mailbox.example.", "email [email]."),
      ("Mosaic ID 448210", "Mosaic ID [case number]"),
      ("case CYP-2024-0193", "case [case number]"),
      ("MARAC/1187/25 and INC0048821", "[case number] and [case number]"),
      ("LL-77120: rang", "[case number]: rang"),
      ("by 6 of 20 in 2025", "by 6 of 20 in 2025"),
      ("", ""),
    ])
  func table(text: String, expected: String) {
    #expect(Self.redactor.redact(text).text == expected)
  }

  @Test("takes a name that was found once out of the whole run, whatever its case")
  func propagation() {
    var redactor = Self.redactor
    #expect(redactor.redact("told oluwaseun so").text == "told oluwaseun so")
    redactor.learn(from: "Oluwaseun was seen")
    redactor.learn(name: "Fiona Garside")
    #expect(redactor.redact("told oluwaseun so").text == "told [name] so")
    #expect(redactor.redact("called garside").text == "called [name]")
  }

  @Test("counts what was taken out by kind, and twice is the same as once")
  func counts() {
    let once = Self.redactor.redact("Piotr rang 07700 900417 from LS10 1JF, Anh rang too")
    #expect(once.counts == [.name: 2, .phone: 1, .postcode: 1])
    #expect(Self.redactor.redact(once.text).text == once.text)
  }

  @Test("leaves none of ten thousand identifiers in the forms that exports use")
  func identifiers() {
    var generator = Generator(state: 20_251_007)
    var left: [String] = []
    for number in 0..<10_000 {
      let kind = RedactionKind.allCases[[2, 3, 4, 6, 7, 8][number % 6]]
      let identifier = generator.identifier(kind)
      let frame = generator.pick(["Rang on %.", "see % please", "(%)", "%", "the file says: %, so we rang"])
      let named = kind == .dateOfBirth ? "dob %" : kind == .caseNumber ? "ref %" : frame
      let text = named.replacing("%", with: identifier)
      let result = Self.redactor.redact(text)
      if result.text.contains(identifier) || result.counts.isEmpty { left.append(text) }
    }
    #expect(left.isEmpty, "\(left.prefix(10))")
  }

  /// Makes identifiers from a fixed seed.
  private struct Generator {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }

    mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    /// `9` becomes a digit, `A` a letter that postcodes use, `a` a small one.
    mutating func fill(_ form: String) -> String {
      String(
        form.map { character -> Character in
          switch character {
          case "9": Character(String(next(10)))
          case "A": Array("ABDEFGHJLNPQRSTUWXYZ")[next(20)]
          case "a": Array("abdefghjlnpqrstuwxyz")[next(20)]
          default: character
          }
        })
    }

    mutating func identifier(_ kind: RedactionKind) -> String {
      switch kind {
      case .phone:
        return fill(
          pick([
            "07999 999999", "07999 999 999", "07999999999", "01999 999999", "0199 999 9999", "01999-999999",
            "(01999) 999999", "+44 7999 999999", "+447999999999", "020 7999 9999", "01999 999-999",
            "0044 7999 999999",
          ]))
      case .email:
        return fill(
          pick(["aaa.aaa@aaaaa.example", "aaa99@aaaa.co.uk", "a_aaa-a@aaa-aa.gov.uk", "AAA.Aaa@AAAA.COM"]))
      case .postcode:
        return fill(
          pick(["A9 9AA", "A99 9AA", "A9A 9AA", "AA9 9AA", "AA99 9AA", "AA9A 9AA", "AA99AA", "aa9 9aa"]))
      case .nhsNumber: return nhsNumber()
      case .dateOfBirth:
        let (day, month, year) = (1 + next(28), 1 + next(12), 1950 + next(70))
        let two = String(year % 100 + 100).suffix(2)
        let name = CalendarDate.monthNames[month - 1]
        return pick([
          "\(day)/\(month)/\(year)", "\(day).\(month).\(two)", "\(day)-\(month)-\(year)",
          "\(day) \(name) \(year)",
          "\(day)th \(name) \(year)", "\(day) \(name.prefix(3)) \(two)",
          "\(year)-0\(1 + next(9))-1\(next(9))",
        ])
      default:
        return fill(
          pick([
            "AA-99999", "AAA-2099-9999", "AAAAA/9999/99", "AAA9999999", "9999999", "999999", "AA-2099-9999",
            "AA/99/9999",
          ]))
      }
    }

    /// Ten digits with the check digit of modulus 11.
    private mutating func nhsNumber() -> String {
      while true {
        let digits = (0..<9).map { _ in next(10) }
        let sum = zip(digits, 0...).reduce(0) { $0 + $1.0 * (10 - $1.1) }
        let check = (11 - sum % 11) % 11
        guard check < 10 else { continue }
        let all = (digits + [check]).map(String.init).joined()
        return pick([
          all, "\(all.prefix(3)) \(all.dropFirst(3).prefix(3)) \(all.suffix(4))",
          "\(all.prefix(3))-\(all.dropFirst(3).prefix(3))-\(all.suffix(4))",
        ])
      }
    }
  }
}

import QAModel
import Testing

@Suite("Spelling")
struct WorkspaceSpellingTests {
  @Test(
    "counts the edits between two words",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("framwork", "framework", 1),
      ("framewrok", "framework", 1), ("ab", "ba", 1), ("ca", "abc", 3), ("saturday", "sunday", 3),
      ("gräde", "grade", 1),
    ])
  func distance(left: String, right: String, edits: Int) {
    #expect(Spelling.distance(left, right) == edits)
    #expect(Spelling.distance(right, left) == edits)
  }

  @Test(
    "finds the word that was meant",
    arguments: [
      ("framwork", "framework"), ("Export-Dates", "export_dates"), ("domian", "domains"),
      ("date order", "date_order"),
      ("gardes", "grades"), ("colour", nil), ("", nil), ("x", nil), ("services and teams", nil),
    ] as [(String, String?)])
  func nearest(word: String, meant: String?) {
    let keys = ["framework", "exports", "export_dates", "date_order", "domains", "grades", "services"]
    #expect(Spelling.nearest(word, in: keys) == meant)
  }

  @Test("prefers the nearest, of two as near the first, and does not compare what is very long")
  func order() {
    #expect(Spelling.nearest("plans", in: ["planes", "plan", "plans x"]) == "planes")
    #expect(Spelling.nearest("abcd", in: ["abce", "abcf"]) == "abce")
    let long = String(repeating: "a", count: 101)
    #expect(Spelling.nearest(long + "b", in: [long]) == nil)
    #expect(Spelling.nearest(long, in: [long.uppercased()]) == long.uppercased())
    #expect(Spelling.nearest("word", in: []) == nil)
  }

  @Test(
    "leaves out what does not tell names apart",
    arguments: [
      ("Re-audit", "reaudit"), ("A&I", "AandI"), ("Assessment & Intervention", "assessment and intervention"),
      (" Early  Help\u{A0}", "early_help"), ("\u{FEFF}audit_id", "Audit ID"),
      ("% in time", "percent in time"),
      ("Naïve", "NAÏVE"),
    ])
  func folded(left: String, right: String) {
    #expect(Spelling.folded(left) == Spelling.folded(right))
  }

  @Test("keeps apart texts that are nothing but signs")
  func signs() {
    #expect(Spelling.folded("-") != Spelling.folded("--"))
    #expect(Spelling.folded("*") == "*")
  }
}

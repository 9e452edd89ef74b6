import Glibc
import QAModel

/// Which dataset a file is, by its name.
enum FileNames {
  /// Words in the names of files, each dataset's own name among them. The longest that fits counts, so that
  /// *supervision audits* are not audits.
  private static let words: [(DatasetKind, [String])] = [
    (.audits, ["audit", "case review", "collaborative case review", "ccr", "moderation"]),
    (.dipSamples, ["dip sample", "dip sampling", "dipsample", "dip"]),
    (
      .complaints,
      ["complaint", "compliment", "complaints and compliments", "representation", "customer feedback"]
    ),
    (
      .performance,
      ["performance", "indicator", "performance indicator", "kpi", "scorecard", "dataset", "pi"]
    ),
    (.observations, ["observation", "practice observation", "observation of practice"]),
    (.supervisionAudits, ["supervision audit", "supervision review", "supervision"]),
    (.feedback, ["feedback", "survey", "family feedback"]),
    (.actions, ["action", "action log", "action plan", "action tracker", "audit action"]),
    (.activity, ["activity", "activities", "qa activity", "activity log", "activity diary", "diary"]),
    (.caseload, ["caseload", "open case", "open children", "caselist", "case list"]),
    (.staff, ["staff", "workforce", "staff list", "establishment", "worker"]),
    (.neighbours, ["neighbour", "statistical neighbour", "stats neighbour", "sn model"]),
  ]

  /// The kinds a file's name speaks of, the most telling first.
  ///
  /// - Parameter registers: the framework's, known by their own names.
  static func kinds(of path: String, registers: [Register] = []) -> [DatasetKind] {
    let words = words + registers.map { (.register($0.name), phrases($0.term)) }
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.reversed() {
      let name = Self.words(of: part)
      let found = words.compactMap { kind, phrases in
        phrases.filter { contains(name, $0) }.map(\.utf8.count).max().map { (kind, $0) }
      }
      if !found.isEmpty { return found.sorted { $0.1 > $1.1 }.map(\.0) }
    }
    return []
  }

  /// The words of a register's names, the last of each in the singular: files have either.
  private static func phrases(_ term: Term) -> [String] {
    ([term.name] + term.synonyms).map { name in
      let phrase = words(of: name).joined(separator: " ")
      return phrase.hasSuffix("s") ? String(phrase.dropLast()) : phrase
    }
  }

  /// Whether a path below the exports folder, or the file's name alone, fits a shell pattern.
  static func fits(_ path: String, _ pattern: String) -> Bool {
    let ignoringCase: Int32 = 1 << 4
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return fnmatch(pattern, path, ignoringCase) == 0 || fnmatch(pattern, name, ignoringCase) == 0
  }

  static func isCSV(_ path: String) -> Bool {
    let lower = path.lowercased()
    return lower.hasSuffix(".csv") || lower.hasSuffix(".tsv")
  }

  /// Whether a file that is no CSV file is likely an export all the same: a workbook, or a text called as a dataset is.
  static func mayHoldRecords(_ path: String) -> Bool {
    let lower = path.lowercased()
    if [".xlsx", ".xlsm", ".xls", ".ods"].contains(where: lower.hasSuffix) { return true }
    return lower.hasSuffix(".txt") && !kinds(of: path).isEmpty
  }

  private static func words(of name: String) -> [String] {
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    var words: [String] = []
    var current = ""
    var previous: Character = " "
    for character in stem {
      // DipSamples is two words, too.
      let breaks = character.isUppercase && previous.isLowercase || character.isNumber != previous.isNumber
      if !character.isLetter && !character.isNumber || breaks {
        if !current.isEmpty { words.append(current.lowercased()) }
        current = ""
      }
      if character.isLetter || character.isNumber { current.append(character) }
      previous = character
    }
    if !current.isEmpty { words.append(current.lowercased()) }
    return words
  }

  /// Whether the words of a phrase stand next to each other in a name, in the singular or the plural.
  private static func contains(_ name: [String], _ phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ").map(String.init)
    guard wanted.count <= name.count else { return false }
    return (0...(name.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { isSame(name[start + $0], wanted[$0]) }
    }
  }

  private static func isSame(_ word: String, _ wanted: String) -> Bool {
    word == wanted || word == wanted + "s" || word == wanted + "es"
  }
}

import QAModel

/// The cells that say why there is no value, by the kind of column. Whole cells only, without regard to case.
///
/// The same sign means different things in different columns, and in many nothing at all: a token on no list of
/// its column is unreadable. A workspace adds its own under `missing`.
enum MissingTokens {
  /// Columns of names, words and ids: every other token may be somebody's name.
  static let names = everywhere
  /// Grades, answers, ratings and other closed lists.
  static let closedList = everywhere.merging(ofAList) { $1 }
  static let grades = closedList.merging(["x": .notAvailable, "*": .suppressed]) { $1 }
  static let dates = everywhere
  static let numbers = everywhere.merging(ofNumbers) { $1 }

  private static let everywhere: [String: Missing] = [
    "-": .blank, "--": .blank, "---": .blank, "null": .blank, "(null)": .blank, "(blank)": .blank,
    "n/a": .notApplicable, "na": .notApplicable, "n.a.": .notApplicable, "n\\a": .notApplicable,
    "not applicable": .notApplicable,
    "#n/a": .notAvailable, ".": .notAvailable, "..": .notAvailable, "...": .notAvailable,
    "not available": .notAvailable, "not known": .notAvailable, "unknown": .notAvailable,
    "not recorded": .notAvailable, "not stated": .notAvailable,
  ]

  private static let ofAList: [String: Missing] = [
    "not seen": .notSeen, "not observed": .notSeen, "not graded": .notApplicable,
    "ungraded": .notApplicable, "prefer not to say": .notAvailable,
  ]

  /// The symbols of official statistics, as the Department for Education and the Government Analysis Function
  /// publish them.
  private static let ofNumbers: [String: Missing] = [
    "*": .suppressed, "c": .suppressed, "[c]": .suppressed,
    "x": .notAvailable, "[x]": .notAvailable, "k": .notAvailable, "u": .notAvailable, "[u]": .notAvailable,
    ":": .notAvailable, "z": .notApplicable, "[z]": .notApplicable, "low": .low, "[low]": .low, "~": .low,
  ]

  /// `<5`, `< 10`, `≤5`: a small count withheld.
  static func isBelowThreshold(_ folded: String) -> Bool {
    guard folded.hasPrefix("<") || folded.hasPrefix("≤") else { return false }
    let rest = folded.dropFirst().drop { $0 == " " || $0 == "=" }
    return !rest.isEmpty && rest.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

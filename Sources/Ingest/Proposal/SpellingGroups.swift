import QAModel

/// Spellings of names sorted by what they stand for, as `EH`, `Early help` and `Early Help Service` for one service.
struct SpellingGroups {
  struct Spelling {
    var text: String
    var rows: Int
    /// What its rows go together with, as the teams of a service.
    var company: Set<String>
    /// Where it stands first.
    var place: SourceLocation
  }

  struct Group {
    var name: String
    /// Spellings that are surely the same name.
    var spellings: [String] = []
    /// Spellings that may be, each with how many rows have it.
    var doubtful: [(text: String, rows: Int, place: SourceLocation)] = []
    fileprivate var company: Set<String> = []
  }

  private(set) var groups: [Group] = []
  /// Spellings that stand for nothing known, with how many rows have them.
  private(set) var unknown: [(text: String, rows: Int, place: SourceLocation)] = []

  /// A spelling of fewer rows than this share of all is a slip until something speaks for it.
  private static let rare = 0.004

  /// - Parameter known: names that the framework gives, which come first.
  init(_ spellings: [Spelling], known: [Term] = []) {
    let rows = spellings.reduce(0) { $0 + $1.rows }
    let folded = Dictionary(grouping: spellings) { Fold.letters($0.text) }.values.map { same in
      // The commonest of the ways to write the same letters.
      let most = same.max { ($0.rows, $1.text) < ($1.rows, $0.text) }!
      return Spelling(
        text: most.text, rows: same.reduce(0) { $0 + $1.rows },
        company: same.reduce(into: []) { $0.formUnion($1.company) },
        place: most.place)
    }
    groups = known.map { Group(name: $0.name) }
    var waiting: [Spelling] = []
    for spelling in folded.sorted(by: { ($1.rows, $0.text) < ($0.rows, $1.text) }) {
      let letters = Fold.letters(spelling.text)
      if let index = known.firstIndex(where: { term in
        ([term.name] + term.synonyms).contains { Fold.letters($0) == letters }
      }) {
        groups[index].company.formUnion(spelling.company)
      } else {
        waiting.append(spelling)
      }
    }
    // A name in full is found before its short forms, though those may be commoner.
    for spelling in waiting where Self.isWhole(spelling.text) && !isRare(spelling, rows) && known.isEmpty {
      if kin(of: spelling) == nil {
        groups.append(Group(name: spelling.text, company: spelling.company))
      } else {
        place(spelling, rows)
      }
    }
    for spelling in waiting where !(Self.isWhole(spelling.text) && !isRare(spelling, rows) && known.isEmpty) {
      place(spelling, rows)
    }
  }

  private func isRare(_ spelling: Spelling, _ rows: Int) -> Bool {
    Double(spelling.rows) < Double(rows) * Self.rare
  }

  private mutating func place(_ spelling: Spelling, _ rows: Int) {
    if let (index, isSure) = kin(of: spelling) {
      if isSure {
        groups[index].spellings.append(spelling.text)
        groups[index].company.formUnion(spelling.company)
      } else {
        groups[index].doubtful.append((spelling.text, spelling.rows, spelling.place))
      }
    } else {
      unknown.append((spelling.text, spelling.rows, spelling.place))
    }
  }

  /// The group a spelling belongs to, and whether that is sure.
  private func kin(of spelling: Spelling) -> (group: Int, isSure: Bool)? {
    var best: (group: Int, strength: Double)?
    for (index, group) in groups.enumerated() {
      let strength = Self.likeness(spelling.text, group.name) + companionship(spelling, group)
      if strength > best?.strength ?? 0.79 { best = (index, strength) }
    }
    return best.map { ($0.group, $0.strength >= 1) }
  }

  /// Whether the rows of a spelling are of the same teams as a group's: a half where all are, and nobody else's.
  private func companionship(_ spelling: Spelling, _ group: Group) -> Double {
    guard !spelling.company.isEmpty, !group.company.isEmpty else { return 0 }
    let shared = spelling.company.filter { group.company.contains($0) }
    let own = shared.filter { team in groups.count { $0.company.contains(team) } == 1 }
    let share = Double(own.count) / Double(spelling.company.count)
    if share == 0 { return -0.4 }
    // One row says little, however well it fits.
    return spelling.rows >= 5 ? share : share * 0.8
  }

  // MARK: Likeness of two names

  /// Not a few capitals that stand for words.
  private static func isWhole(_ text: String) -> Bool {
    words(text).allSatisfy { $0.count > 3 || $0 == "in" || $0 == "of" }
      || text.contains { $0.isLowercase } && text.count > 12
  }

  /// 1 where one is surely the other written differently, less where they have words in common.
  static func likeness(_ a: String, _ b: String) -> Double {
    let (first, second) = (words(a), words(b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    if first == second || Set(first.map(stem)) == Set(second.map(stem)) { return 1 }
    if isShort(first, of: second) || isShort(second, of: first) { return 1 }
    let (one, other) = (Set(first.map(stem)), Set(second.map(stem)))
    if one.isSubset(of: other) || other.isSubset(of: one) { return 0.6 }
    let distance = Nearest.distance(
      Array(Fold.letters(a).unicodeScalars), Array(Fold.letters(b).unicodeScalars))
    if distance <= max(1, min(a.count, b.count) / 6) { return 0.85 }
    let common = one.intersection(other).count
    return common == 0 ? 0 : 0.4 * Double(common) / Double(min(one.count, other.count))
  }

  /// Whether the first is made of initials of the second: `CiC`, `A&I`, `CP & CIN`, `YJS`.
  private static func isShort(_ short: [String], of long: [String]) -> Bool {
    let letters = short.joined()
    guard letters.count >= 2, letters.count < long.joined().count else { return false }
    let initials = String(long.compactMap(\.first))
    return letters == initials || short.joined(separator: "") == initials
      || letters == initials + "s" || expands(short[...], long[...])
  }

  /// Whether word by word one is the other or its initials.
  private static func expands(_ short: ArraySlice<String>, _ long: ArraySlice<String>) -> Bool {
    guard let first = short.first else { return long.isEmpty }
    guard let next = long.first else { return false }
    if first == next, expands(short.dropFirst(), long.dropFirst()) { return true }
    let width = first.count
    guard width >= 2, long.count >= width, String(long.prefix(width).compactMap(\.first)) == first else {
      return false
    }
    return expands(short.dropFirst(), long.dropFirst(width))
  }

  /// Words in lower case without those every service has.
  private static func words(_ text: String) -> [String] {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = all.filter { !["and", "the", "service", "services", "team", "teams"].contains($0) }
    return kept.isEmpty ? all : kept
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ings", "ing", "ers", "er", "s"]
    where word.count - ending.count >= 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}

import QAModel

/// What single words add, by word and theme in one flat table.
struct LearntTable: Sendable {
  let rules: LearntWords
  /// Themes, and after them what speaks for no theme.
  let width: Int
  /// Word after word, `width` numbers each.
  private let weights: [Float]
  /// Word → which way it leans; above 0 good.
  private let leanings: [Float]

  init(_ rules: LearntWords, themes: Int) {
    self.rules = rules
    width = themes + 1
    var weights = [Float](repeating: 0, count: rules.words.count * (themes + 1))
    var leanings = [Float](repeating: 0, count: rules.words.count)
    for (place, word) in rules.words.enumerated() {
      for (theme, weight) in word.weights {
        if theme <= themes {
          weights[place * (themes + 1) + theme] = Float(weight)
        } else {
          leanings[place] = Float(weight)
        }
      }
    }
    (self.weights, self.leanings) = (weights, leanings)
  }

  func add(_ word: Int, to sums: inout [Float]) {
    for theme in 0..<width { sums[theme] += weights[word * width + theme] }
  }

  func leaning(of word: Int) -> Float { leanings[word] }

  /// What words add to one theme.
  func weight(of word: Int, for theme: Int) -> Float { weights[word * width + theme] }

  /// What the words of a clause and those of the others say of a match in it, at most as much as a usual source.
  func leaning(of clause: Int, in clauses: [Clause]) -> Float {
    var others: Float = 0
    for place in clauses.indices where place != clause { others += clauses[place].leaning }
    let sum = clauses[clause].leaning * Float(rules.own) + others * Float(rules.around)
    return max(-2, min(2, sum))
  }

  /// What is there before the first word, for comments of a source and services.
  static func start(_ rules: LearntWords, themes: Int, source: String?, services: [String]) -> [Float] {
    var start = [Float](repeating: 0, count: themes + 1)
    let added =
      [rules.base, source.flatMap { rules.sources[$0] } ?? [:]] + services.map { rules.services[$0] ?? [:] }
    for weights in added {
      for (theme, weight) in weights { start[theme] += Float(weight) }
    }
    return start
  }
}

/// Which themes a comment tells, by its phrases and by what was learnt of its words.
extension CommentReader {
  /// Adds up the words of the comment, each once, and tells every clause which way its words lean.
  mutating func addLearntWords(_ table: LearntTable, _ origin: CommentOrigin) {
    for theme in learntSums.indices { learntSums[theme] = origin.learnt.isEmpty ? 0 : origin.learnt[theme] }
    for found in scan.learnt {
      let word = Int(phrases.patterns[Int(found.pattern)].place)
      clauses[Int(scan.words[Int(found.word)].clause)].leaning += table.leaning(of: word)
      if learntSeen[word] { continue }
      learntSeen[word] = true
      table.add(word, to: &learntSums)
    }
    for found in scan.learnt { learntSeen[Int(phrases.patterns[Int(found.pattern)].place)] = false }
  }

  mutating func decide(by table: LearntTable, _ origin: CommentOrigin) {
    let heaviest = sums.max() ?? 0
    guard heaviest > 0 else { return }
    let rules = table.rules
    let strongest = learntSums.dropLast().max() ?? 0
    let noTheme = learntSums[learntSums.count - 1]
    for theme in sums.indices where sums[theme] > 0 {
      let own = Double(share(theme))
      var told = rules.share * min(own, rules.most) + rules.enough * min(own, 1)
      told += rules.beside * Double(sums[theme] / heaviest)
      told += Double(learntSums[theme]) - rules.against * Double(strongest) - Double(noTheme)
      if told >= rules.from { tellPolarity(of: Int32(theme), weight: sums[theme], origin) }
    }
  }

  /// The words that spoke for or against a theme in the comment read last, each once, the strongest first.
  func learntWords(for theme: Int) -> [(word: Int, weight: Double)] {
    guard let learnt else { return [] }
    var words: [Int: Double] = [:]
    for found in scan.learnt {
      let word = Int(phrases.patterns[Int(found.pattern)].place)
      let weight = learnt.weight(of: word, for: theme)
      if weight != 0 { words[word] = Double(weight) }
    }
    return words.sorted { (-abs($0.value), $0.key) < (-abs($1.value), $1.key) }.map { ($0.key, $0.value) }
  }
}

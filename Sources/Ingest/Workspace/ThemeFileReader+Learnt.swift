import QAModel
import Yams

/// What a taxonomy has learnt of single words: `learnt:`.
extension ThemeFileReader {
  /// The names that stand beside those of the themes.
  private static let noTheme = "none"
  private static let leaning = "good"

  mutating func learnt(_ node: Node, of taxonomy: ThemeTaxonomy, ids: [String: Int]) -> LearntWords {
    var learnt = LearntWords()
    let entry = Entry(
      line: node.line,
      values: mapping(
        node,
        keys: [
          "share", "most", "enough", "beside", "against", "from", "own", "around", "base", "sources",
          "services", "words",
        ]))
    var ids = ids
    ids[Self.noTheme] = taxonomy.themes.count
    learnt.base = themeKeyed(numbers(entry["base"]), ids: ids, line: entry.line)
    learnt.sources = keyed(entry["sources"], by: taxonomy.sources.map(\.id), ids: ids)
    learnt.services = keyed(entry["services"], by: taxonomy.services.map(\.id), ids: ids)
    ids[Self.leaning] = taxonomy.themes.count + 1
    for node in entry["words"]?.sequence ?? [] {
      if let word = word(node, ids: ids) { learnt.words.append(word) }
    }
    learnt.share = number(entry["share"]) ?? learnt.share
    learnt.most = number(entry["most"]) ?? learnt.most
    learnt.enough = number(entry["enough"]) ?? learnt.enough
    learnt.beside = number(entry["beside"]) ?? learnt.beside
    learnt.against = number(entry["against"]) ?? learnt.against
    learnt.from = number(entry["from"]) ?? learnt.from
    learnt.own = number(entry["own"]) ?? learnt.own
    learnt.around = number(entry["around"]) ?? learnt.around
    return learnt
  }

  /// Numbers by theme, by the sources or services of the file.
  private mutating func keyed(_ node: Node?, by known: [String], ids: [String: Int]) -> [String: [Int:
    Double]]
  {
    var keyed: [String: [Int: Double]] = [:]
    for (key, value) in node?.mapping ?? [:] {
      let name = key.string ?? ""
      if !known.contains(name) {
        fault(key.line, "“\(name)” is not defined here", suggestion: Self.nearest(to: name, among: known))
      }
      keyed[name] = themeKeyed(numbers(value), ids: ids, line: value.line)
    }
    return keyed
  }

  /// `chrono*: recording 1.2, oversight -0.3`.
  private mutating func word(_ node: Node, ids: [String: Int]) -> LearntWords.Word? {
    guard let text = string(node) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    guard parts.count == 2 else {
      fault(node.line, "“\(text)” cannot be read: a word, a colon, then themes with their numbers")
      return nil
    }
    var weights: [Int: Double] = [:]
    for item in parts[1].split(separator: ",") {
      let pair = item.split(separator: " ")
      guard pair.count == 2, let weight = Double(pair[1]), weight.isFinite else {
        fault(node.line, "“\(item)” is no theme and number")
        continue
      }
      if let theme = index(String(pair[0]), in: ids, line: node.line) { weights[theme] = weight }
    }
    do throws(PhrasePatternError) {
      return LearntWords.Word(phrase: try PhrasePattern(parsing: parts[0]), weights: weights)
    } catch {
      fault(node.line, "the word “\(parts[0])” cannot be read: \(error.reason)")
      return nil
    }
  }
}

import QAModel
import Yams

/// What a theme file is made of: keys that are known, lists, texts, numbers, phrases.
extension ThemeFileReader {
  struct Entry {
    var line: Int
    var values: [String: Node]
    subscript(key: String) -> Node? { values[key] }
  }

  mutating func root(of text: String, keys: [String]) throws(Failure) -> Entry {
    let node: Node?
    // Texts are taken as written: what type they look like is not asked.
    do { node = try Yams.compose(yaml: text, .basic) } catch {
      fault(Self.line(of: error), "this is not readable as YAML: \(Self.reason(of: error))")
      throw Failure(diagnostics: diagnostics)
    }
    guard let node, node.mapping != nil else {
      fault(1, "the file holds no keys", suggestion: "write one of: \(keys.joined(separator: ", "))")
      throw Failure(diagnostics: diagnostics)
    }
    return Entry(line: 1, values: mapping(node, keys: keys))
  }

  func finish() throws(Failure) {
    if !diagnostics.isEmpty { throw Failure(diagnostics: diagnostics) }
  }

  mutating func mapping(_ node: Node, keys: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      fault(node.line, "keys and values belong here", suggestion: "one of: \(keys.joined(separator: ", "))")
      return [:]
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if keys.contains(name) {
        values[name] = value
      } else {
        fault(
          key.line, "“\(name)” is not a key of this part of the file",
          suggestion: Self.nearest(to: name, among: keys))
      }
    }
    return values
  }

  mutating func entries(_ node: Node?, keys: [String]) -> [Entry] {
    guard let node, !node.isNull else { return [] }
    guard let sequence = node.sequence else {
      fault(node.line, "a list belongs here, each entry begun with “-”")
      return []
    }
    return sequence.map { Entry(line: $0.line, values: mapping($0, keys: keys)) }
  }

  mutating func required(_ key: String, of entry: Entry) -> String {
    guard let text = string(entry[key]), !text.isEmpty else {
      fault(entry.line, "“\(key):” is missing here")
      return ""
    }
    return text
  }

  mutating func string(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar else {
      fault(node.line, "one line of text belongs here")
      return nil
    }
    return scalar.string
  }

  mutating func number(_ node: Node?) -> Double? {
    guard let text = string(node) else { return nil }
    guard let number = Double(text), number.isFinite else {
      fault(node?.line, "“\(text)” is not a number")
      return nil
    }
    return number
  }

  mutating func strings(_ node: Node?) -> [String] {
    guard let node, !node.isNull else { return [] }
    guard let sequence = node.sequence else {
      fault(node.line, "a list belongs here, each entry begun with “-” or all within [ ]")
      return []
    }
    return sequence.compactMap { string($0) }
  }

  mutating func numbers(_ node: Node?) -> [String: Double] {
    guard let node, let mapping = node.mapping else { return [:] }
    var numbers: [String: Double] = [:]
    for (key, value) in mapping { numbers[key.string ?? ""] = number(value) }
    return numbers
  }

  mutating func phrases(_ node: Node?) -> [(phrase: PhrasePattern, line: Int)] {
    guard let node, !node.isNull else { return [] }
    guard let sequence = node.sequence else {
      fault(node.line, "a list of phrases belongs here, each begun with “-”")
      return []
    }
    var phrases: [(PhrasePattern, Int)] = []
    for node in sequence {
      guard let text = string(node) else { continue }
      do throws(PhrasePatternError) {
        phrases.append((try PhrasePattern(parsing: try expanded(text)), node.line))
      } catch {
        fault(node.line, "the phrase “\(text)” cannot be read: \(error.reason)")
      }
    }
    return phrases
  }

  /// The phrase with its lists of words spelled out: `$child` becomes `(child*|boy|…)`.
  func expanded(_ text: String) throws(PhrasePatternError) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var result = ""
    var depth = 0
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      guard character == "$" else {
        result.append(character)
        continue
      }
      let name = String(rest.prefix { $0.isLetter || $0 == "_" })
      rest = rest.dropFirst(name.count)
      guard let words = wordLists[name] else {
        throw PhrasePatternError("there is no list of words “\(name)” under “words:”")
      }
      let joined = words.joined(separator: "|")
      result += depth > 0 ? joined : "(\(joined))"
    }
    return result
  }

  mutating func index(_ id: String, in ids: [String: Int], line: Int) -> Int? {
    if let index = ids[id] { return index }
    fault(line, "there is no theme “\(id)”", suggestion: Self.nearest(to: id, among: ids.keys.sorted()))
    return nil
  }

  mutating func indices(_ node: Node?, in ids: [String: Int]) -> [Int] {
    strings(node).compactMap { index($0, in: ids, line: node?.line ?? 0) }
  }

  mutating func themeKeyed(_ values: [String: Double], ids: [String: Int], line: Int) -> [Int: Double] {
    var keyed: [Int: Double] = [:]
    for (id, value) in values.sorted(by: { $0.key < $1.key }) {
      if let index = index(id, in: ids, line: line) { keyed[index] = value }
    }
    return keyed
  }
}

extension Node {
  var line: Int { mark?.line ?? 1 }
  var isNull: Bool { scalar?.string.isEmpty ?? false }
}

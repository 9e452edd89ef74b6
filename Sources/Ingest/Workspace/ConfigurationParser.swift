import QAModel
import Yams

/// Makes a tree of checked nodes from the text of a YAML file.
struct ConfigurationParser {
  let file: String
  let faults: ConfigurationFaults

  /// Values within one another; what the program reads has eight.
  var deepestLevel = Limits.usualDepth
  /// How many doubled keys are found one after the other before it is enough.
  private static let mostDoubledKeys = 10
  /// Set before a key that stands twice, so that the parser does not stop there; no configuration has it.
  private static let doubledMark: Unicode.Scalar = "\u{E000}"

  /// The root of the file, or `nil` after saying why there is none. A file without content is an empty node.
  func parse(_ bytes: [UInt8]) -> ConfigurationNode? {
    guard var text = ConfigurationText.checked(bytes, file: file, faults: faults) else { return nil }
    let top = SourceLocation(file: file, line: 1)
    for _ in 0...Self.mostDoubledKeys {
      do {
        // The parser holds the anchors its nodes refer to, so it must live as long as they are looked at.
        // Every scalar is the text as written, so that nothing need be asked of what type it looks like.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        let root = try parser.singleRoot()
        return withExtendedLifetime(parser) {
          guard let root else { return ConfigurationNode(location: top, content: .empty) }
          return node(root, level: 0, fallback: top)
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let marked = Self.marking(keyAt: context.mark, in: text) else {
          reportDoubled(keys.first ?? "", line: context.mark.line, first: nil)
          return nil
        }
        text = marked
      } catch {
        report(error)
        return nil
      }
    }
    faults.error("key.duplicate", at: top, "more than \(Self.mostDoubledKeys) keys stand twice in this file")
    return nil
  }

  // MARK: Nodes

  private func node(_ node: Node, level: Int, fallback: SourceLocation) -> ConfigurationNode? {
    let location = node.mark.map { SourceLocation(file: file, line: $0.line) } ?? fallback
    if let anchor = node.anchor {
      ConfigurationText.refuseAnchor(anchor.rawValue, at: location, faults: faults)
      return nil
    }
    guard level < deepestLevel else {
      faults.error(
        "text.depth", at: location, "the file is nested too deeply here",
        because: "At most \(deepestLevel) levels are read.")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.string.isEmpty && scalar.style == .plain
      return ConfigurationNode(location: location, content: isEmpty ? .empty : .text(scalar.string))
    case .sequence(let sequence):
      var items: [ConfigurationNode] = []
      for item in sequence {
        guard let item = self.node(item, level: level + 1, fallback: location) else { return nil }
        items.append(item)
      }
      return ConfigurationNode(location: location, content: .list(items))
    case .mapping(let mapping):
      return self.mapping(mapping, at: location, level: level)
    case .alias(let alias):
      ConfigurationText.refuseAnchor(alias.anchor.rawValue, at: location, faults: faults)
      return nil
    }
  }

  private func mapping(_ mapping: Node.Mapping, at location: SourceLocation, level: Int) -> ConfigurationNode?
  {
    var entries: [ConfigurationNode.Entry] = []
    var lines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      let place = keyNode.mark.map { SourceLocation(file: file, line: $0.line) } ?? location
      guard case .scalar(let scalar) = keyNode, keyNode.anchor == nil else {
        faults.error(
          "key.type", at: place, "a key must be a text, but a list or keys with values stand here",
          suggestion: "Write KEY: VALUE; put a key that begins with [, {, & or * in quotes.")
        return nil
      }
      guard let value = node(valueNode, level: level + 1, fallback: place) else { return nil }
      let key = String(String.UnicodeScalarView(scalar.string.unicodeScalars.drop { $0 == Self.doubledMark }))
      if let first = lines[key] {
        reportDoubled(key, line: place.line ?? 0, first: first)
      } else {
        lines[key] = place.line
        entries.append(ConfigurationNode.Entry(key: key, location: place, value: value))
      }
    }
    return ConfigurationNode(location: location, content: .mapping(entries))
  }

  // MARK: Doubled keys

  private func reportDoubled(_ key: String, line: Int, first: Int?) {
    let places = first.map { "on line \($0) and again here" } ?? "twice in one group of keys"
    faults.error(
      "key.duplicate", at: SourceLocation(file: file, line: line), "the key \(key.quoted) stands \(places)",
      because: "Only one of the two could count.",
      suggestion: "Put what belongs together under one of them and delete the other.")
  }

  /// The text with a mark before the key at a place, which makes the key a different one; the lines stay.
  /// `nil` where the key is not a plain or quoted text.
  private static func marking(keyAt mark: Mark, in text: String) -> String? {
    var scalars = text.unicodeScalars
    var line = 1
    var index = scalars.startIndex
    while line < mark.line, index < scalars.endIndex {
      if isLineBreak(at: index, in: scalars) { line += 1 }
      index = scalars.index(after: index)
    }
    guard let key = scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex),
      key < scalars.endIndex, !"|>[{&*!?".unicodeScalars.contains(scalars[key])
    else { return nil }
    let isQuoted = scalars[key] == "\"" || scalars[key] == "'"
    scalars.insert(doubledMark, at: isQuoted ? scalars.index(after: key) : key)
    return String(scalars)
  }

  /// Line breaks as YAML 1.1 counts them: a carriage return before a line feed is not one of its own.
  private static func isLineBreak(at index: String.Index, in scalars: String.UnicodeScalarView) -> Bool {
    switch scalars[index] {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": return true
    case "\r":
      let next = scalars.index(after: index)
      return next == scalars.endIndex || scalars[next] != "\n"
    default: return false
    }
  }

  // MARK: What the parser could not read

  private func report(_ error: any Error) {
    guard let error = error as? YamlError else {
      faults.error("text.syntax", at: SourceLocation(file: file, line: 1), "the file is not YAML: \(error)")
      return
    }
    let fault = SyntaxFault(error)
    faults.error(
      "text.syntax", at: SourceLocation(file: file, line: fault.line), fault.summary,
      suggestion: fault.suggestion)
  }
}

import QAModel

/// A comment as it is searched: lower-case words, each with a blank before and after it, nothing else between.
struct SearchText {
  /// Begins and ends with a blank.
  private(set) var bytes: [UInt8] = []
  /// Where each byte stands in the comment.
  private(set) var places: [Int32] = []

  /// The words of a text as they are searched.
  static func words(of text: String) -> [String] {
    var search = SearchText()
    search.read(Array(text.utf8)[...])
    return String(decoding: search.bytes, as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// Reads a comment in place of the one before. An apostrophe within a word belongs to it and is left out, so that
  /// *didn't* and *didnt* are one.
  mutating func read(_ text: ArraySlice<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    bytes.append(UInt8(ascii: " "))
    places.append(0)
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      let place = Int32(at - text.startIndex)
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        bytes.append(byte | 0x20)
        places.append(place)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
        places.append(place)
      case UInt8(ascii: "'"): break
      case 0xE2 where at + 2 < text.endIndex && text[at + 1] == 0x80:
        // General punctuation: curly apostrophes are left out, dashes and quotes are blanks.
        if text[at + 2] != 0x99 && text[at + 2] != 0x98 { endWord(place) }
        at += 2
      case 0x80...:
        bytes.append(byte)
        places.append(place)
      default: endWord(place)
      }
      at += 1
    }
    endWord(Int32(text.count))
  }

  private mutating func endWord(_ place: Int32) {
    guard bytes.last != UInt8(ascii: " ") else { return }
    bytes.append(UInt8(ascii: " "))
    places.append(place)
  }

  /// The bytes of the comment where the words first stand in a row; `nil` where they do not.
  ///
  /// - Parameter needle: the words with a blank before and between, and after the last unless more letters may follow.
  func first(_ needle: [UInt8]) -> Range<Int>? {
    guard needle.count <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        var at = 0
        let last = bytes.count - needle.count
        while at <= last {
          if bytes[at] == needle[0], bytes[at + 1] == needle[1] {
            var same = 2
            while same < needle.count, bytes[at + same] == needle[same] { same += 1 }
            if same == needle.count {
              var end = at + needle.count - 1
              while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
              return Int(places[at + 1])..<Int(places[min(end, bytes.count - 1)])
            }
          }
          at += 1
        }
        return nil
      }
    }
  }
}

/// A query ready to be held against comments.
struct CompiledQuery {
  private indirect enum Node {
    case theme(Int)
    case needle([UInt8])
    case all([Node])
    case any([Node])
    case not(Node)
  }

  private let root: Node

  init(_ query: ThematicQuery) { root = Self.node(query) }

  private static func node(_ query: ThematicQuery) -> Node {
    switch query {
    case .theme(let theme): .theme(theme)
    case .words(let words, let isPrefix):
      .needle(Array((" " + words.joined(separator: " ") + (isPrefix ? "" : " ")).utf8))
    case .all(let parts): .all(parts.map(node))
    case .any(let parts): .any(parts.map(node))
    case .not(let part): .not(node(part))
    }
  }

  /// The bytes of the comment that speak for the query, in order; `nil` where it does not hold.
  func matches(_ text: SearchText, _ findings: [ThemeFinding]) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    guard holds(root, text, findings, &ranges) else { return nil }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func holds(
    _ node: Node, _ text: SearchText, _ findings: [ThemeFinding], _ ranges: inout [Range<Int>]
  ) -> Bool {
    switch node {
    case .theme(let theme):
      let hits = findings.filter { $0.theme == theme }.flatMap(\.hits)
      ranges += hits.map(\.bytes)
      return findings.contains { $0.theme == theme }
    case .needle(let needle):
      guard let range = text.first(needle) else { return false }
      ranges.append(range)
      return true
    case .all(let parts): return parts.allSatisfy { holds($0, text, findings, &ranges) }
    case .any(let parts):
      // Every part is looked at: each that holds is evidence.
      return parts.reduce(false) { found, part in
        var own: [Range<Int>] = []
        guard holds(part, text, findings, &own) else { return found }
        ranges += own
        return true
      }
    case .not(let part):
      var unused: [Range<Int>] = []
      return !holds(part, text, findings, &unused)
    }
  }
}

import QAModel

/// A query ready to be held against comments.
struct QueryMatcher {
  private indirect enum Node {
    case theme(Int)
    case needle([UInt8])
    case all([Node])
    case any([Node])
    case not(Node)
  }

  private let root: Node
  private var text = SearchText()

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

  /// The bytes of a comment that speak for the query, in order; `nil` where it does not hold.
  ///
  /// - Parameter hits: the bytes that tell a theme, `nil` where the comment does not tell it.
  mutating func ranges(
    in bytes: ArraySlice<UInt8>, hits: (_ theme: Int) -> [Range<Int>]?
  ) -> [Range<Int>]? {
    if case .theme = root {
    } else {
      text.read(bytes)
    }
    var ranges: [Range<Int>] = []
    guard holds(root, hits, &ranges) else { return nil }
    return ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  private func holds(
    _ node: Node, _ hits: (_ theme: Int) -> [Range<Int>]?, _ ranges: inout [Range<Int>]
  ) -> Bool {
    switch node {
    case .theme(let theme):
      guard let told = hits(theme) else { return false }
      ranges += told
      return true
    case .needle(let needle):
      guard let range = text.first(needle) else { return false }
      ranges.append(range)
      return true
    case .all(let parts):
      var own: [Range<Int>] = []
      guard parts.allSatisfy({ holds($0, hits, &own) }) else { return false }
      ranges += own
      return true
    case .any(let parts):
      // Every part is looked at: each that holds is evidence.
      return parts.reduce(false) { found, part in holds(part, hits, &ranges) || found }
    case .not(let part):
      var unused: [Range<Int>] = []
      return !holds(part, hits, &unused)
    }
  }
}

extension CommentReadings {
  /// The bytes of a comment that speak for a query, in order; `nil` where it does not hold.
  func ranges(of matcher: inout QueryMatcher, in comment: Comment) -> [Range<Int>]? {
    matcher.ranges(in: bytes(comment)) { theme in
      let told = findings(of: comment).filter { $0.theme == theme }
      return told.isEmpty ? nil : told.flatMap { hits(of: $0).map(\.bytes) }
    }
  }
}

public import QAModel

/// Takes personal data out of text before anything of it is shown.
///
/// Give it every text of the run first (`learn`), so that a name found once is taken out everywhere, whatever its
/// case; and the names that the export's own columns hold. Then `redact` each text that is to be shown. What
/// has a form of its own (e-mail, telephone, NHS number, postcode, case number, date of birth) goes before places,
/// and places before names.
public struct Redactor: Sendable {
  private var identifiers: IdentifierFinder
  private let places: PlaceFinder
  private var names: NameFinder

  public init(rules: RedactionRules, words: WordList) {
    identifiers = IdentifierFinder(rules: rules)
    places = PlaceFinder(words: words)
    names = NameFinder(rules: rules, words: words)
  }

  /// Takes the run's latest day, so that dates five years back and more count as dates of birth.
  public mutating func learn(asAt date: CalendarDate) { identifiers.newestBirthYear = date.year - 5 }

  /// Adds a name that a column of an export gives: a worker, an auditor, an owner.
  public mutating func learn(name: String) { names.learn(name: name) }

  /// Adds an id that a column of an export gives: a child, an audit, a complaint.
  public mutating func learn(id: String) { identifiers.learn(id: id) }

  /// Reads a text of the run for the names it tells with certainty.
  public mutating func learn(from text: String) {
    var text = text
    var tokens: [TextToken] = []
    text.withUTF8 { learn(from: $0, tokens: &tokens) }
  }

  /// The same of a text where it lies, with an array for its tokens that is used again and again.
  mutating func learn(from text: UnsafeBufferPointer<UInt8>, tokens: inout [TextToken]) {
    TextToken.read(text, by: names.table, into: &tokens)
    names.judge(&tokens)
    let (identifiers, places, found) = (identifiers, places, tokens)
    names.learn(from: found) { Self.fixedSpans(in: text, found, identifiers, places) }
  }

  private static func fixedSpans(
    in text: UnsafeBufferPointer<UInt8>, _ tokens: [TextToken], _ identifiers: IdentifierFinder,
    _ places: PlaceFinder
  ) -> [RedactionSpan] {
    let exact = identifiers.spans(in: text, tokens: tokens)
    let placed = places.spans(in: tokens)
    if exact.isEmpty { return placed }
    return exact + placed.filter { place in !exact.contains { $0.bytes.overlaps(place.bytes) } }
  }

  /// The personal data of a text, in order, not overlapping.
  public func spans(in text: String) -> [RedactionSpan] {
    var text = text
    return text.withUTF8 { text in
      var tokens: [TextToken] = []
      tokens.reserveCapacity(text.count / 4)
      TextToken.read(text, by: names.table, into: &tokens)
      return spans(in: text, tokens)
    }
  }

  /// The tokens of a text, as `spans(in:_:)` takes them.
  func read(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout [TextToken]) {
    TextToken.read(text, by: names.table, into: &tokens)
  }

  /// The same where the text's tokens are at hand.
  func spans(in text: UnsafeBufferPointer<UInt8>, _ tokens: [TextToken]) -> [RedactionSpan] {
    let fixed = Self.fixedSpans(in: text, tokens, identifiers, places)
    let named = names.spans(in: tokens, taken: fixed)
    if fixed.isEmpty, named.isEmpty { return [] }
    let all = (fixed + named).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    var kept: [RedactionSpan] = []
    for span in all {
      if let last = kept.last, last.bytes.overlaps(span.bytes) {
        kept[kept.count - 1].bytes =
          last.bytes.lowerBound..<max(last.bytes.upperBound, span.bytes.upperBound)
      } else {
        kept.append(span)
      }
    }
    return kept
  }

  /// The text with a placeholder for every piece of personal data, and how many of each kind there were.
  public func redact(_ text: String) -> RedactedText {
    let bytes = Array(text.utf8)
    return redact(bytes, spans(in: text))
  }

  /// A stretch of a text without personal data, found with the whole text in view. A piece of personal data that
  /// reaches into the stretch is in it as a whole.
  public func redact(_ text: String, within range: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    let spans = spans(in: text).filter { $0.bytes.overlaps(range) }
    let first = min(range.lowerBound, spans.first?.bytes.lowerBound ?? range.lowerBound)
    let last = max(range.upperBound, spans.last?.bytes.upperBound ?? range.upperBound)
    let inner = spans.map { span in
      RedactionSpan(
        bytes: span.bytes.lowerBound - first..<span.bytes.upperBound - first, kind: span.kind)
    }
    return redact(Array(bytes[first..<last]), inner).text
  }

  private func redact(_ bytes: [UInt8], _ spans: [RedactionSpan]) -> RedactedText {
    var result = ""
    var counts: [RedactionKind: Int] = [:]
    var place = 0
    for span in spans {
      result += String(decoding: bytes[place..<span.bytes.lowerBound], as: UTF8.self)
      result += span.kind.placeholder
      counts[span.kind, default: 0] += 1
      place = span.bytes.upperBound
    }
    result += String(decoding: bytes[place...], as: UTF8.self)
    return RedactedText(text: result, counts: counts)
  }
}

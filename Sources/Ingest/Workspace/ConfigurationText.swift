import QAModel

/// The text of a configuration file, and the limits that hold before anything parses it.
///
/// The limits keep a file that was made to exhaust memory or stack from reaching the parser. None of them is
/// near what a real configuration needs.
enum ConfigurationText {
  /// Brackets and braces within one another.
  static let deepestBrackets = 32
  /// Leading spaces, hyphens and question marks of a line, each of which can open a level.
  static let deepestIndent = 64

  /// The text, or `nil` after saying what keeps it from being read as YAML.
  static func checked(_ bytes: [UInt8], file: String, faults: ConfigurationFaults) -> String? {
    let place = { (line: Int) in SourceLocation(file: file, line: line) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      faults.error(
        "text.encoding", at: place(1), "the file is in UTF-16", suggestion: "Save it as UTF-8.")
      return nil
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      let line = body.split(separator: 10, omittingEmptySubsequences: false).firstIndex {
        String(validating: $0, as: UTF8.self) == nil
      }
      faults.error(
        "text.encoding", at: place((line ?? 0) + 1), "a letter here is not in UTF-8",
        suggestion: "Save the file as UTF-8.")
      return nil
    }
    let before = faults.diagnostics.count
    checkLevels(body, place: place, faults: faults)
    checkAliases(body, place: place, faults: faults)
    return faults.diagnostics.count == before ? text : nil
  }

  private static func checkLevels(
    _ bytes: ArraySlice<UInt8>, place: (Int) -> SourceLocation, faults: ConfigurationFaults
  ) {
    var open = 0
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if let control = line.first(where: { $0 < 32 && $0 != 9 && $0 != 13 || $0 == 127 }) {
        faults.error(
          "text.control", at: place(number + 1),
          "there is a control character (code \(control)) on this line",
          suggestion: "Delete it: a configuration is plain text.")
        return
      }
      let indent = line.prefix { $0 == 0x20 || $0 == 0x2D || $0 == 0x3F || $0 == 0x3A }.count
      for byte in line {
        if byte == 0x5B || byte == 0x7B { open += 1 }
        if byte == 0x5D || byte == 0x7D { open = max(0, open - 1) }
      }
      guard open > deepestBrackets || indent > deepestIndent else { continue }
      faults.error(
        "text.depth", at: place(number + 1), "the file is nested too deeply here",
        because:
          "At most \(deepestBrackets) brackets within one another and \(deepestIndent) leading spaces are read.",
        suggestion: "Close the brackets, or write the list as lines that begin with a hyphen.")
      return
    }
  }

  /// Refuses a name that is both anchored (`&name`) and referred to (`*name`): that is how a small file
  /// grows beyond any memory. Anchors nothing refers to are found after parsing, where they can be told from text.
  private static func checkAliases(
    _ bytes: ArraySlice<UInt8>, place: (Int) -> SourceLocation, faults: ConfigurationFaults
  ) {
    var anchors: Set<[UInt8]> = []
    var aliases: [[UInt8]: Int] = [:]
    var line = 1
    var previous: UInt8 = 10
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == 0x26 || byte == 0x2A, !isNameByte(previous) {
        let name = Array(bytes[(index + 1)...].prefix { isNameByte($0) || $0 == 0x5F || $0 == 0x2D })
        if !name.isEmpty {
          if byte == 0x26 { anchors.insert(name) } else { aliases[name] = aliases[name] ?? line }
        }
      }
      if byte == 10 { line += 1 }
      previous = byte
    }
    let both = aliases.filter { anchors.contains($0.key) }.min {
      ($0.value, $1.key.count) < ($1.value, $0.key.count)
    }
    guard let (name, line) = both else { return }
    refuseAnchor(String(decoding: name, as: UTF8.self), at: place(line), faults: faults)
  }

  static func refuseAnchor(_ name: String, at location: SourceLocation, faults: ConfigurationFaults) {
    faults.error(
      "text.anchor", at: location, "the YAML anchor or alias \(name.quoted) is not read here",
      because: "A few lines with anchors can stand for more than any memory holds, so none are read.",
      suggestion: "Write the value out where it is needed; put a text that begins with & or * in quotes.")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

import ArgumentParser
import Glibc
import Logging

/// How what the program says on standard error is written.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// An object a line, for what collects logs.
  case json
}

/// The keys of what a log line says beside its message.
enum LogKey {
  /// A stable name of what happened, as `run.end` or `ingest.date.unreadable`.
  static let event = "event"
  static let file = "file"
  static let line = "line"
}

/// Lines for people: `file:line: warning: what and what to do`.
struct TextLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  /// Whether warnings and errors stand out by colour.
  let colour: Bool

  init(colour: Bool) { self.colour = colour }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var place = "qareport: "
    if let file = event.metadata?[LogKey.file] {
      place = "\(file)" + (event.metadata?[LogKey.line].map { ":\($0)" } ?? "") + ": "
    }
    let text = Console.printable("\(event.message)")
    switch event.level {
    case .error, .critical: Console.write(Console.printable(place) + mark("error", "31") + ": " + text)
    case .warning: Console.write(Console.printable(place) + mark("warning", "33") + ": " + text)
    default: Console.write(text)
    }
  }

  private func mark(_ word: String, _ code: String) -> String {
    colour ? "\u{1B}[1;\(code)m\(word)\u{1B}[0m" : word
  }
}

/// One JSON object a line: time, level, message, then what else is known by the names of `LogKey` and others.
struct JSONLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init() {}

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var line = "{\"time\":\"\(UTC.iso(now))\",\"level\":\"\(event.level)\",\"process\":\(getpid())"
    line += ",\"message\":\(Self.quoted("\(event.message)"))"
    for (key, value) in (event.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
      line += ",\(Self.quoted(key)):"
      switch value {
      case .stringConvertible(let number): line += "\(number)"
      default: line += Self.quoted("\(value)")
      }
    }
    Console.write(line + "}")
  }

  /// A JSON string (RFC 8259), with control characters and what could end a line of a log escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

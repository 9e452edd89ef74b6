import Analysis
import QAModel

/// A traced figure as it is printed: what, how, and a row a line as `file:line`.
struct TraceText {
  let text: String

  init(_ trace: FigureTrace, request: AnalysisRequest) {
    var lines = [
      trace.id.slug, trace.title, "",
      "value     " + trace.value,
      "means     " + trace.definition,
      "computed  " + trace.computation,
      "as at     \(request.asAt.long), audience \(request.audience.rawValue)",
    ]
    if !trace.evidence.isEmpty {
      lines += ["", "read from"]
      lines += trace.evidence.map { "  \($0.id.slug)  \($0.says)" }
    }
    if !trace.records.isEmpty {
      lines.append("")
      lines += trace.records.map(Self.line)
    }
    text = lines.map { Console.printable($0) + "\n" }.joined()
  }

  private static func line(_ record: TracedRecord) -> String {
    var parts = ["\(record.file):\(record.line)", word(record.part)]
    if let numerator = record.numerator, let denominator = record.denominator {
      parts.append("\(number(numerator)) of \(number(denominator))")
    } else if let value = record.numerator ?? record.value {
      parts.append(number(value))
    }
    if let id = record.record { parts.append(id) }
    return parts.joined(separator: "  ")
  }

  private static func word(_ part: TracedRecord.Part) -> String {
    switch part {
    case .counted, .numerator, .denominator: part.rawValue
    case .repeated: "counted already"
    case .leftOut: "left out"
    }
  }

  private static func number(_ number: Double) -> String {
    let digits = number.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}

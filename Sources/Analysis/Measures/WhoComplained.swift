import QAModel

/// Statutory complaints that a child or young person made, or those with an advocate: each reference once by the day it
/// was received, as `complaints.received` counts them (KI-7).
struct WhoComplained: ComplaintMeasure {
  let facts: ComplaintFacts
  let measure: MeasureID

  /// An export that never says cannot be counted.
  var isSupplied: Bool {
    facts.isSupplied && (measure == .complaintsByChild ? facts.saysWhoMadeIt : facts.saysWhetherAdvocate)
  }

  var grids: [GridShape] {
    [GridShape(measure: measure, totals: [FigureKey.sameOf(.complaintsReceived)])]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard facts.standsForReference(row), facts.isStatutory(row),
      let period = facts.index.position(happened: facts.received[row])
    else { return }
    let counts = measure == .complaintsByChild ? facts.isMadeByChild(row) : facts.hasAdvocate(row)
    if counts { sink.mark(0, period: period, service: facts.service(row)) }
  }
}

/// Who made a complaint, as exports write it in whatever words.
enum ComplaintMaker {
  /// By code of word, whether it says that the child made it: `Young person`, `Child (via advocate)`. Somebody else who is
  /// named beside the child made it for them: `Parent of child`, `Advocate for a young person`.
  static func areChildren(_ column: CodeColumn, _ words: NameTable) -> [Bool] {
    let used = Set((0..<column.count).compactMap { column[$0] })
    return words.names.enumerated().map { code, name in used.contains(UInt32(code)) && isChild(name) }
  }

  static func isChild(_ name: String) -> Bool {
    let folded = Spelling.folded(name)
    let has = { (words: [String]) in words.contains { folded.contains($0) } }
    guard !folded.hasPrefix("advocate") else { return false }
    return has(["child", "youngperson", "youngpeople", "careleaver", "careexperienced"])
      && !has([
        "parent", "mother", "father", "mum", "dad", "carer", "behalf", "relative", "aunt", "uncle", "sibling",
        "family", "guardian", "friend", "childrens", "childminder", "professional", "school", "adopter",
        "worker", "staff", "solicitor",
      ])
  }
}

import QAModel

/// A framework in plain English: sections of named entries, in the file's order.
struct FrameworkListing {
  struct Section {
    var title: String
    var entries: [(name: String, text: String)]
  }

  let sections: [Section]

  init(_ framework: Framework) {
    let wording = FrameworkWording(framework: framework)
    let parts: [(String, [(String, String)])] = [
      ("Framework", wording.heads), ("Grades, best first", wording.grades), ("Chosen", wording.choices),
      ("Services", wording.names(framework.services)),
      ("Levels of need", wording.names(framework.levelsOfNeed)),
      ("Domains", wording.names(framework.domains)), ("Standards", wording.names(framework.standards)),
      ("Audit types", wording.auditTypes), ("Indicators", wording.indicators),
      ("Feedback", wording.feedback), ("Practice areas", wording.practiceAreas),
      ("Judgement areas", wording.judgementAreas),
      ("Thresholds", wording.thresholds), ("Complaints, working days", wording.complaints),
      ("Reports", wording.reports), ("Meetings", wording.meetings), ("Escalations", wording.escalations),
      ("Plan", wording.plan),
    ]
    sections = parts.filter { !$0.1.isEmpty }.map { Section(title: $0.0, entries: $0.1) }
  }

  /// A heading a section, a line an entry.
  var text: String {
    sections.map { section in
      let count = section.title == "Plan" ? " (\(section.entries.count) activities)" : ""
      return "\(section.title)\(count)\n"
        + section.entries.map { "  \($0.name)\($0.text.isEmpty ? "" : ": \($0.text)")\n" }.joined()
    }.joined(separator: "\n")
  }

  /// What another listing has more (+), less (-) or else (its old and its new line); empty where they are the same.
  func changes(to other: FrameworkListing) -> String {
    let titles =
      sections.map(\.title)
      + other.sections.map(\.title).filter { title in
        !sections.contains { $0.title == title }
      }
    return titles.compactMap { title -> String? in
      let entries = { (listing: FrameworkListing) in
        listing.sections.first { $0.title == title }?.entries ?? []
      }
      let (old, new) = (entries(self), entries(other))
      let lines =
        old.flatMap { entry -> [String] in
          guard let now = new.first(where: { $0.name == entry.name }) else { return [Self.line("-", entry)] }
          return now.text == entry.text ? [] : [Self.line("-", entry), Self.line("+", now)]
        } + new.filter { entry in !old.contains { $0.name == entry.name } }.map { Self.line("+", $0) }
      return lines.isEmpty ? nil : "\(title)\n" + lines.joined()
    }.joined(separator: "\n")
  }

  private static func line(_ mark: String, _ entry: (name: String, text: String)) -> String {
    "  \(mark) \(entry.name)\(entry.text.isEmpty ? "" : ": \(entry.text)")\n"
  }
}

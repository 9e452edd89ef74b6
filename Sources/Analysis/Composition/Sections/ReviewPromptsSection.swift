import QAModel

/// Questions to the framework itself that the period's figures raise (KI-4): each with what raises it and its number.
enum ReviewPromptsSection: SectionComposer {
  /// So many names stand in one line.
  private static let most = 8

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let prompts = plan(context) + evidence(context) + records(context)
    guard !prompts.isEmpty else {
      return Section(
        id: "review-prompts", title: "Prompts to review the framework",
        blocks: [
          .paragraph(Paragraph(["The figures of the period raise no question to the framework itself."]))
        ])
    }
    let table = Table(
      id: "review-prompts", title: "Prompts to review the framework, \(context.period.short)",
      source: "Worked out from the period's figures; a prompt is a question, not a finding",
      columns: [
        Table.Column("What the period shows"), Table.Column("Number", .count), Table.Column("Which"),
        Table.Column("Question"),
      ],
      rows: prompts.map { prompt in
        [.text(prompt.shows), Cell(.count(prompt.number)), .text(prompt.which), .text(prompt.question)]
      })
    return Section(
      id: "review-prompts", title: "Prompts to review the framework",
      blocks: [
        .paragraph(
          Paragraph([
            "\(Wording.counted(prompts.count, "question", "questions")) to the framework that the period's figures raise."
          ])), .table(table),
      ])
  }

  private struct Prompt {
    let shows: String
    let number: Int
    let which: String
    let question: String

    /// `nil` where nothing raises it.
    init?(_ shows: String, _ names: [String], _ question: String) {
      guard !names.isEmpty else { return nil }
      self.init(
        shows, names.count,
        names.prefix(most).joined(separator: "; ")
          + (names.count > most ? "; and \(Value.count(names.count - most).shown) more" : ""), question)
    }

    init?(_ shows: String, _ number: Int, _ which: String, _ question: String) {
      guard number > 0 else { return nil }
      self.shows = shows
      self.number = number
      self.which = which
      self.question = question
    }
  }

  private static func plan(_ context: ReportContext) -> [Prompt] {
    let lines = PlanReading.all(context)
    let due = lines.filter { ($0.dueCount ?? 0) > 0 }
    return [
      Prompt(
        "Planned activities due and never done", due.filter { $0.doneCount == 0 }.map(\.name),
        "Is the activity still wanted, is it done and not recorded, or does nobody have the time?"),
      Prompt(
        "Planned activities done less often than due",
        due.filter { ($0.doneCount ?? 0) > 0 && ($0.shortBy ?? 0) > 0 }.map(\.name),
        "Is the frequency right, or is there too little time for it?"),
      Prompt(
        "Planned activities due of which no export tells whether they were done",
        due.filter { $0.doneCount == nil }.map(\.name), "Where is it to be recorded?"),
      Prompt(
        "Planned activities without a frequency", lines.filter { $0.line.due == nil }.map(\.name),
        "Should a frequency be agreed, so that it can be counted?"),
    ].compactMap { $0 }
  }

  private static func evidence(_ context: ReportContext) -> [Prompt] {
    let areas = context.triangulation.areas.filter { $0.service == nil }
    let name = { (area: AreaReading) in context.framework.practiceAreas[area.area].name }
    let unmapped = areas.filter { area in
      Strand.allCases.contains { area.strands[$0]?.evidence.isEmpty ?? true }
    }
    let silent = areas.filter { area in
      !unmapped.contains(area) && area.joint == .notEnoughEvidence
    }
    let fewest = context.framework.thresholds.fewestRecords
    let hasAudits = context.dataset.audits != nil
    let domains = context.framework.domains.indices.filter { position in
      hasAudits
        && context.records(context.key(.auditsGoodOrBetter, first: context.place(.domain, position))) < fewest
    }.map { context.framework.domains[$0].name }
    let standards = context.framework.standards.filter { standard in
      context.dataset.dipSamples != nil
        && (context.figures.names.place(.standard, standard.name).map {
          context.records(context.key(.dipMet, first: $0)) < fewest
        } ?? true)
    }.map(\.name)
    let indicators = context.framework.indicators.indices.filter { position in
      guard context.dataset.performance != nil else { return false }
      if case .value = context.outcome(
        context.key(.indicatorValue, first: context.place(.indicator, position)))
      {
        return false
      }
      return true
    }.map { context.framework.indicators[$0].term.name }
    return [
      Prompt(
        "Areas of practice with a strand that nothing is mapped to", unmapped.map(name),
        "What would show it, and who records that?"),
      Prompt(
        "Areas of practice with too little evidence to read the strands together", silent.map(name),
        "Should more be sampled, or the area be looked at another way?"),
      Prompt(
        "Domains with fewer than \(fewest) random audits", domains,
        "Is the domain still graded, and in which audits?"),
      Prompt(
        "Practice standards with fewer than \(fewest) answers", standards,
        "Should the next dip sample look at it, or is the standard out of date?"),
      Prompt("Indicators without a figure", indicators, "Is it still collected, and where?"),
    ].compactMap { $0 }
  }

  private static func records(_ context: ReportContext) -> [Prompt] {
    let rules = context.records.escalations
    let measures = context.framework.thresholds
    let unstated = context.records(
      context.key(.auditsCompleted, first: context.place(.selection, AuditFacts.unstated)))
    let noMeasure =
      LearningResult.allCases.firstIndex(of: .noMeasure).map {
        context.records(context.key(.learningActions, first: context.place(.learning, $0)))
      } ?? 0
    let unseen = context.services.filter {
      Int($0) < context.framework.services.count && context.dataset.audits != nil
        && context.records(context.key(.auditsCompleted, service: $0)) == 0
    }.map { context.serviceName($0) }
    let moderated = context.records(context.key(.moderated))
    return [
      Prompt(
        "Rules of escalation that no record came under",
        rules.filter { $0.isChecked && $0.hits.isEmpty }.map(\.rule.id),
        "Is all well there, or is the rule's limit too wide?"),
      Prompt(
        "Rules of escalation that could not be checked", rules.filter { !$0.isChecked }.map(\.rule.id),
        "Which export should hold the dates?"),
      Prompt(
        "Audits of which it is not stated how the child was chosen", unstated, "All of the period",
        "Should the form ask, so that they can count in the grade profile?"),
      Prompt(
        "Actions completed that name no measure to move", noMeasure, "All of the period",
        "Should every action name the measure it is to move?"),
      Prompt(
        "Services without an audit", unseen, "Is the service outside the programme, or was it left out?"),
      moderated > 0 && moderated < measures.fewestForKappa
        ? Prompt(
          "Audits moderated, too few to tell agreement beyond chance", moderated, "All of the period",
          "Should more audits be moderated? Kappa is given from \(measures.fewestForKappa).") : nil,
    ].compactMap { $0 }
  }
}

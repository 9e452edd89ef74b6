import QAModel

extension ReportDefinition {
  /// The framework's sections, else the usual ones.
  var sectionsInOrder: [SectionID] { sections.isEmpty ? kind.usualSections : sections }
}

extension ReportKind {
  /// What stands in a report of the kind, in order, where the framework says nothing.
  var usualSections: [SectionID] {
    switch self {
    case .quarterly:
      [
        .atRisk, .summary, .decisions, .plan, .compliance, .quality, .experience, .triangulation, .themes,
        .escalation, .registers, .actions, .servicePages, .enquiry, .schedule, .coverage,
      ] + Self.account
    case .annual:
      [
        .summary, .year, .atRisk, .effectiveness, .influence, .plan, .compliance, .quality, .experience,
        .rights,
        .triangulation, .themes, .escalation, .registers, .panelLog, .actions, .coverage, .reviewPrompts,
      ] + Self.account
    case .highlight:
      [
        .atRisk, .serviceSummary, .panelLog, .plan, .compliance, .quality, .complaints, .feedback, .themes,
        .escalation, .registers, .actions, .enquiry, .coverage,
      ] + Self.account
    case .monthly:
      [
        .atRisk, .summary, .panelLog, .compliance, .quality, .servicePages, .themes, .escalation, .actions,
        .experience, .registers, .plan, .enquiry, .coverage,
      ] + Self.account
    case .board:
      [
        .summary, .atRisk, .areas, .compliance, .quality, .experience, .themes, .escalation, .decisions,
        .actions,
        .enquiry, .coverage,
      ] + Self.account
    case .moderation: [.moderation, .themes, .actions, .enquiry] + Self.account
    case .dashboard: [.atRisk, .areas, .quality, .escalation, .actions, .coverage] + Self.account
    case .complaints: [.complaints, .themes, .actions] + Self.account
    case .rights: [.rights, .feedback, .registers, .themes, .actions] + Self.account
    case .lado, .iro: [.registers, .escalation, .themes, .actions] + Self.account
    case .fostering, .send, .earlyHelp, .frontDoor:
      [
        .atRisk, .summary, .plan, .compliance, .quality, .experience, .registers, .themes, .escalation,
        .actions, .enquiry, .coverage,
      ] + Self.account
    case .schools:
      [
        .atRisk, .summary, .registers, .decisions, .plan, .compliance, .quality, .experience, .themes,
        .actions,
      ]
        + Self.account
    case .practiceWeek:
      [.summary, .plan, .compliance, .quality, .feedback, .themes, .actions, .enquiry] + Self.account
    case .learning:
      [.summary, .areas, .quality, .themes, .influence, .decisions, .enquiry, .schedule] + Self.account
    }
  }

  /// How the rest was made: last in every report.
  private static let account: [SectionID] = [.dataQuality, .methods]

  /// Words that the names of registers hold which the kind is about. Empty: all registers.
  var registerWords: [String] {
    switch self {
    case .lado: ["lado", "allegation"]
    case .iro: ["iro", "escalation", "dispute", "conference", "reviewing"]
    case .fostering: ["foster", "carer", "panel"]
    case .rights: ["advoca", "right", "visitor", "aspire", "participation"]
    case .schools: ["school", "education", "alternative", "175"]
    case .send: ["send", "ehc", "tribunal", "mediation"]
    default: []
    }
  }
}

extension ReportContext {
  /// The registers that were supplied and are the report's business: those whose names say so, else all.
  var registers: [(offset: Int, element: Register)] {
    let supplied = framework.registers.enumerated().filter { dataset.registers[$0.element.name] != nil }
    let words = request.report.kind.registerWords
    let named = supplied.filter { register in
      words.contains { Spelling.folded(register.element.name).contains(Spelling.folded($0)) }
    }
    return (named.isEmpty ? supplied : named).map { ($0.offset, $0.element) }
  }
}

/// Says of a report that rests on a register that there is none.
enum MissingRegisters {
  static func section(_ context: ReportContext) -> Section? {
    let report = context.request.report
    guard [.lado, .iro].contains(report.kind), context.registers.isEmpty else { return nil }
    return Section(
      id: "no-register", title: "No register supplied",
      blocks: [
        .paragraph(
          Paragraph([
            "The workspace has no register that this report could be counted from. Name it in qareport.yaml under registers, with its date and the columns to count by, and put its export beside the others."
          ]))
      ])
  }
}

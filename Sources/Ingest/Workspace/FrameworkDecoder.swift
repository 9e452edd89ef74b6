import QAModel

/// Makes a `Framework` of its file and of what the workspace says to the same keys.
struct FrameworkDecoder {
  /// The name of the framework's file.
  let id: String
  let layers: ConfigurationLayers
  /// The workspace's layer by itself, for the sections it has written anew.
  let workspaceLayer: ConfigurationLayers
  /// The sections that the workspace has written anew.
  let replaced: Set<String>
  let faults: ConfigurationFaults

  static let keys = [
    "authority", "title", "reports", "marking", "grades", "services", "levels_of_need", "domains",
    "standards", "audit_types",
    "indicators", "feedback", "practice_areas", "judgement_areas", "thresholds", "complaints", "plan",
    "escalations",
    "registers", "meetings", "choices", "practice_weeks",
  ]

  /// The sections that a workspace can write anew.
  static let replaceableKeys = [
    "grades", "services", "levels_of_need", "domains", "standards", "audit_types", "indicators", "feedback",
    "practice_areas", "judgement_areas", "plan", "escalations", "registers", "reports", "meetings", "choices",
  ]

  /// - Parameters:
  ///   - file: The framework's own file.
  ///   - workspace: The workspace's file, for the keys of a framework in it.
  ///   - replaced: The sections of which only the workspace's count.
  init(
    id: String, file: ConfigurationSection, workspace: ConfigurationSection, replaced: Set<String>,
    faults: ConfigurationFaults
  ) {
    self.id = id
    self.faults = faults
    self.replaced = replaced
    layers = ConfigurationLayers(sections: [file, workspace], faults: faults)
    workspaceLayer = ConfigurationLayers(sections: [workspace], faults: faults)
  }

  private func replaceable(_ section: String) -> ConfigurationLayers {
    replaced.contains(section) ? workspaceLayer : layers
  }

  /// `nil` where a grade scale or a name is missing; faults say which.
  func decode(holidays: Set<CalendarDate>) -> Framework? {
    let authority = layers.required(
      "authority", title: "the framework", suggestion: "Give the authority's name, as authority: St Helens."
    )?.text("authority", faults)
    let title = layers.required(
      "title", title: "the framework", suggestion: "Give the framework's published title."
    )?.text("title", faults)
    let grades = gradeScale()
    let services = terms("services")
    let levelsOfNeed = terms("levels_of_need")
    let domains = terms("domains")
    let standards = terms("standards")
    let registers = RegisterDecoder(layers: replaceable("registers"), faults: faults).decode()
    let auditTypes = AuditTypeDecoder(
      layers: replaceable("audit_types"), registers: TermIndex(registers.map(\.term)),
      services: TermIndex(services), faults: faults
    ).decode()
    let indicators = IndicatorDecoder(layers: replaceable("indicators"), faults: faults).decode()
    let feedback = feedbackScale()
    let areas = PracticeAreaDecoder(
      layers: replaceable("practice_areas"), faults: faults, domains: TermIndex(domains),
      standards: TermIndex(standards), indicators: TermIndex(indicators.map(\.term)),
      questions: TermIndex(feedback.questions), replaced: replaced
    ).decode()
    let judgementAreas = JudgementAreaDecoder(
      layers: replaceable("judgement_areas"), services: TermIndex(services), replaced: replaced,
      faults: faults
    ).decode()
    let rules = FrameworkRulesDecoder(layers: layers, faults: faults)
    let (thresholds, complaints) = (rules.thresholds(), rules.complaints())
    let practiceWeeks = self.practiceWeeks()
    let plan = PlanDecoder(
      layers: replaceable("plan"), faults: faults, services: TermIndex(services),
      auditTypes: TermIndex(auditTypes.map(\.term)), registers: TermIndex(registers.map(\.term)),
      practiceWeeks: practiceWeeks
    ).decode()
    let reports = ReportDecoder(
      layers: replaceable("reports"), services: TermIndex(services),
      auditTypes: TermIndex(auditTypes.map(\.term)), practiceWeeks: practiceWeeks, faults: faults
    ).decode()
    let meetings = MeetingDecoder(
      layers: replaceable("meetings"), reports: reports.map(\.name), faults: faults
    ).decode()
    let choices = replaceable("choices").sections.flatMap { $0["choices"]?.texts("choices", faults) ?? [] }
    let escalations = EscalationDecoder(
      layers: replaceable("escalations"), auditTypes: TermIndex(auditTypes.map(\.term)),
      activities: TermIndex(plan.map { Term($0.name) }), faults: faults
    ).decode()
    let marking = layers.value("marking")?.text("marking", faults)
    guard let authority, let title, let grades else { return nil }
    var framework = Framework(
      id: id, authority: authority, title: title, grades: grades, services: services, domains: domains,
      standards: standards, auditTypes: auditTypes, indicators: indicators, feedback: feedback,
      practiceAreas: areas, thresholds: thresholds, complaints: complaints, marking: marking,
      moreHolidays: holidays)
    framework.levelsOfNeed = levelsOfNeed
    framework.judgementAreas = judgementAreas
    framework.registers = registers
    framework.plan = plan
    framework.escalations = escalations
    framework.reports = reports
    framework.meetings = meetings
    framework.choices = choices
    return framework
  }

  private func terms(_ section: String) -> [Term] {
    TermIndex.terms(replaceable(section).named(section, section: section), section: section, faults: faults)
  }

  /// `[2025-10, 2026-03]`: the months in which a Practice Week is held.
  private func practiceWeeks() -> [Period] {
    (layers.value("practice_weeks")?.places("practice_weeks", faults) ?? []).compactMap { text, location in
      if let period = Period(parsing: text), case .month = period.kind { return period }
      faults.error(
        "type", at: location, "\(text.quoted) is not a month", suggestion: "Write it as 2025-10.")
      return nil
    }
  }

  private func gradeScale() -> GradeScale? {
    let suggestion = "Give the grades, best first, as grades: {scale: [Good, Poor], good_or_better: Good}."
    let layers = replaceable("grades")
    guard let group = layers.group("grades", title: "grades", keys: ["scale", "good_or_better"]) else {
      if layers.value("grades") == nil {
        _ = layers.required("grades", title: "the framework", suggestion: suggestion)
      }
      return nil
    }
    guard let scaleNode = group.required("scale", title: "grades", suggestion: suggestion) else { return nil }
    let entries = group.named("scale", section: "grades: scale", keys: ["definition"], isScale: true)
    let grades = TermIndex.terms(entries, section: "grades: scale", faults: faults)
    guard (2...20).contains(grades.count) else {
      faults.error(
        "range", at: scaleNode.location,
        "grades: scale has \(grades.count) grades, but must have from 2 to 20", suggestion: suggestion)
      return nil
    }
    guard
      let goodNode = group.required(
        "good_or_better", title: "grades",
        suggestion: "Name the lowest grade that still counts as good, as good_or_better: Good."),
      let good = goodNode.text("good_or_better", faults),
      let position = TermIndex(grades).resolve(
        good, at: goodNode.location, kind: "grade", plural: "grades", faults: faults)
    else { return nil }
    guard position + 1 < grades.count else {
      faults.error(
        "range", at: goodNode.location,
        "good_or_better is the lowest grade, so that every grade would be good",
        suggestion: "List the grades best first, and name the lowest that still counts as good.")
      return nil
    }
    return GradeScale(
      grades: grades, goodCount: position + 1,
      definitions: entries.map { $0.fields["definition"]?.text("definition", faults) })
  }

  private func feedbackScale() -> FeedbackScale {
    guard
      let group = replaceable("feedback").group(
        "feedback", title: "feedback", keys: ["questions", "ratings", "positive"])
    else { return FeedbackScale() }
    let questions = TermIndex.terms(
      group.named("questions", section: "feedback: questions"), section: "feedback: questions", faults: faults
    )
    let ratings = TermIndex.terms(
      group.named("ratings", section: "feedback: ratings", isScale: true), section: "feedback: ratings",
      faults: faults)
    return FeedbackScale(
      questions: questions, ratings: ratings, positiveCount: positiveCount(group, ratings: ratings))
  }

  private func positiveCount(_ group: ConfigurationLayers, ratings: [Term]) -> Int {
    guard let ratingsNode = group.value("ratings") else {
      if let node = group.value("positive") {
        faults.error(
          "key.missing", at: node.location, "positive ratings are named, but feedback has no ratings",
          suggestion: "List all ratings, best first, under ratings.")
      }
      return 0
    }
    guard (2...20).contains(ratings.count) else {
      faults.error(
        "range", at: ratingsNode.location,
        "feedback: ratings has \(ratings.count) ratings, but must have from 2 to 20")
      return 0
    }
    guard
      let node = group.required(
        "positive", title: "feedback",
        suggestion: "Name the ratings that count as positive, as positive: [Agree].")
    else { return 0 }
    let index = TermIndex(ratings)
    let named = node.places("positive", faults)
    let positions = named.compactMap { text, location in
      index.resolve(text, at: location, kind: "rating", plural: "ratings", faults: faults)
    }
    let isBest = Set(positions) == Set(0..<positions.count) && (1..<ratings.count).contains(positions.count)
    if positions.count == named.count, !isBest {
      faults.error(
        "feedback.positive", at: node.location,
        "the positive ratings must be the best of the ratings and leave at least one that is not",
        because: "Ratings are listed best first: \(ratings.map(\.name).joined(separator: ", ")).",
        suggestion: "Put the ratings in order, or name the positive ones from the first.")
    }
    return positions.count
  }
}

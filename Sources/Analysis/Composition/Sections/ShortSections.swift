import QAModel

// Parts of larger sections that some reports have by themselves.

/// Complaints and compliments by themselves.
enum ComplaintsSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    context.dataset.complaints == nil ? nil : ComplaintsPart.section(context, notes: &notes)
  }
}

/// What children, families and others say, by itself.
enum FeedbackSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    context.dataset.feedback == nil ? nil : ExperienceSection.feedback(context, notes: &notes)
  }
}

/// Grades of auditors, moderators and the panel beside one another, and how many audits were moderated.
enum ModerationSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.audits != nil else { return nil }
    let completed = context.cell(context.key(.auditsCompleted))
    let sample = PanelSample.table(context).map { [Block.table($0)] } ?? []
    guard var section = AgreementOfGrades.section(context, notes: &notes) else {
      return Section(
        id: "moderation-of-grades", title: "Moderation",
        blocks: [
          .paragraph(
            Paragraph([
              "\(Wording.counted(completed, "audit was", "audits were")) completed in the period; none holds two grades that can be compared."
            ]))
        ] + sample)
    }
    let moderated = context.cell(context.key(.moderated))
    section.blocks.insert(
      .paragraph(
        Paragraph([
          "\(Wording.counted(completed, "audit was", "audits were")) completed in the period, \(moderated) of them with an overall grade of both auditor and moderator."
        ])), at: 0)
    section.blocks += sample
    return section
  }
}

/// One service by itself: activity, what's working well, what are we worried about, action needed.
enum ServiceSummarySection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.isOfOneService else { return nil }
    let index = ActionIndex(
      dataset: context.dataset, framework: context.framework, asAt: context.request.asAt)
    return ServicePages.page(nil, context, index)
  }
}

import QAModel

/// How every figure is defined, and the table behind the joint readings.
enum MethodsSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let table = Table(
      id: "joint-readings", title: "What every combination of the three strands means",
      source: "Two strands at least must speak, as a strength or a concern, before they are read together",
      columns: Strand.allCases.map { Table.Column($0.shown) } + [Table.Column("Together")],
      rows: JointReadingTable.rows.map { row in
        [row.quantity, row.quality, row.outcome].map {
          Cell(.text(Wording.sentenceCase($0.rawValue)), tone: $0.tone)
        }
          + [Cell(.text(Wording.sentenceCase(row.joint.rawValue)), tone: row.joint.tone)]
      })
    return Section(
      id: "methods", title: "Methods", role: .reference,
      blocks: [.list((definitions(context) + choices(context)).map { Paragraph([$0]) }), .table(table)])
  }

  /// What the framework says its grades mean, and what was chosen where it leaves something open.
  private static func choices(_ context: ReportContext) -> [Sentence] {
    let scale = context.framework.grades
    let grades = zip(scale.grades, scale.definitions).compactMap { grade, definition -> Sentence? in
      definition.map { "\(strong: "\(grade.name).") \($0)" }
    }
    return grades + context.framework.choices.map { "\(strong: "Chosen.") \($0)" }
  }

  private static func definitions(_ context: ReportContext) -> [Sentence] {
    let thresholds = context.framework.thresholds
    let threshold = { (strand: Strand) in Value.proportion(thresholds.strand[strand] ?? 1) }
    return [
      "\(strong: "As at.") What happened or became known after \(Value.date(context.request.asAt)) does not count: a grade moderated later is not moderated yet, an answer sent later is not sent yet.",
      "\(strong: "Periods.") A record belongs to a period by one date: an audit by its completion, a complaint by its receipt, a stage by its start (else receipt), an action by its due date, a dip sample, an observation and feedback by their own date.",
      "\(strong: "Final grade.") \(Wording.withoutLabel(StandardNote.finalGrade))",
      "\(strong: "Grade profile.") \(StandardNote.randomOnly) Where an export does not say how children were selected, the framework's rule for the audit type does; where that says nothing either, the audit counts as unstated, outside the profile.",
      "\(strong: "Likely range.") The 95% Wilson score interval (Wilson 1927). Under \(Value.count(thresholds.fewestRecords)) records no percentage is given.",
      "\(strong: "No overall grade.") Where audits have none, each domain is read by itself: it carries the profile, and re-audits are compared domain by domain. Such a re-audit is escalated where any domain is, and such an audit is inadequate, or below \(context.lowestGood), where any domain is.",
      "\(strong: "Moderation.") The auditor's grade (after the conversation) against the moderator's, and apart from it the moderator's against the panel's; agreement beyond chance is Cohen's kappa with quadratic weights (Cohen 1968), from \(Value.count(thresholds.fewestForKappa)) audits.",
      "\(strong: "Re-audits.") A re-audit is compared with the audit it names, else with the same child's latest earlier audit, which is counted as assumed. Escalated: a lower final grade than before, or the same one below \(context.lowestGood). Escalated again: the audit before was itself a re-audit. Not comparable: the audit before is not in the exports, was not completed by then or is part of a circle, or one of the two has no grade.",
      "\(strong: "Inadequate without a review.") Of the lowest final grade, completed more than a month before \(Value.date(context.request.asAt)) and without a review by quality assurance by then.",
      "\(strong: "Dip samples.") \(Wording.withoutLabel(StandardNote.partly))",
      "\(strong: "Complaints.") \(StandardNote.timescale) The limits are those of the Children Act 1989 Representations Procedure (England) Regulations 2006. \(StandardNote.workingDays)",
      "\(strong: "What became of complaints.") Open: begun and neither answered nor withdrawn, from any period. Went on: of complaints whose first stage began in the period those whose later stage began by \(Value.date(context.request.asAt)). Learning: written down, or an action named, out of stages answered. Corporate complaints are held against the due date of the export.",
      "\(strong: "Who was looked at.") \(StandardNote.fairSample)",
      "\(strong: "Indicators.") \(StandardNote.indicators)",
      "\(strong: "Figures of others.") \(StandardNote.benchmarks)",
      "\(strong: "Overdue.") \(Wording.withoutLabel(StandardNote.overdue)) The due day itself is not overdue.",
      "\(strong: "Activity against plan.") \(StandardNote.planDue) \(StandardNote.planPeople) What is due for each event is due once an event. Done is counted from the one dataset the plan names.",
      "\(strong: "Triangulation.") Each source is read by its likely range against the framework's threshold (quantity \(threshold(.quantity)), quality \(threshold(.quality)), outcome \(threshold(.outcome)); an indicator against its own target where it has one). A strand is a strength where a source reads strength and none concern, a concern where a source reads concern and none strength, else mixed.",
      "\(strong: "Learning loop.") A completed action is tied to the indicator, practice standard, question or domain that it names as its measure: the \(Value.count(LearningLoop.monthsBefore)) months before the month it was raised in against the \(Value.count(LearningLoop.monthsAfter)) after the month it was completed in, by the test that changes are claimed by, adjusted over the actions completed in the same period. Too early: those months are not over. No measure: none is named, or none of the framework's. That one thing came after another is no claim that it caused it.",
      "\(strong: "Themes.") Free text is sorted by lists of words and phrases with rules for clauses, contrast and negation, offline and the same each time; a record counts once in a theme and way of telling it. A theme is said to rise or fall where the share of records with text that tell it differs from the period before after adjustment over all themes. Phrases that no theme covers are new where Fisher's exact test against all time before finds them so, adjusted for the number tried (5%), in at least three comments. In triangulation text is listed beside the strand its writers speak to and not read with it: a form that asks for strengths, and a complaint, say which way they speak before anybody writes.",
      "\(strong: "Run charts.") \(StandardNote.runCharts) Limits are the mean of the months \u{00B1} 2.66 times the mean moving range (Wheeler 2000; NHS England, Making Data Count). A target within the limits is hit and missed by chance.",
      "\(strong: "Changes.") Compared are, for all services and for each, every flow that is a percentage (the last \(Value.count(Changes.monthsAfter)) months against the \(Value.count(Changes.monthsBefore)) before), and the shares of audits graded \(context.goodOrBetter), of practice standards met and of positive feedback (this period against the one before). The likely range of a difference is Newcombe's (1998, method 10), the test Fisher's exact one; a change is claimed only where it holds after all comparisons of the report are adjusted together (Benjamini and Hochberg 1995, at 5%). Records are taken as independent of each other, which answers about one child are not quite. Stocks are not compared, and two periods side by side are not otherwise called a change.",
    ]
  }
}

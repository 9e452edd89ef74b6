/// The sections a report can have, by the names that a framework's `reports` uses.
public enum SectionID: String, Sendable, CaseIterable, Hashable {
  /// Children at risk now.
  case atRisk = "at_risk"
  case summary
  /// What was decided before and what became of it.
  case decisions
  /// Activity against plan.
  case plan
  /// Quantity and compliance.
  case compliance
  case quality
  /// Experience and outcome.
  case experience
  case triangulation
  /// What people wrote.
  case themes
  case escalation
  /// Registers of the authority's own.
  case registers
  case actions
  case servicePages = "service_pages"
  /// Next lines of enquiry.
  case enquiry
  /// What is to be done when in the next quarter.
  case schedule
  /// Who was looked at and who was not.
  case coverage
  case dataQuality = "data_quality"
  case methods
  /// Complaints and compliments by themselves.
  case complaints
  /// What children, families and others say, by itself.
  case feedback
  /// Auditors, moderators and the panel beside one another.
  case moderation
  /// Which areas of practice are strong, improve or need strengthening.
  case areas
  /// One service: activity, what's working well, what are we worried about, action needed.
  case serviceSummary = "service_summary"
  /// The panel's decisions, and what is flagged for the risk register.
  case panelLog = "panel_log"
  /// Children's rights: what children and young people say, and who speaks for them.
  case rights
  /// Quarters, year and the year before.
  case year
  /// What quality assurance itself did, in time and in agreement.
  case effectiveness
  /// What changed after it.
  case influence
  /// Questions to the framework that the year's figures raise.
  case reviewPrompts = "review_prompts"
}

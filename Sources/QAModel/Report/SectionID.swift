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
}

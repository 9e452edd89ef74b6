/// What a figure can be broken down by, beside service, team and period.
public enum Axis: String, Sendable, CaseIterable, Hashable {
  case selection
  case auditType = "audit_type"
  case levelOfNeed = "level_of_need"
  case grade
  case domain
  case standard
  case stage
  case outcome
  case category
  /// A rule of escalation.
  case rule
  /// How far a dispute of an audit went.
  case disputeStage = "dispute_stage"
  /// What became of a dispute, as the audits say.
  case disputeResult = "dispute_result"
  case indicator
  /// Whose figures an indicator is shown beside.
  case benchmark
  case question
  case rating
  /// Who gave feedback.
  case source
  case ageBand = "age_band"
  case sex
  case ethnicity
  case disability
  case activity
  case practiceArea = "practice_area"
  /// An area the inspectorate judges.
  case judgementArea = "judgement_area"
  case strand
  case register
  /// A column of a register and what it says, as `Setting: School`.
  case registerCategory = "register_category"
  /// What became of the measure that an action was to move.
  case learning
  /// What a panel decided of an action.
  case decision
  case theme
  case polarity
}

/// A place on an axis. `place` is a code of the axis's name table in `FigureNames`.
public struct AxisPlace: Hashable, Sendable {
  public var axis: Axis
  public var place: UInt32

  public init(_ axis: Axis, _ place: UInt32) {
    self.axis = axis
    self.place = place
  }
}

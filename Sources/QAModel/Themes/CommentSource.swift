/// A column of free text in the exports: who writes there, and about what. The raw value is the id by which a
/// taxonomy's `sources:` speak of it.
public enum CommentSource: String, Sendable, CaseIterable, Hashable {
  case auditStrengths = "audit_strength"
  case auditAreas = "audit_concern"
  case auditImpact = "audit_impact"
  case dipSample = "dip_comment"
  case complaint
  case compliment
  /// A representation or an enquiry.
  case representation
  case complaintLearning = "complaint_learning"
  case observationStrengths = "observation_strength"
  case observationAreas = "observation_concern"
  /// Reflections and other comments of an observation.
  case observationNotes = "observation"
  case supervisionStrengths = "supervision_strength"
  case supervisionAreas = "supervision_concern"
  case childFeedback = "child_feedback"
  case familyFeedback = "family_feedback"
  case staffFeedback = "staff_feedback"
  case partnerFeedback = "partner_feedback"
  /// Feedback that does not say whose it is.
  case otherFeedback = "feedback"
  case action
  case actionImpact = "action_impact"
  case activityNote = "activity_note"

  /// Who speaks. Two kinds that tell the same theme confirm each other; two columns of one kind do not.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case audit
    case dipSample = "dip sample"
    case complaint
    case compliment
    case representation
    case observation
    case supervisionAudit = "supervision audit"
    case childFeedback = "child feedback"
    case familyFeedback = "family feedback"
    case staffFeedback = "staff feedback"
    case partnerFeedback = "partner feedback"
    case feedback
    case action
    case activity

    /// In plain words, for a reader.
    public var name: String { rawValue }
  }

  public var kind: Kind {
    switch self {
    case .auditStrengths, .auditAreas, .auditImpact: .audit
    case .dipSample: .dipSample
    case .complaint, .complaintLearning: .complaint
    case .compliment: .compliment
    case .representation: .representation
    case .observationStrengths, .observationAreas, .observationNotes: .observation
    case .supervisionStrengths, .supervisionAreas: .supervisionAudit
    case .childFeedback: .childFeedback
    case .familyFeedback: .familyFeedback
    case .staffFeedback: .staffFeedback
    case .partnerFeedback: .partnerFeedback
    case .otherFeedback: .feedback
    case .action, .actionImpact: .action
    case .activityNote: .activity
    }
  }

  /// The table its column is in.
  public var dataset: DatasetKind {
    switch kind {
    case .audit: .audits
    case .dipSample: .dipSamples
    case .complaint, .compliment, .representation: .complaints
    case .observation: .observations
    case .supervisionAudit: .supervisionAudits
    case .childFeedback, .familyFeedback, .staffFeedback, .partnerFeedback, .feedback: .feedback
    case .action: .actions
    case .activity: .activity
    }
  }
}

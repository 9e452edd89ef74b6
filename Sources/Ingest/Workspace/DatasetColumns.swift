import QAModel

/// The columns of each kind of export, by the names that `qareport.yaml` and the documentation use.
enum DatasetColumns {
  /// The columns with a name of their own, in the order of the documentation.
  static func names(_ kind: DatasetKind) -> [String] {
    switch kind {
    case .audits:
      [
        "audit_id", "child_id", "setting", "service", "team", "level_of_need", "pathway", "worker", "auditor",
        "auditor_team", "audit_type", "selection", "theme", "allocated_date", "due_date", "submitted_date",
        "qa_date", "revised_date", "completed_date", "report_sent_date", "practitioner_conversation_date",
        "findings_discussed_date", "manager_satisfied_date", "qa_review_date", "previous_audit_id",
        "initial_overall_grade", "overall_grade", "moderator", "moderated_grade", "moderation_date",
        "panel_grade", "panel_date", "family_feedback_sought", "family_feedback_obtained",
        "identity_considered", "immediate_concern", "concern_notified_date", "dispute_stage",
        "dispute_raised_date", "dispute_met_date", "dispute_formal_date", "dispute_response_date",
        "dispute_resolved_date", "dispute_result", "strengths", "areas_for_development", "impact",
      ]
    case .dipSamples:
      [
        "sample_id", "sample_date", "topic", "child_id", "service", "team", "level_of_need", "reviewer",
        "standard", "response", "comment", "identity_considered",
      ]
    case .complaints:
      [
        "reference", "procedure", "type", "received_date", "acknowledged_date", "stage",
        "stage_requested_date", "stage_started_date", "complex", "advocate", "extended_to", "due_date",
        "responded_date", "service", "team", "category", "made_by", "outcome", "description", "learning",
        "action_id",
      ]
    case .performance:
      [
        "indicator", "period", "service", "team", "numerator", "denominator", "value", "target",
        "statistical_neighbours", "england",
      ]
    case .observations:
      [
        "observation_id", "date", "observer", "observer_role", "worker", "service", "team", "nature",
        "child_id", "level_of_need", "strengths", "areas_for_development", "reflections", "other_comments",
        "identity_considered",
      ]
    case .supervisionAudits:
      [
        "id", "date", "supervisor", "reviewer", "service", "team", "grade", "strengths",
        "areas_for_development", "identity_considered",
      ]
    case .feedback:
      [
        "feedback_id", "date", "source", "channel", "service", "team", "question", "rating", "comment",
        "invited",
      ]
    case .actions:
      [
        "action_id", "raised_date", "source", "source_id", "service", "owner", "description", "theme",
        "measure", "due_date", "status", "completed_date", "panel_decision", "decision_date",
        "risk_register", "impact",
      ]
    case .activity:
      [
        "date", "service", "activity", "lead", "participants", "invited", "children", "events", "note",
      ]
    case .caseload:
      [
        "child_id", "service", "team", "worker", "level_of_need", "opened_date", "closed_date",
        "ehcp_finalised_date", "age", "sex", "ethnicity", "disability",
      ]
    case .staff:
      ["worker", "role", "service", "team", "started_date", "left_date"]
    case .neighbours:
      ["authority_code", "rank", "neighbour_code", "model"]
    case .register:
      // And the columns that the register is counted by.
      ["id", "date", "service", "text"]
    }
  }

  /// The words before the colon of columns as `domain: NAME`, one for each domain or standard of the framework.
  static func families(_ kind: DatasetKind) -> [String] {
    switch kind {
    case .audits: ["domain", "initial domain", "moderated domain", "panel domain"]
    case .dipSamples: ["standard"]
    default: []
    }
  }

  /// What the cells of a column can mean, where that is a closed list.
  enum Vocabulary {
    case words([String])
    case grades, services, levelsOfNeed, auditTypes, standards, indicators, questions, ratings
  }

  /// `nil` where a column holds dates, numbers, ids, texts or names that no list gives.
  static func vocabulary(of column: String, in kind: DatasetKind) -> Vocabulary? {
    if families(kind).contains(where: { column.hasPrefix($0 + ":") }) {
      return kind == .audits ? .grades : answers
    }
    switch (kind, column) {
    case (_, "service"): return .services
    case (_, "level_of_need"): return .levelsOfNeed
    case (.audits, "initial_overall_grade"), (.audits, "overall_grade"), (.audits, "moderated_grade"),
      (.audits, "panel_grade"), (.supervisionAudits, "grade"):
      return .grades
    case (.audits, "audit_type"): return .auditTypes
    case (.audits, "selection"): return .words(Selection.allCases.map(\.name))
    case (_, "identity_considered"), (.audits, "family_feedback_sought"),
      (.audits, "family_feedback_obtained"), (.audits, "immediate_concern"), (.dipSamples, "response"),
      (.complaints, "complex"), (.complaints, "advocate"), (.actions, "risk_register"):
      return answers
    case (.dipSamples, "standard"): return .standards
    case (.complaints, "procedure"): return .words(["statutory", "corporate"])
    case (.complaints, "type"): return .words(["complaint", "compliment", "representation", "enquiry"])
    case (.complaints, "stage"): return .words(["1", "2", "3"])
    case (.complaints, "outcome"):
      return .words(["upheld", "partly upheld", "not upheld", "withdrawn", "resolved"])
    case (.performance, "indicator"): return .indicators
    case (.feedback, "question"): return .questions
    case (.feedback, "rating"): return .ratings
    default: return nil
    }
  }

  private static let answers = Vocabulary.words(["yes", "partly", "no"])
}

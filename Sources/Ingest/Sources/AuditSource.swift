import QAModel

extension TableSource where Table == AuditTable {
  /// Audits of children's records.
  static func audits(_ framework: Framework) -> TableSource {
    var empty = AuditTable()
    empty.domains = framework.domains.map { _ in AuditTable.DomainGrades() }
    return TableSource(
      kind: .audits, columns: auditColumns + domainColumns(framework.domains), table: \.audits, empty: empty,
      origin: \.origin, key: { table, row in table.id[row].map { RecordKey(first: $0) } })
  }

  private static var auditColumns: [ColumnSpec<AuditTable>] {
    people + course + outcome + disputes
  }

  private static var people: [ColumnSpec<AuditTable>] {
    [
      .id(
        "audit_id", \.id, \.audits, ["audit_ref", "audit_reference", "audit_number", "audit_no", "review_id"]
      )
      .needed(),
      .id(
        "child_id", \.child, \.children,
        [
          "lcs_number", "lcs_id", "child_unique_id", "child_reference", "case_id", "case_number", "client_id",
          "mosaic_id", "person_id", "swift_id", "ccm_id", "liquidlogic_id", "unique_child_id",
        ]),
      .name("setting", \.setting, \.words),
      .service(\.service).expected(),
      .name("team", \.team, \.teams, ["team_name", "social_work_team"]),
      .levelOfNeed(\.levelOfNeed),
      .name("pathway", \.pathway, \.words, ["plan_type", "case_type", "legal_status"]),
      .name(
        "worker", \.worker, \.people,
        ["allocated_worker", "social_worker", "practitioner", "case_holder", "key_worker", "worker_name"]),
      .name(
        "auditor", \.auditor, \.people,
        ["audited_by", "lead_reviewer", "auditor_name", "reviewer", "lead_auditor", "completed_by"]),
      .name("auditor_team", \.auditorTeam, \.teams, ["team_of_auditor"]),
      .name("audit_type", \.auditType, \.auditTypes, ["type_of_audit", "type", "audit_category"]),
      .list("selection", \.selection, ["sample_type", "selection_method", "how_selected", "sampling"]) { _ in
        .selections
      },
      .name("theme", \.theme, \.words, ["audit_theme", "thematic_area"]),
      .id(
        "previous_audit_id", \.previousAudit, \.audits,
        ["previous_audit", "previous_audit_ref", "re_audit_of", "original_audit_id"]),
    ]
  }

  private static var course: [ColumnSpec<AuditTable>] {
    [
      .date("allocated_date", \.allocated, ["date_allocated", "allocated_on", "date_of_allocation"]),
      .date("due_date", \.due, ["date_due", "deadline", "due_by"]),
      .date("submitted_date", \.submitted, ["date_submitted", "submitted_on"]),
      .date("qa_date", \.qualityAssured, ["date_of_qa", "quality_assured_date", "date_quality_assured"]),
      .date("revised_date", \.revised, ["date_revised"]),
      .date(
        "completed_date", \.completed,
        ["date_completed", "completion_date", "audit_date", "date_of_audit", "completed_on", "date_audited"]
      ).present().costingTheRow(),
      .date("report_sent_date", \.reportSent, ["date_report_sent", "report_sent"]),
      .date(
        "practitioner_conversation_date", \.practitionerConversation,
        ["date_of_practitioner_conversation", "conversation_date", "conversation_with_practitioner"]),
      .date(
        "findings_discussed_date", \.findingsDiscussed, ["date_findings_discussed", "findings_discussed"]),
      .date("manager_satisfied_date", \.managerSatisfied, ["date_manager_satisfied", "manager_satisfied"]),
      .date("qa_review_date", \.qaReview, ["date_of_qa_review", "review_date"]),
    ]
  }

  private static var outcome: [ColumnSpec<AuditTable>] {
    [
      .grade(
        "initial_overall_grade", \.initialOverall,
        [
          "grade_before_conversation", "initial_grade", "initial_judgement",
          "overall_grade_before_conversation",
        ]),
      .grade(
        "overall_grade", \.overall,
        [
          "overall_judgement", "overall_judgment", "grade", "overall", "overall_rating", "audit_grade",
          "judgement", "overall_outcome", "grade_after_conversation", "final_grade",
        ]),
      .name("moderator", \.moderator, \.people, ["moderated_by", "moderator_name"]),
      .grade(
        "moderated_grade", \.moderated,
        ["moderators_grade", "moderation_grade", "moderator_grade", "grade_after_moderation"]),
      .date("moderation_date", \.moderationDate, ["moderated_date", "date_moderated", "date_of_moderation"]),
      .grade("panel_grade", \.panel, ["moderation_panel_grade", "grade_of_panel"]),
      .date("panel_date", \.panelDate, ["date_of_panel"]),
      .answer(
        "family_feedback_sought", \.familyFeedbackSought,
        ["feedback_sought", "family_feedback_requested", "was_family_feedback_sought"]),
      .answer(
        "family_feedback_obtained", \.familyFeedbackObtained,
        ["feedback_obtained", "family_feedback_received", "was_family_feedback_obtained"]),
      .answer(
        "identity_considered", \.identityConsidered,
        ["identity", "diversity_considered", "edi_considered", "equality_and_diversity_considered"]),
      .answer(
        "immediate_concern", \.immediateConcern,
        ["immediate_safety_concern", "immediate_concerns", "safeguarding_concern"]),
      .date(
        "concern_notified_date", \.concernNotified,
        ["date_concern_notified", "date_notified", "concern_notified", "concern_raised_date"]),
      .text(
        "strengths", \.strengths,
        [
          "what_has_gone_well", "whats_working_well", "what_is_working_well", "good_practice",
          "key_strengths",
        ]),
      .text(
        "areas_for_development", \.areasForDevelopment,
        [
          "what_needs_to_happen", "what_are_we_worried_about", "areas_for_improvement", "development_areas",
          "what_needs_to_improve", "worries",
        ]),
      .text("impact", \.impact, ["impact_on_child", "impact_for_child", "difference_made"]),
    ]
  }

  private static var disputes: [ColumnSpec<AuditTable>] {
    [
      .name("dispute_stage", \.disputeStage, \.words),
      .date("dispute_raised_date", \.disputeRaised, ["date_dispute_raised"]),
      .date("dispute_met_date", \.disputeMet, ["date_dispute_met"]),
      .date("dispute_formal_date", \.disputeFormal, ["date_dispute_formal"]),
      .date("dispute_response_date", \.disputeResponse, ["date_dispute_response"]),
      .date("dispute_resolved_date", \.disputeResolved, ["date_dispute_resolved"]),
      .name("dispute_result", \.disputeResult, \.words, ["dispute_outcome"]),
    ]
  }

  /// `domain: NAME` for each domain of the framework at each stage; a domain's name alone is the auditor's grade.
  private static func domainColumns(_ domains: [Term]) -> [ColumnSpec<AuditTable>] {
    domains.enumerated().flatMap { index, term -> [ColumnSpec<AuditTable>] in
      let names = [term.name] + term.synonyms
      func column(
        _ prefix: String, _ grades: WritableKeyPath<AuditTable.DomainGrades, GradeColumn>, bare: [String] = []
      ) -> ColumnSpec<AuditTable> {
        let domain: WritableKeyPath<AuditTable, AuditTable.DomainGrades> = \.domains[index]
        return .grade(
          "\(prefix): \(term.name)", domain.appending(path: grades),
          names.dropFirst().map { "\(prefix): \($0)" } + bare)
      }
      return [
        column("domain", \.audited, bare: names + names.map { "\($0) grade" }),
        column("initial domain", \.initial, bare: names.map { "initial \($0)" }),
        column("moderated domain", \.moderated, bare: names.map { "moderated \($0)" }),
        column("panel domain", \.panel, bare: names.map { "panel \($0)" }),
      ]
    }
  }
}

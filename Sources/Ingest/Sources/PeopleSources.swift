import QAModel

extension TableSource where Table == CaseloadTable {
  /// The children open to the services.
  static var caseload: TableSource {
    TableSource(
      kind: .caseload, columns: caseloadColumns, table: \.caseload, empty: CaseloadTable(), origin: \.origin,
      key: { table, row in table.child[row].map { RecordKey(first: $0) } })
  }

  private static var caseloadColumns: [ColumnSpec<CaseloadTable>] {
    [
      .id(
        "child_id", \.child, \.children,
        [
          "lcs_number", "lcs_id", "child_unique_id", "child_reference", "case_id", "case_number", "client_id",
          "mosaic_id", "person_id",
        ]
      ).needed(),
      .service(\.service).expected(),
      .name("team", \.team, \.teams, ["allocated_team", "team_name"]),
      .name(
        "worker", \.worker, \.people,
        ["allocated_worker", "social_worker", "case_holder", "key_worker", "practitioner"]),
      .levelOfNeed(\.levelOfNeed),
      .date(
        "opened_date", \.opened,
        ["case_start", "start_date", "date_opened", "open_date", "case_opened", "referral_date"]
      ).expected().costingTheRow(),
      .date("closed_date", \.closed, ["case_end", "end_date", "date_closed", "close_date", "case_closed"]),
      .date(
        "ehcp_finalised_date", \.planFinalised,
        ["ehcp_finalised", "date_ehcp_finalised", "ehc_plan_finalised_date"]),
      .number("age", \.age, ["age_in_years", "current_age"]),
      .name("sex", \.sex, \.words, ["gender"]),
      .name("ethnicity", \.ethnicity, \.words, ["ethnic_origin", "ethnic_group"]),
      .name(
        "disability", \.disability, \.words, ["disabled", "does_the_child_have_a_disability"],
        noneIsAnAnswer: true),
    ]
  }
}

extension TableSource where Table == StaffTable {
  /// The people whose practice is observed and supervised. Nothing but the name tells two of them apart, so a
  /// person's row in a later export replaces the earlier one.
  static var staff: TableSource {
    TableSource(
      kind: .staff, columns: staffColumns, table: \.staff, empty: StaffTable(), origin: \.origin,
      key: { table, row in table.worker[row].map { RecordKey(first: $0) } })
  }

  private static var staffColumns: [ColumnSpec<StaffTable>] {
    [
      .name("worker", \.worker, \.people, ["name", "worker_name", "staff_name", "employee", "full_name"])
        .needed(),
      .name("role", \.role, \.words, ["job_title", "post", "job_role", "position"]),
      .service(\.service, mayBeWhole: true).expected(),
      .name("team", \.team, \.teams, ["team_name"]),
      .date("started_date", \.started, ["start_date", "date_started", "started", "date_joined"]),
      .date("left_date", \.left, ["end_date", "date_left", "leaving_date", "left", "leave_date"]),
    ]
  }
}

extension TableSource where Table == SupervisionAuditTable {
  /// Reviews of supervision.
  static var supervisionAudits: TableSource {
    TableSource(
      kind: .supervisionAudits, columns: supervisionColumns, table: \.supervisionAudits,
      empty: SupervisionAuditTable(), origin: \.origin,
      key: { table, row in table.id[row].map { RecordKey(first: $0) } })
  }

  private static var supervisionColumns: [ColumnSpec<SupervisionAuditTable>] {
    [
      .id("id", \.id, \.records, ["ref", "reference", "supervision_audit_id", "audit_id", "audit_ref"])
        .needed(),
      .date(
        "date", \.date, ["date_of_audit", "audit_date", "date_completed", "completed_date", "review_date"]
      )
      .needed().costingTheRow(),
      .name("supervisor", \.supervisor, \.people, ["manager", "supervising_manager", "team_manager"]),
      .name("reviewer", \.reviewer, \.people, ["auditor", "reviewed_by", "audited_by"]),
      .service(\.service).expected(),
      .name("team", \.team, \.teams, ["team_name"]),
      .grade("grade", \.grade, ["overall_grade", "judgement", "overall_judgement", "rating"]),
      .answer("identity_considered", \.identityConsidered, ["identity", "diversity_considered"]),
      .text("strengths", \.strengths, ["what_has_gone_well", "whats_working_well"]),
      .text(
        "areas_for_development", \.areasForDevelopment, ["areas_for_improvement", "what_needs_to_happen"]),
    ]
  }
}

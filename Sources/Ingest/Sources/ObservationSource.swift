import QAModel

extension TableSource where Table == ObservationTable {
  /// Observations of practice.
  static var observations: TableSource {
    TableSource(
      kind: .observations, columns: observationColumns, table: \.observations, empty: ObservationTable(),
      origin: \.origin, key: { table, row in table.id[row].map { RecordKey(first: $0) } })
  }

  private static var observationColumns: [ColumnSpec<ObservationTable>] {
    [
      .id(
        "observation_id", \.id, \.records, ["obs_id", "observation_ref", "observation_reference", "obs_ref"]
      )
      .needed(),
      .date("date", \.date, ["date_of_observation", "observation_date", "date_observed"]).needed()
        .costingTheRow(),
      .name("observer", \.observer, \.people, ["observed_by", "observer_name"]),
      .name("observer_role", \.observerRole, \.words, ["role_of_observer", "role"]),
      .name(
        "worker", \.worker, \.people,
        ["practitioner", "social_worker", "allocated_worker", "observed_worker", "worker_observed"]),
      .service(\.service).expected(),
      .name("team", \.team, \.teams, ["team_name"]),
      .name(
        "nature", \.nature, \.words,
        ["nature_of_the_observed_practice", "nature_of_observation", "type_of_observation", "type"]),
      .id(
        "child_id", \.child, \.children,
        ["lcs_number", "lcs_id", "child_unique_id", "case_id", "case_number"]),
      .levelOfNeed(\.levelOfNeed),
      .answer("identity_considered", \.identityConsidered, ["identity", "diversity_considered"]),
      .text("strengths", \.strengths, ["identified_strengths", "what_went_well", "whats_working_well"]),
      .text(
        "areas_for_development", \.areasForDevelopment,
        ["areas_for_improvement", "development_areas", "identified_areas_for_development"]),
      .text("reflections", \.reflections, ["reflection", "practitioner_reflections"]),
      .text("other_comments", \.otherComments, ["comments", "other", "any_other_comments"]),
    ]
  }
}

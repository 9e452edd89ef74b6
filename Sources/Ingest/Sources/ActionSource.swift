import QAModel

extension TableSource where Table == ActionTable {
  /// Actions agreed from quality assurance.
  static var actions: TableSource {
    var source = TableSource(
      kind: .actions, columns: actionColumns, table: \.actions, empty: ActionTable(), origin: \.origin,
      key: { table, row in table.id[row].map { RecordKey(first: $0) } })
    source.refine = { table, rows in RecordDoubts(rows, table, table.origin).ofActions() }
    return source
  }

  private static var actionColumns: [ColumnSpec<ActionTable>] {
    [
      .id("action_id", \.id, \.actions, ["action_ref", "action_reference", "action_number", "action_no"])
        .needed(),
      .date("raised_date", \.raised, ["date_raised", "raised_on", "date_agreed", "created_date"]).needed()
        .costingTheRow(),
      .name("source", \.source, \.words, ["source_type", "arising_from", "origin"]),
      .name("source_id", \.sourceID, \.records, ["source_ref", "source_reference"]),
      .service(\.service, mayBeWhole: true),
      .name(
        "owner", \.owner, \.people,
        ["action_owner", "lead", "responsible", "assigned_to", "responsible_person"]),
      .name("theme", \.theme, \.words, ["action_theme"]),
      .name("measure", \.measure, \.words, ["measure_of_success", "indicator", "measure_that_should_move"]),
      .date("due_date", \.due, ["timescale", "date_due", "deadline", "due_by", "target_date", "due"]),
      .name("status", \.status, \.words, ["action_status", "progress"]),
      .date(
        "completed_date", \.completed, ["date_completed", "completion_date", "completed_on", "date_closed"]),
      .name("panel_decision", \.panelDecision, \.words, ["decision", "decision_of_panel"]),
      .date("decision_date", \.decided, ["date_of_decision", "panel_decision_date"]),
      .answer("risk_register", \.riskRegister, ["on_risk_register", "corporate_risk_register", "risk_flag"]),
      .text("description", \.description, ["action", "action_description", "details", "what"]),
      .text("impact", \.impact, ["impact_of_action", "difference_made", "evidence_of_impact"]),
    ]
  }
}

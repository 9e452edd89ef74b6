import QAModel

extension TableSource where Table == ComplaintTable {
  /// Complaints, compliments, representations and enquiries, a row a stage.
  static var complaints: TableSource {
    var source = TableSource(
      kind: .complaints, columns: complaintColumns, table: \.complaints, empty: ComplaintTable(),
      origin: \.origin,
      key: { table, row in
        // What is no complaint has no stage: it is a record of its own beside any stage of the reference.
        table.reference[row].map { RecordKey(first: $0, second: UInt32(table.stage[row]?.number ?? 0)) }
      })
    source.refine = { table, rows in RecordDoubts(rows, table, table.origin).ofComplaints() }
    return source
  }

  private static var complaintColumns: [ColumnSpec<ComplaintTable>] {
    [
      .id(
        "reference", \.reference, \.complaints,
        [
          "complaint_ref", "complaint_reference", "complaint_id", "ref", "ref_no", "reference_number",
          "case_reference", "complaint_number",
        ]
      ).needed(),
      .list("procedure", \.procedure, ["process", "complaint_procedure", "statutory_or_corporate"]) { _ in
        .procedures
      },
      .list("type", \.type, ["contact_type", "type_of_contact", "record_type", "feedback_type"]) { _ in
        .contactTypes
      },
      .date(
        "received_date", \.received, ["date_received", "received", "received_on", "date_of_complaint"]
      ).needed().costingTheRow(),
      .date("acknowledged_date", \.acknowledged, ["date_acknowledged", "acknowledged"]),
      .list("stage", \.stage, ["complaint_stage", "stage_of_complaint", "current_stage"]) { _ in .stages },
      .date("stage_requested_date", \.stageRequested, ["date_stage_requested", "escalation_requested"]),
      .date("stage_started_date", \.stageStarted, ["date_stage_started", "stage_start_date", "stage_date"]),
      .answer("complex", \.complex, ["is_complex", "complex_case"]),
      .answer("advocate", \.advocate, ["advocate_involved", "advocacy", "has_advocate"]),
      .date("extended_to", \.extendedTo, ["extension_date", "extended_until", "extended_due_date"]),
      .date("due_date", \.due, ["date_due", "response_due", "target_date"]),
      .date(
        "responded_date", \.responded,
        ["date_of_response", "date_responded", "response_date", "date_closed", "response_sent"]),
      .service(\.service).expected(),
      .name("team", \.team, \.teams, ["team_name"]),
      .name(
        "category", \.category, \.complaintCategories,
        ["complaint_category", "subject", "nature_of_complaint"]),
      .name(
        "made_by", \.madeBy, \.words, ["complainant", "complainant_type", "made_by_whom", "relationship"]),
      .list("outcome", \.outcome, ["complaint_outcome", "decision", "finding"]) { _ in .outcomes },
      .id("action_id", \.action, \.actions, ["action_ref", "action_reference"]),
      .text("description", \.description, ["details", "summary", "complaint_details", "complaint_summary"]),
      .text("learning", \.learning, ["lessons_learned", "lessons_learnt", "learning_identified"]),
    ]
  }
}

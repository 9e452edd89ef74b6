import QAModel

extension TableSource where Table == ActivityTable {
  /// The diary of quality assurance activity: each row counts, nothing replaces another.
  static var activity: TableSource {
    var source = TableSource(
      kind: .activity, columns: activityColumns, table: \.activity, empty: ActivityTable(), origin: \.origin,
      key: nil)
    source.refine = { table, rows in RecordDoubts(rows, table, table.origin).ofActivity() }
    return source
  }

  private static var activityColumns: [ColumnSpec<ActivityTable>] {
    [
      .date("date", \.date, ["activity_date", "date_of_activity", "date_held", "held_on"]).needed()
        .costingTheRow(),
      .service(\.service, mayBeWhole: true).expected(),
      .name("activity", \.activity, \.activities, ["qa_activity", "activity_type", "type_of_activity"])
        .needed(),
      .name("lead", \.lead, \.people, ["led_by", "activity_lead", "responsible"]),
      .number(
        "participants", \.participants,
        ["number_of_participants", "attendees", "attended", "number_attending"]),
      .number("invited", \.invited, ["number_invited", "number_of_invitees"]),
      .number("children", \.children, ["number_of_children", "children_count", "number_of_cases", "cases"]),
      .number("events", \.events, ["number_of_events", "number"]),
      .text("note", \.note, ["notes", "comment", "comments", "summary"]),
    ]
  }
}

import QAModel

extension TableSource where Table == FeedbackTable {
  /// Feedback of children, families, staff and partners, a row an answer.
  ///
  /// - Parameter undated: whether rows need no date, as the workspace says.
  static func feedback(undated: Bool) -> TableSource {
    var source = TableSource(
      kind: .feedback, columns: feedbackColumns(undated: undated), table: \.feedback, empty: FeedbackTable(),
      origin: \.origin, key: { table, row in table.id[row].map { RecordKey(first: $0) } })
    source.refine = { table, rows in RecordDoubts(rows, table, table.origin).ofFeedback() }
    return source
  }

  private static func feedbackColumns(undated: Bool) -> [ColumnSpec<FeedbackTable>] {
    let date = ColumnSpec<FeedbackTable>.date(
      "date", \.date, ["date_received", "date_of_feedback", "feedback_date", "response_date", "submitted"]
    ).costingTheRow()
    return [
      .id("feedback_id", \.id, \.records, ["response_id", "feedback_ref", "feedback_reference", "survey_id"])
        .needed(),
      undated ? date : date.needed(),
      .name(
        "source", \.source, \.feedbackSources,
        ["who_gave_the_feedback", "feedback_from", "respondent", "respondent_type", "given_by"]),
      .name("channel", \.channel, \.words, ["method", "how_received", "format"]),
      .service(\.service, mayBeWhole: true),
      .name("team", \.team, \.teams, ["team_name"]),
      .name("question", \.question, \.questions, ["survey_question", "statement"]),
      .list("rating", \.rating, ["answer", "score", "response"]) { $0.ratings },
      .number("invited", \.invited, ["number_invited", "surveys_sent"]),
      .text(
        "comment", \.comment, ["free_text_comment", "comments", "feedback", "free_text", "feedback_text"]),
    ]
  }
}

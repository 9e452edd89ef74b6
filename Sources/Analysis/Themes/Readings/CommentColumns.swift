import QAModel

/// One text column of a dataset, with what its rows say about themselves.
struct CommentColumn {
  let dataset: DatasetKind
  let text: TextColumn
  /// Whose words a row's are.
  let source: (Int) -> CommentSource
  let date: DateColumn
  let service: CodeColumn
  /// `nil` where rows have no id: each is its own record.
  let id: CodeColumn?

  /// Every text column that the dataset's exports filled, in a fixed order.
  static func all(of dataset: Dataset) -> [CommentColumn] {
    var columns: [CommentColumn] = []
    func add(
      _ text: TextColumn, _ source: CommentSource, _ date: DateColumn, _ service: CodeColumn,
      _ id: CodeColumn?, by row: ((Int) -> CommentSource)? = nil
    ) {
      columns.append(
        CommentColumn(
          dataset: source.dataset, text: text, source: row ?? { _ in source }, date: date, service: service,
          id: id))
    }
    if let table = dataset.audits {
      add(table.strengths, .auditStrengths, table.completed, table.service, table.id)
      add(table.areasForDevelopment, .auditAreas, table.completed, table.service, table.id)
      add(table.impact, .auditImpact, table.completed, table.service, table.id)
    }
    if let table = dataset.dipSamples {
      add(table.comment, .dipSample, table.date, table.service, table.id)
    }
    if let table = dataset.complaints {
      let source: (Int) -> CommentSource = { row in
        switch table.type[row] {
        case .compliment: .compliment
        case .representation, .enquiry: .representation
        case .complaint, nil: .complaint
        }
      }
      add(
        table.description, .complaint, table.received, table.service, table.reference, by: source)
      add(table.learning, .complaintLearning, table.received, table.service, table.reference)
    }
    if let table = dataset.observations {
      add(table.strengths, .observationStrengths, table.date, table.service, table.id)
      add(table.areasForDevelopment, .observationAreas, table.date, table.service, table.id)
      add(table.reflections, .observationNotes, table.date, table.service, table.id)
      add(table.otherComments, .observationNotes, table.date, table.service, table.id)
    }
    if let table = dataset.supervisionAudits {
      add(table.strengths, .supervisionStrengths, table.date, table.service, table.id)
      add(table.areasForDevelopment, .supervisionAreas, table.date, table.service, table.id)
    }
    if let table = dataset.feedback {
      let sources = dataset.names.feedbackSources.names.map(feedback(from:))
      add(
        table.comment, .otherFeedback, table.date, table.service, table.id,
        by: { row in table.source[row].map { sources[Int($0)] } ?? .otherFeedback })
    }
    if let table = dataset.actions {
      add(table.description, .action, table.raised, table.service, table.id)
      add(table.impact, .actionImpact, table.raised, table.service, table.id)
    }
    if let table = dataset.activity {
      add(table.note, .activityNote, table.date, table.service, nil)
    }
    return columns
  }

  /// Whose feedback it is, by the word of the export: *Young person*, *Parent or carer*, *Staff survey*.
  private static func feedback(from name: String) -> CommentSource {
    let words: [(CommentSource, [String])] = [
      (.childFeedback, ["child", "children", "young", "pupil", "care-leaver"]),
      (.staffFeedback, ["staff", "practitioner", "worker", "employee"]),
      (.partnerFeedback, ["partner", "agency", "professional", "school"]),
      (.familyFeedback, ["parent", "carer", "carers", "family", "families", "mother", "father", "adopter"]),
    ]
    let parts = Set(Slug.make(name).split(separator: "-").flatMap { [String($0), singular($0)] })
    return words.first { !parts.isDisjoint(with: $0.1) }?.0 ?? .otherFeedback
  }

  private static func singular(_ word: Substring) -> String {
    String(word.hasSuffix("s") ? word.dropLast() : word)
  }
}

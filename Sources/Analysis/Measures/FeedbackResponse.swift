import QAModel

/// How many were asked for feedback and how many of them answered, as the feedback or the diary of activity says.
///
/// The feedback, where any of its rows says how many were invited, else the diary: never both, since they may tell of the
/// same survey. A row of the diary counts with its own numbers. Of the feedback, answers with one service, source, channel
/// and number invited are one survey, asked once a period; people may answer several questions, so that those who answered
/// are counted by the question with the most answers. Where more answered than were asked the share leaves it out.
struct FeedbackResponse: Measure {
  /// What a row adds.
  private struct Part {
    var period: Int
    var service: Int
    var invited: Int?
    /// Above and below the line of the share.
    var share: (answered: Int, of: Int)?
  }

  let dataset: DatasetKind
  let isSupplied: Bool
  let rowCount: Int
  private let parts: [Int: Part]

  init(_ dataset: Dataset, _ index: PeriodIndex) {
    let feedback = dataset.feedback ?? FeedbackTable()
    let activity = dataset.activity ?? ActivityTable()
    let services = dataset.names.services.count
    let isOfFeedback = Self.isOfFeedback(dataset)
    self.dataset = isOfFeedback ? .feedback : .activity
    isSupplied = isOfFeedback || Self.isGiven(activity.invited)
    rowCount = isOfFeedback ? feedback.count : activity.count
    parts =
      isOfFeedback ? Self.parts(feedback, services, index) : Self.parts(activity, services, index)
  }

  /// Nobody gave it for a service or a period: not available there.
  var grids: [GridShape] {
    [
      GridShape(measure: .feedbackInvited, isOnlyOfRows: true),
      GridShape(
        measure: .feedbackResponse, counting: .share, isOnlyOfRows: true,
        totals: [FigureKey.sameOf(.feedbackInvited)]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let part = parts[row] else { return }
    if let invited = part.invited {
      sink.mark(0, period: part.period, service: part.service, part: invited, of: invited)
    }
    if let share = part.share {
      sink.mark(1, period: part.period, service: part.service, part: share.answered, of: share.of)
    }
  }

  /// Whether the numbers are the feedback's own.
  static func isOfFeedback(_ dataset: Dataset) -> Bool {
    dataset.feedback.map { isGiven($0.invited) } ?? false
  }

  private static func isGiven(_ column: NumberColumn) -> Bool {
    (0..<column.count).contains { number(column, $0) != nil }
  }

  /// How many people a cell says.
  private static func number(_ column: NumberColumn, _ row: Int) -> Int? {
    column[row].flatMap { $0 >= 0 && $0 < 1e9 ? Int($0.rounded()) : nil }
  }

  private static func parts(_ table: ActivityTable, _ services: Int, _ index: PeriodIndex) -> [Int: Part] {
    var parts: [Int: Part] = [:]
    for row in 0..<table.count {
      guard let invited = number(table.invited, row), let period = index.position(happened: table.date[row])
      else { continue }
      let answered = number(table.participants, row).flatMap { $0 <= invited ? $0 : nil }
      parts[row] = Part(
        period: period, service: table.service[row].map(Int.init) ?? services, invited: invited,
        share: answered.map { ($0, invited) })
    }
    return parts
  }

  private struct Survey: Hashable {
    var period: Int
    var service: Int
    var source: UInt32?
    var channel: UInt32?
    var invited: Int
  }

  private static func parts(_ table: FeedbackTable, _ services: Int, _ index: PeriodIndex) -> [Int: Part] {
    var surveys: [Survey: [UInt32?: [Int]]] = [:]
    for row in 0..<table.count {
      guard let invited = number(table.invited, row), let period = index.position(happened: table.date[row])
      else { continue }
      let survey = Survey(
        period: period, service: table.service[row].map(Int.init) ?? services, source: table.source[row],
        channel: table.channel[row], invited: invited)
      surveys[survey, default: [:]][table.question[row], default: []].append(row)
    }
    var parts: [Int: Part] = [:]
    for (survey, questions) in surveys {
      // Of two questions with as many answers the one that comes first.
      let rows = questions.values.max { ($0.count, $1[0]) < ($1.count, $0[0]) } ?? []
      let mayBeShared = rows.count <= survey.invited
      for (position, row) in rows.enumerated() {
        let isFirst = position == 0
        parts[row] = Part(
          period: survey.period, service: survey.service, invited: isFirst ? survey.invited : nil,
          share: mayBeShared ? (1, isFirst ? survey.invited : 0) : nil)
      }
    }
    return parts
  }
}

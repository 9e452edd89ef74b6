import QAModel

/// Answers on the framework's rating scale, and the share of them that is positive; how many answered by who they are.
///
/// By the day of the answer; undated feedback belongs to no period. Rows without a rating on the scale are comments
/// and are not counted here.
struct FeedbackRatings: Measure {
  let isSupplied: Bool
  let rowCount: Int
  private let index: PeriodIndex
  private let date: DateColumn
  private let service: CodeColumn
  private let question: CodeColumn
  private let source: CodeColumn
  private let sourceCount: Int
  private let rating: ByteColumn<FeedbackTable.RatingRank>
  private let serviceCount: Int
  private let questionCount: Int
  private let ratingCount: Int
  private let positiveCount: Int

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex) {
    let table = dataset.feedback ?? FeedbackTable()
    isSupplied = dataset.feedback != nil
    rowCount = table.count
    self.index = index
    date = table.date
    service = table.service
    question = table.question
    source = table.source
    sourceCount = dataset.names.feedbackSources.count
    rating = table.rating
    serviceCount = dataset.names.services.count
    questionCount = dataset.names.questions.count
    ratingCount = framework.feedback.ratings.count
    positiveCount = framework.feedback.positiveCount
  }

  var dataset: DatasetKind { .feedback }

  var grids: [GridShape] {
    let questions = GridShape.Breakdown.axis(.question, places: questionCount)
    let sources = GridShape.Breakdown.axis(.source, places: sourceCount)
    return [
      GridShape(measure: .feedbackRating, first: questions, second: .axis(.rating, places: ratingCount)),
      GridShape(measure: .feedbackPositive, counting: .share),
      GridShape(
        measure: .feedbackPositive, first: questions, counting: .share, totals: [FigureKey.notBrokenDown]),
      GridShape(measure: .feedbackReceived, first: sources, totals: [FigureKey.notBrokenDown]),
      GridShape(
        measure: .feedbackPositive, first: sources, counting: .share, totals: [FigureKey.notBrokenDown]),
      GridShape(
        measure: .feedbackPositive, first: sources, second: questions, counting: .share, perService: false),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = index.position(happened: date[row]) else { return }
    let service = self.service[row].map(Int.init) ?? serviceCount
    let source = source[row].map(Int.init)
    if let source { sink.mark(3, period: period, service: service, place: source) }
    guard let rank = rating[row].map({ Int($0.byte) }), rank < ratingCount else { return }
    let isPositive = rank < positiveCount
    sink.mark(1, period: period, service: service, place: 0, hit: isPositive)
    if let source {
      sink.mark(4, period: period, service: service, place: source, hit: isPositive)
      if let question = question[row].map(Int.init) {
        sink.mark(
          5, period: period, service: service, place: source * questionCount + question, hit: isPositive)
      }
    }
    guard let question = question[row].map(Int.init) else { return }
    sink.mark(0, period: period, service: service, place: question * ratingCount + rank)
    sink.mark(2, period: period, service: service, place: question, hit: rank < positiveCount)
  }
}

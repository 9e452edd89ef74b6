import QAModel

/// Answers on the framework's rating scale, and the share of them that is positive.
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
    rating = table.rating
    serviceCount = dataset.names.services.count
    questionCount = dataset.names.questions.count
    ratingCount = framework.feedback.ratings.count
    positiveCount = framework.feedback.positiveCount
  }

  var dataset: DatasetKind { .feedback }

  var grids: [GridShape] {
    let questions = GridShape.Breakdown.axis(.question, places: questionCount)
    return [
      GridShape(measure: .feedbackRating, first: questions, second: .axis(.rating, places: ratingCount)),
      GridShape(measure: .feedbackPositive, counting: .share),
      GridShape(
        measure: .feedbackPositive, first: questions, counting: .share, totals: [FigureKey.notBrokenDown]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = index.position(happened: date[row]), let rank = rating[row].map({ Int($0.byte) }),
      rank < ratingCount
    else { return }
    let service = self.service[row].map(Int.init) ?? serviceCount
    sink.mark(1, period: period, service: service, place: 0, hit: rank < positiveCount)
    guard let question = question[row].map(Int.init) else { return }
    sink.mark(0, period: period, service: service, place: question * ratingCount + rank)
    sink.mark(2, period: period, service: service, place: question, hit: rank < positiveCount)
  }
}

/// How feedback is rated.
public struct FeedbackScale: Sendable {
  public var questions: [Term]
  /// Best first.
  public var ratings: [Term]
  /// How many of them, from the best, are positive.
  public var positiveCount: Int

  public init(questions: [Term] = [], ratings: [Term] = [], positiveCount: Int = 0) {
    self.questions = questions
    self.ratings = ratings
    self.positiveCount = positiveCount
  }
}

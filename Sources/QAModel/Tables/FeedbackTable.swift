/// Feedback from children, parents, carers, staff and partners: one row an answer to a question.
public struct FeedbackTable: Sendable {
  public var origin: [Origin] = []
  public var id = CodeColumn()
  public var date = DateColumn()
  public var source = CodeColumn()
  public var channel = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var question = CodeColumn()
  /// The position in the framework's feedback ratings, best first.
  public var rating = ByteColumn<RatingRank>()
  /// How many were asked, where the row says so.
  public var invited = NumberColumn()
  public var comment = TextColumn()

  public init() {}

  public var count: Int { origin.count }

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) {
    origin = rows.map { origin[$0] }
    for column in [\FeedbackTable.id, \.source, \.channel, \.service, \.team, \.question] {
      self[keyPath: column].keep(rows)
    }
    date.keep(rows)
    rating.keep(rows)
    invited.keep(rows)
    comment.keep(rows)
  }

  /// A place on the declared rating scale: 0 is the best.
  public struct RatingRank: ByteCoded, Hashable {
    public let byte: UInt8
    public init?(byte: UInt8) { self.byte = byte }
  }
}

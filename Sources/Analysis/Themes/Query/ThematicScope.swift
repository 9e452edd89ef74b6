public import QAModel

/// What a thematic report is narrowed to.
public struct ThematicScope: Sendable {
  /// The days looked at; without either, undated records count too.
  public var first: CalendarDate?
  public var last: CalendarDate?
  /// A code of `Dataset.names.services`.
  public var service: UInt32?
  public var kind: CommentSource.Kind?
  /// What is dated later does not count.
  public var asAt: CalendarDate

  public init(
    asAt: CalendarDate, first: CalendarDate? = nil, last: CalendarDate? = nil, service: UInt32? = nil,
    kind: CommentSource.Kind? = nil
  ) {
    self.asAt = asAt
    self.first = first
    self.last = last
    self.service = service
    self.kind = kind
  }

  /// Whether a record is looked at, by its own date and service.
  func holds(_ record: CommentReadings.Record) -> Bool {
    if let service, record.service != service { return false }
    // An undated record cannot be told to lie within days that are given.
    guard let date = record.date else { return first == nil && last == nil }
    return date <= asAt && first.map { date >= $0 } ?? true && last.map { date <= $0 } ?? true
  }

  func holds(_ comment: CommentReadings.Comment) -> Bool { kind.map { comment.source.kind == $0 } ?? true }

  /// The part of a quarter that is looked at; the quarter where that is all of it, or the rest is yet to come.
  func part(of quarter: Period) -> Period {
    let (start, end) = (max(first ?? quarter.first, quarter.first), min(last ?? quarter.last, quarter.last))
    guard start > quarter.first || end < quarter.last else { return quarter }
    return Period(first: start, last: end) ?? quarter
  }
}

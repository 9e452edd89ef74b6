/// A register that an authority keeps beside the datasets every authority has: what its exports hold and what its
/// records are counted by. Columns go by their headers.
public struct Register: Sendable, Hashable {
  /// The register, and the other names its files go by.
  public var term: Term
  /// The day by which a record belongs to a period.
  public var date: String
  public var countBy: [String]
  /// What tells one record from another. `nil`: nothing does, and each row counts.
  public var id: String?
  /// `nil`: the column called service, where there is one.
  public var service: String?
  /// `nil`: no text.
  public var text: String?

  public init(
    _ term: Term, date: String, countBy: [String], id: String? = nil, service: String? = nil,
    text: String? = nil
  ) {
    self.term = term
    self.date = date
    self.countBy = countBy
    self.id = id
    self.service = service
    self.text = text
  }

  public var name: String { term.name }
}

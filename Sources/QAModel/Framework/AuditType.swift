/// A kind of audit, and how its children are chosen where the export does not say.
public struct AuditType: Sendable, Hashable {
  public var term: Term
  /// `nil`: unstated, and so outside the grade profile.
  public var selection: Selection?
  /// Whether an audit of this kind looks again at one before.
  public var isReaudit: Bool

  public init(_ term: Term, selection: Selection? = nil, isReaudit: Bool = false) {
    self.term = term
    self.selection = selection
    self.isReaudit = isReaudit
  }
}

/// The records of one register, as referrals to the LADO, escalations, conferences or tribunals.
public struct RegisterTable: Sendable {
  public var origin: [Origin] = []
  /// Codes in `names.records`; where the register has no id, of none of its rows.
  public var id = CodeColumn()
  /// The day by which a record belongs to a period.
  public var date = DateColumn()
  /// `nil` where the record is about the whole authority, or the register has no services.
  public var service = CodeColumn()
  /// Codes in `names.registerValues`, in the order of `Register.countBy`.
  public var values: [CodeColumn]
  public var text = TextColumn()

  /// - Parameter columns: how many columns the register counts by.
  public init(columns: Int) { values = Array(repeating: CodeColumn(), count: columns) }

  public var count: Int { origin.count }
}

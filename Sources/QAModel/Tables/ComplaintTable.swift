/// Complaints, compliments, representations and enquiries: one row a reference and stage.
public struct ComplaintTable: Sendable {
  public var origin: [Origin] = []
  public var reference = CodeColumn()
  public var procedure = ByteColumn<Procedure>()
  public var type = ByteColumn<ContactType>()
  public var received = DateColumn()
  public var acknowledged = DateColumn()
  /// 1, 2 or 3.
  public var stage = ByteColumn<Stage>()
  public var stageRequested = DateColumn()
  public var stageStarted = DateColumn()
  public var complex = AnswerColumn()
  public var advocate = AnswerColumn()
  public var extendedTo = DateColumn()
  public var due = DateColumn()
  public var responded = DateColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var category = CodeColumn()
  public var madeBy = CodeColumn()
  public var outcome = ByteColumn<Outcome>()
  public var action = CodeColumn()
  public var description = TextColumn()
  public var learning = TextColumn()

  public init() {}

  public var count: Int { origin.count }

  public enum Procedure: UInt8, ByteCoded, CaseIterable {
    case statutory, corporate
    public var byte: UInt8 { rawValue }
    public init?(byte: UInt8) { self.init(rawValue: byte) }
  }

  public enum ContactType: UInt8, ByteCoded, CaseIterable {
    case complaint, compliment, representation, enquiry
    public var byte: UInt8 { rawValue }
    public init?(byte: UInt8) { self.init(rawValue: byte) }
  }

  public struct Stage: ByteCoded, Hashable {
    /// 1 to 3.
    public let number: UInt8
    public var byte: UInt8 { number }
    public init?(byte: UInt8) {
      guard (1...3).contains(byte) else { return nil }
      number = byte
    }
  }

  public enum Outcome: UInt8, ByteCoded, CaseIterable {
    case upheld, partlyUpheld, notUpheld, withdrawn, resolved
    public var byte: UInt8 { rawValue }
    public init?(byte: UInt8) { self.init(rawValue: byte) }
    /// As exports and figures write it.
    public var name: String {
      switch self {
      case .upheld: "upheld"
      case .partlyUpheld: "partly upheld"
      case .notUpheld: "not upheld"
      case .withdrawn: "withdrawn"
      case .resolved: "resolved"
      }
    }
  }
}

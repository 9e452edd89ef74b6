public import QAModel

/// What a rule of escalation found on the as-at day.
public struct EscalationOutcome: Sendable, Hashable {
  public var rule: EscalationRule
  /// Whether the exports hold what the rule needs. Where they do not, having no hits means nothing.
  public var isChecked: Bool
  /// The longest over first, those of unknown age before them.
  public var hits: [Hit]

  public init(rule: EscalationRule, isChecked: Bool, hits: [Hit]) {
    self.rule = rule
    self.isChecked = isChecked
    self.hits = hits
  }

  public struct Hit: Sendable, Hashable {
    public var record: Record
    public var service: UInt32?
    /// Code in `names.people` of an audit's auditor or an action's owner.
    public var owner: UInt32?
    /// The last day on which it would have been in time; `nil` where the export gives no day to count from.
    public var due: CalendarDate?
    /// Days from `due` to the as-at day.
    public var days: Int?
  }

  public enum Record: Sendable, Hashable {
    /// A row of the audits and the code of its id in `names.audits`.
    case audit(row: Int, id: UInt32?)
    /// A row of the actions and the code of its id in `names.actions`.
    case action(row: Int, id: UInt32?)
    /// So many children in a quarter that was to have more.
    case children(Int, Period)
    /// A line of the plan, how often it was done in the period and how often it was due.
    case activity(String, done: Int, due: Int)
  }
}

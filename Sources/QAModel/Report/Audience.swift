/// Who a report is for, and so what it may hold.
public enum Audience: String, Sendable, CaseIterable {
  case `internal`, board, `public`
}

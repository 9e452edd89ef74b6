/// The distinct spellings of a column, each once, in order of first appearance.
///
/// Codes are positions in `names`. Columns of several tables may share one, so that a child or a service has
/// one code everywhere.
public struct NameTable: Sendable {
  public private(set) var names: [String] = []
  private var codes: [String: UInt32] = [:]

  public init(_ names: [String] = []) {
    for name in names { _ = code(for: name) }
  }

  /// As many codes, whose names are all `[c]`: what stands in for names that an audience must not see.
  public static func withheld(count: Int) -> NameTable {
    var table = NameTable()
    table.names = Array(repeating: Shorthand.suppressed.rawValue, count: count)
    return table
  }

  /// The code of a name, given to it now if it is new.
  public mutating func code(for name: String) -> UInt32 {
    if let code = codes[name] { return code }
    let code = UInt32(names.count)
    names.append(name)
    codes[name] = code
    return code
  }

  /// The code of a name that is already there.
  public func existingCode(for name: String) -> UInt32? { codes[name] }

  public func name(_ code: UInt32) -> String { names[Int(code)] }

  public var count: Int { names.count }
}

/// What one column of an export is for.
enum ColumnRole: Hashable {
  /// A column of the dataset, by its position among the dataset's columns.
  case column(Int)
  /// One of several columns of the same kind, a record each, by its place among them.
  case variant(String)
  /// No column of the dataset, but one whose cells the workspace asks for.
  case asked(String)
}

/// The headers a dataset is known by. Headers are compared by their letters and digits only.
struct HeaderVocabulary {
  private var roles: [String: ColumnRole] = [:]
  /// Recognises the header of a column that is a record of its own, as `standard: Child seen alone`.
  private let variant: (String) -> String?
  private let asked: Set<String>
  private let ignored: Set<String>

  /// - Parameters:
  ///   - records: headers that the workspace says are a record of their own, and of what.
  ///   - asked: the keys of headers whose cells are needed although they are no columns of the dataset.
  ///   - ignored: the keys of headers that are no columns whatever they are called.
  init(
    columns: [(names: [String], position: Int)], workspace: [(header: String, position: Int)] = [],
    records: [(header: String, name: String)] = [],
    asked: Set<String> = [], ignored: Set<String> = [], variant: @escaping (String) -> String? = { _ in nil }
  ) {
    self.variant = variant
    self.asked = asked
    self.ignored = ignored
    for (header, position) in workspace { add(header, position) }
    for (header, name) in records where !Self.key(header).isEmpty { roles[Self.key(header)] = .variant(name) }
    // A column's own name goes before any synonym of another.
    for (names, position) in columns { if let name = names.first { add(name, position) } }
    for (names, position) in columns { for name in names.dropFirst() { add(name, position) } }
  }

  private mutating func add(_ header: String, _ position: Int) {
    let key = Self.key(header)
    if !key.isEmpty, roles[key] == nil { roles[key] = .column(position) }
  }

  static func key(_ header: String) -> String { Fold.letters(header) }

  /// What each column of a header is for. A header that is a column's name goes before one that is the name and a
  /// number, as *Auditor* before *Auditor 2*.
  func roles(of headers: [String]) -> [ColumnRole?] {
    let exact = headers.enumerated().map { exactRole(of: $1, at: $0) }
    let taken = Set(exact.compactMap(\.self))
    return zip(headers, exact).map { header, role in
      role ?? numberedRole(of: header).flatMap { taken.contains($0) ? nil : $0 }
    }
  }

  /// What a column is for by its header alone.
  func role(of header: String) -> ColumnRole? { exactRole(of: header) ?? numberedRole(of: header) }

  /// - Parameter position: the place of the column in the file, from 0. A column without a header goes by it, as
  ///   *column 1*.
  private func exactRole(of header: String, at position: Int? = nil) -> ColumnRole? {
    let key = Self.key(header)
    guard !key.isEmpty else { return position.flatMap { known("column\($0 + 1)") } }
    if ignored.contains(key) { return nil }
    if let role = known(key) { return role }
    return variant(header).map { .variant($0) }
  }

  /// The number of a footnote may stand right behind the last word; a year is no footnote.
  private func numberedRole(of header: String) -> ColumnRole? {
    let key = Self.key(header)
    if ignored.contains(key) { return nil }
    var words = Substring(key)
    while words.last?.isNumber == true { words.removeLast() }
    let number = key.dropFirst(words.count)
    let isYear = number.count == 4 && Int(number).map { (1900...2099).contains($0) } ?? false
    return !number.isEmpty && !isYear && words.count > 3 ? known(String(words)) : nil
  }

  private func known(_ key: String) -> ColumnRole? {
    roles[key] ?? (asked.contains(key) ? .asked(key) : nil)
  }
}

/// A part of a report with a heading of its own.
public struct Section: Sendable {
  /// A slug, unique in the document: the link to it.
  public var id: String
  public var title: String
  public var role: Role
  public var blocks: [Block]
  public var sections: [Section]

  public init(id: String, title: String, role: Role = .plain, blocks: [Block] = [], sections: [Section] = [])
  {
    self.id = id
    self.title = title
    self.role = role
    self.blocks = blocks
    self.sections = sections
  }

  /// What a section is to its reader, for renderers that set some apart.
  public enum Role: Sendable, Hashable {
    case plain
    /// Children at risk now: first, and impossible to miss.
    case alert
    case summary
    /// One service's page.
    case servicePage
    /// Methods, data quality: last, and quiet.
    case reference
  }

  public var allTables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
      + sections.flatMap(\.allTables)
  }
}

/// What a section is made of.
public enum Block: Sendable {
  case paragraph(Paragraph)
  case list([Paragraph])
  case table(Table)
  case chart(Chart)
}

/// Sentences that belong together.
public struct Paragraph: Sendable {
  public var sentences: [Sentence]
  public init(_ sentences: [Sentence]) { self.sentences = sentences }
}

/// A sentence in plain English, and the figures it rests on.
public struct Sentence: Sendable {
  public var runs: [Run]
  /// The figures that carry it. A reader finds each in the table that holds it.
  public var cites: [FigureID]

  public init(_ runs: [Run], cites: [FigureID] = []) {
    self.runs = runs
    self.cites = cites
  }

  /// Words, or a value whose digits come from the same place as a table's.
  public enum Run: Sendable, Hashable {
    case text(String)
    case strong(String)
    case emphasis(String)
    case value(Value)
  }
}

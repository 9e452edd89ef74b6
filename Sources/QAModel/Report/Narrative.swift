/// What somebody has written for a section of a report, with figures in it by name.
///
/// Read from `narrative/SECTION.md` of the workspace, or of another report `narrative/reports/NAME/SECTION.md`. Its figures get their values when the report is composed, as its
/// audience may see them.
public struct Narrative: Sendable, Hashable {
  /// `narrative/summary.md`, from the workspace on.
  public var file: String
  /// The section's id, or `service-` and the slug of a service's name: the file's name without its ending.
  public var section: String
  /// The only audience it was written for.
  public var audience: Audience
  /// The only report it was written for, by its name; `nil`: the quarterly report on everything.
  public var report: String?
  /// The slug of the only service it was written for, where the report is about one.
  public var service: String?
  public var blocks: [Block]

  public init(
    file: String, section: String, audience: Audience, report: String? = nil, service: String? = nil,
    blocks: [Block]
  ) {
    self.file = file
    self.section = section
    self.audience = audience
    self.report = report
    self.service = service
    self.blocks = blocks
  }

  public enum Block: Sendable, Hashable {
    case paragraph([Piece])
    case list([[Piece]])
  }

  public enum Piece: Sendable, Hashable {
    case text(String)
    case strong(String)
    case emphasis(String)
    /// `{{figure:NAME}}`: the figure's slug, and the line it was written on.
    case figure(String, line: Int)
  }
}

/// What somebody has written for a section of a report, with figures in it by name.
///
/// Read from `narrative/SECTION.md` of the workspace. Its figures get their values when the report is composed, as its
/// audience may see them.
public struct Narrative: Sendable, Hashable {
  /// `narrative/summary.md`, from the workspace on.
  public var file: String
  /// The section's id, or `service-` and the slug of a service's name: the file's name without its ending.
  public var section: String
  /// The only audience it was written for.
  public var audience: Audience
  public var blocks: [Block]

  public init(file: String, section: String, audience: Audience, blocks: [Block]) {
    self.file = file
    self.section = section
    self.audience = audience
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

/// A report as its readers see it, before it is a workbook, a page or a text.
///
/// The renderers know nothing else, so the three cannot disagree. It holds aggregates and short lists, never a
/// dataset, and only what its audience may see.
public struct ReportDocument: Sendable {
  /// `Quarterly quality assurance report`.
  public var title: String
  /// `Quarter 3, October to December 2025`.
  public var subtitle: String
  /// `St Helens`.
  public var organisation: String
  public var audience: Audience
  /// `OFFICIAL-SENSITIVE`.
  public var marking: String?
  /// Fixes the document's own dates, so that a second run gives the same bytes.
  public var asAt: CalendarDate
  /// What the cover says beside the title, in order.
  public var facts: [Fact]
  public var sections: [Section]
  /// Numbered from 1 in this order; cells, headers and titles refer to them by position.
  public var notes: [Note]
  /// What the authority has given it of its own.
  public var branding: Branding

  public init(
    title: String, subtitle: String, organisation: String, audience: Audience, marking: String?,
    asAt: CalendarDate, facts: [Fact], sections: [Section], notes: [Note], branding: Branding = Branding()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.organisation = organisation
    self.audience = audience
    self.marking = marking
    self.asAt = asAt
    self.facts = facts
    self.sections = sections
    self.notes = notes
    self.branding = branding
  }

  /// A label and what stands against it: *As at*, 31 December 2025.
  public struct Fact: Sendable, Hashable {
    public var label: String
    public var value: Value

    public init(_ label: String, _ value: Value) {
      self.label = label
      self.value = value
    }
  }

  /// An explanation that tables refer to as `[note 1]`.
  public struct Note: Sendable, Hashable {
    public var text: String
    public init(_ text: String) { self.text = text }
  }

  /// Every table of the document, in reading order.
  public var tables: [Table] { sections.flatMap(\.allTables) }
}

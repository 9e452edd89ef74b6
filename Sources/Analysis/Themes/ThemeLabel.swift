public import QAModel

/// A theme and which way it is spoken of; the theme by its position in the taxonomy.
public struct ThemeLabel: Hashable, Sendable {
  public var theme: Int
  public var polarity: Polarity

  public init(theme: Int, polarity: Polarity) {
    self.theme = theme
    self.polarity = polarity
  }
}

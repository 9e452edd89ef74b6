/// What an authority gives its reports of its own: a logo, a colour and words for the cover.
public struct Branding: Sendable, Hashable {
  public var logo: Logo?
  /// The colour of rules, links and titles. Read on white and on the page's tint with at least 4.5 to 1.
  public var accent: Colour?
  /// Lines under the title, as `For the departmental leadership team, 21 January 2026`.
  public var cover: [String]

  public init(logo: Logo? = nil, accent: Colour? = nil, cover: [String] = []) {
    self.logo = logo
    self.accent = accent
    self.cover = cover
  }
}

/// A picture that was looked through: it holds nothing but the picture, and loads nothing.
public struct Logo: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case png, svg
  }

  public var kind: Kind
  public var bytes: [UInt8]
  /// In pixels, or in the drawing's own units; more than 0.
  public var width: Double
  public var height: Double

  public init(kind: Kind, bytes: [UInt8], width: Double, height: Double) {
    self.kind = kind
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}

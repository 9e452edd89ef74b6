import QAModel

/// What an authority gives the page of its own: its logo, its lines under the title, its colour.
enum Masthead {
  /// Higher, a logo would push the report down.
  private static let logoHeight = 56.0
  private static let logoWidth = 240.0

  /// The logo within the page. A picture that is an image's source runs nothing and loads nothing.
  static func logo(_ logo: Logo?, of organisation: String) -> Markup {
    guard let logo else { return Markup() }
    let scale = min(logoHeight / logo.height, logoWidth / logo.width)
    let type: Markup = logo.kind == .png ? "png" : "svg+xml"
    return """
      <p class="logo"><img alt="\(organisation)" width="\(max(1, Int(logo.width * scale)))" \
      height="\(max(1, Int(logo.height * scale)))" src="data:image/\(type);base64,\(Base64.encode(logo.bytes))"></p>
      """
  }

  static func cover(_ lines: [String]) -> Markup {
    var markup = Markup()
    for line in lines { markup += "<p class=\"cover\">\(line)</p>\n" }
    return markup
  }

  /// The rules that set the authority's colour, and on a dark page a tint of it that is read there.
  static func rules(_ accent: Colour?) -> String {
    guard let accent else { return "" }
    let tint = accent.lightened(toContrast: 7, on: darkTint)
    return """
      :root{--accent:\(accent.hex);--focus:\(accent.hex)}
      @media screen and (prefers-color-scheme:dark){:root{--accent:\(tint.hex);--focus:\(tint.hex)}}

      """
  }

  /// `--tint` of a dark page in `templates/html/style.css`.
  private static let darkTint = Colour(red: 0x1D, green: 0x24, blue: 0x2B)
}

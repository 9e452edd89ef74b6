import QAModel

/// Reads `branding` of `qareport.yaml`: logo, accent and cover.
struct BrandingDecoder {
  /// The workspace's folder, absolute.
  let folder: String
  let faults: ConfigurationFaults

  static let keys = ["logo", "accent", "cover"]

  /// Cover lines that a first page has room for.
  private static let mostLines = 6
  /// The tint behind the first section, on which links must be read too: `--tint` of `templates/html/style.css`.
  private static let tint = Colour(red: 0xF1, green: 0xF5, blue: 0xF9)
  /// WCAG 2.2, 1.4.3.
  private static let leastContrast = 4.5

  /// What the key says, and the logo's file for the manifest. Nothing where the key is not there.
  func decode(_ node: ConfigurationNode?) -> (Branding, Workspace.ConfigurationFile?) {
    guard let node,
      let section = ConfigurationSection(node, title: "branding", keys: Self.keys, faults: faults)
    else { return (Branding(), nil) }
    var branding = Branding()
    var file: Workspace.ConfigurationFile?
    branding.accent = section["accent"].flatMap(accent)
    branding.cover = section["cover"].map(cover) ?? []
    if let node = section["logo"] { (branding.logo, file) = logo(node) }
    return (branding, file)
  }

  private func accent(_ node: ConfigurationNode) -> Colour? {
    guard let text = node.text("accent", faults) else { return nil }
    guard let colour = Colour(hex: text) else {
      faults.error(
        "colour", at: node.location, "accent is \(text.quoted), which is no colour",
        suggestion: "Write it as six hexadecimal digits in quotes: accent: \"#12436D\".")
      return nil
    }
    let contrast = colour.contrast(with: Self.tint)
    guard contrast >= Self.leastContrast else {
      faults.error(
        "colour", at: node.location,
        "accent is \(colour.hex), which is too pale to be read: its contrast with the page is \(Rounding.decimal(contrast, places: 1)) to 1",
        because: "Links and titles are written in it; they need 4.5 to 1.",
        suggestion: "Take a darker shade of the colour.")
      return nil
    }
    return colour
  }

  private func cover(_ node: ConfigurationNode) -> [String] {
    let lines = node.texts("cover", faults) ?? []
    guard lines.count <= Self.mostLines, lines.allSatisfy({ $0.count <= 300 }) else {
      faults.error(
        "limit", at: node.location, "cover has more than \(Self.mostLines) lines, or one of over 300 letters",
        suggestion: "Put longer words into narrative/summary.md.")
      return []
    }
    return lines
  }

  private func logo(_ node: ConfigurationNode) -> (Logo?, Workspace.ConfigurationFile?) {
    guard let path = node.text("logo", faults) else { return (nil, nil) }
    guard WorkspacePath.isInside(path) else {
      WorkspacePath.refuse("logo", path, at: node.location, below: "the workspace", faults: faults)
      return (nil, nil)
    }
    switch ConfigurationText.read("\(folder)/\(path)") {
    case .absent:
      faults.error(
        "logo.missing", at: node.location, "there is no file \(path.quoted)",
        suggestion: "Write its path from the workspace on.")
    case .refused(let reason):
      faults.error("logo.unreadable", at: node.location, "the logo \(path.quoted) \(reason)")
    case .bytes(let bytes):
      do throws(LogoReader.Refusal) {
        let logo = try LogoReader.read(bytes)
        return (logo, Workspace.ConfigurationFile(path: path, sha256: SHA256.hex(of: bytes)))
      } catch {
        faults.error(
          "logo.refused", at: node.location, "the logo \(path.quoted) \(error.reason)",
          suggestion: error.suggestion)
      }
    }
    return (nil, nil)
  }
}

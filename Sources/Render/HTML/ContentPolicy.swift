import QAModel

/// The page's content security policy: nothing is loaded, and of styles and scripts only those within the page count,
/// each named by its SHA-256 (Content Security Policy Level 3, 2.3.1). Whatever markup got into the page by mistake could
/// neither run nor load anything.
enum ContentPolicy {
  /// The element that stands in the page's head, for the page as it is but for the element itself.
  static func element(for page: [UInt8]) -> Markup {
    var policy = "default-src 'none'; img-src data:"
    let styles = hashes(of: "style", in: page)
    if !styles.isEmpty { policy += "; style-src " + styles.joined(separator: " ") }
    let scripts = hashes(of: "script", in: page)
    if !scripts.isEmpty { policy += "; script-src " + scripts.joined(separator: " ") }
    policy += "; base-uri 'none'; form-action 'none'"
    return Markup(trusted: "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
  }

  /// The hash of what stands in each element of that name. A style or script holds no end tag but its own.
  private static func hashes(of name: String, in page: [UInt8]) -> [String] {
    let (open, close) = (Array("<\(name)>".utf8), Array("</\(name)>".utf8))
    var hashes: [String] = []
    var rest = page[...]
    while let start = rest.firstRange(of: open), let end = rest[start.upperBound...].firstRange(of: close) {
      hashes.append("'sha256-\(Base64.encode(SHA256.digest(of: rest[start.upperBound..<end.lowerBound])))'")
      rest = rest[end.upperBound...]
    }
    return hashes
  }
}

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
    var place = 0
    while let start = find(open, in: page, from: place),
      let end = find(close, in: page, from: start + open.count)
    {
      hashes.append("'sha256-\(Base64.encode(SHA256.digest(of: page[start + open.count..<end])))'")
      place = end + close.count
    }
    return hashes
  }

  /// Where a tag next stands. The library's own search of a collection takes a tenth of a report's time.
  private static func find(_ tag: [UInt8], in page: [UInt8], from start: Int) -> Int? {
    page.withUnsafeBufferPointer { page in
      var place = start
      while place + tag.count <= page.count {
        if page[place] == tag[0], tag.indices.allSatisfy({ page[place + $0] == tag[$0] }) { return place }
        place += 1
      }
      return nil
    }
  }
}

/// Names made fit for identifiers, links and file names: lower-case ASCII letters, digits and single hyphens.
public enum Slug {
  public static func make(_ name: String) -> String {
    if let slug = makeOfASCII(name) { return slug }
    var slug = ""
    var pendingHyphen = false
    for scalar in name.unicodeScalars {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      if lower.isASCII, ("a"..."z").contains(lower) || ("0"..."9").contains(lower) {
        if pendingHyphen, !slug.isEmpty { slug.append("-") }
        slug.unicodeScalars.append(lower)
        pendingHyphen = false
      } else if scalar != "'" && scalar != "\u{2019}" {
        pendingHyphen = true
      }
    }
    return slug.isEmpty ? "unnamed" : slug
  }

  /// The same without looking each letter up: nearly every name is ASCII, and every figure has a slug of several.
  private static func makeOfASCII(_ name: String) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(name.utf8.count)
    var pendingHyphen = false
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if pendingHyphen, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
        // In ASCII a letter's case is one bit, which digits have set already.
        slug.append(byte | 0x20)
        pendingHyphen = false
      case UInt8(ascii: "'"): break
      case 0..<0x80: pendingHyphen = true
      default: return nil
      }
    }
    return slug.isEmpty ? "unnamed" : String(decoding: slug, as: UTF8.self)
  }

  /// A slug for each name, told apart by `-2`, `-3` … where names come out equal. Stable for the same list.
  public static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let base = make(name)
      var slug = base
      var number = 2
      while !taken.insert(slug).inserted {
        slug = "\(base)-\(number)"
        number += 1
      }
      return slug
    }
  }
}

/// Names made fit for identifiers, links and file names: lower-case ASCII letters, digits and single hyphens.
public enum Slug {
  public static func make(_ name: String) -> String {
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

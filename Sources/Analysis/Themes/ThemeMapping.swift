public import QAModel

/// Where a framework speaks of a theme: themes name practice areas and domains in the words of several frameworks, and
/// those that this one has are meant.
extension ThemeTaxonomy {
  /// Positions in `Framework.practiceAreas`, in the framework's order.
  public func practiceAreas(of theme: Int, in framework: Framework) -> [Int] {
    let named = Set(themes[theme].practiceAreas.map(Slug.make))
    return framework.practiceAreas.indices.filter {
      named.contains(Slug.make(framework.practiceAreas[$0].name))
    }
  }

  /// Positions in `Framework.domains`, in the framework's order; a domain is also known by its synonyms.
  public func domains(of theme: Int, in framework: Framework) -> [Int] {
    let named = Set(themes[theme].practiceAreas.map(Slug.make))
    return framework.domains.indices.filter { domain in
      let term = framework.domains[domain]
      return ([term.name] + term.synonyms).contains { named.contains(Slug.make($0)) }
    }
  }
}

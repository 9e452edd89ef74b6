/// Everything that reading comments needs to know: what to sort them by, how the language judges, and what must not
/// leave them. Made from the files of a `themes` folder.
public struct ThemeRules: Sendable {
  public var taxonomy: ThemeTaxonomy
  public var language: PolarityLexicon
  public var redaction: RedactionRules
  public var words: WordList

  public init(
    taxonomy: ThemeTaxonomy, language: PolarityLexicon, redaction: RedactionRules, words: WordList
  ) {
    self.taxonomy = taxonomy
    self.language = language
    self.redaction = redaction
    self.words = words
  }
}

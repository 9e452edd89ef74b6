import Ingest
import QAModel

/// The files of `templates/themes` that a run uses.
struct ThemeFiles {
  var taxonomy: ThemeTaxonomy
  var language: PolarityLexicon
  var redaction: RedactionRules
  var words: WordList

  /// - Parameter taxonomy: The taxonomy's path. The other files are taken from its folder, or from the templates'
  ///   folder where it has none.
  static func load(taxonomy: String, templates: String) throws -> ThemeFiles {
    let folder = taxonomy.lastIndex(of: "/").map { String(taxonomy[..<$0]) } ?? "."
    func path(_ name: String) -> String {
      let beside = "\(folder)/\(name)"
      return (try? WholeFile.bytes(beside)) != nil ? beside : "\(templates)/\(name)"
    }
    var taxonomyReader = ThemeFileReader(file: taxonomy)
    let languagePath = path("english.yaml")
    var languageReader = ThemeFileReader(file: languagePath)
    let redactionPath = path("redaction.yaml")
    var redactionReader = ThemeFileReader(file: redactionPath)
    return ThemeFiles(
      taxonomy: try taxonomyReader.taxonomy(from: WholeFile.text(taxonomy)),
      language: try languageReader.language(from: WholeFile.text(languagePath)),
      redaction: try redactionReader.redaction(from: WholeFile.text(redactionPath)),
      words: WordList(bytes: try WholeFile.bytes(path("words-en.txt"))))
  }
}

import Ingest
import QAModel

/// Finds and reads the files of a `themes` folder.
struct ThemeFiles {
  /// The folders to look in, the first that has a file giving it.
  let folders: [String]
  static let taxonomy = "childrens-services.yaml"

  /// The workspace's own `themes`, then those of the templates' folders.
  init(workspace: String, templates: Templates) {
    folders = [workspace + "/themes"] + templates.folders.map { $0 + "/themes" }
  }

  /// - Parameter taxonomy: the path of a taxonomy to use instead; its folder then goes before the others.
  func load(taxonomy: String? = nil) throws -> ThemeRules { try read(taxonomy: taxonomy).rules }

  /// The rules, and name and hash of the files they were read from, for a manifest.
  func read(taxonomy: String? = nil) throws -> (rules: ThemeRules, files: [(String, String)]) {
    var files: [(String, String)] = []
    let own: String? = taxonomy.map { path in path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
    let folders = (own.map { [$0] } ?? []) + self.folders
    func bytes(_ name: String) throws -> (path: String, bytes: [UInt8]) {
      for folder in folders {
        if let bytes = try Templates.contents(name, in: folder) {
          files.append(("themes/" + name, SHA256.hex(of: bytes)))
          return (folder + "/" + name, bytes)
        }
      }
      throw TemplateError.missing("themes/" + name, folders)
    }
    func text(_ name: String) throws -> (path: String, text: String) {
      let file = try bytes(name)
      return (file.path, String(decoding: file.bytes, as: UTF8.self))
    }
    let themes: (path: String, text: String)
    if let taxonomy {
      let name = taxonomy.split(separator: "/").last.map(String.init) ?? ""
      guard let bytes = try Templates.contents(name, in: own ?? ".") else {
        throw TemplateError.missing(taxonomy, ["."])
      }
      themes = (taxonomy, String(decoding: bytes, as: UTF8.self))
    } else {
      themes = try text(Self.taxonomy)
    }
    let language = try text("english.yaml")
    let redaction = try text("redaction.yaml")
    var readers = [themes, language, redaction].map { ThemeFileReader(file: $0.path) }
    let rules = ThemeRules(
      taxonomy: try readers[0].taxonomy(from: themes.text),
      language: try readers[1].language(from: language.text),
      redaction: try readers[2].redaction(from: redaction.text),
      words: WordList(bytes: try bytes("words-en.txt").bytes))
    return (rules, files)
  }
}

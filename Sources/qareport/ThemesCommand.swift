import Analysis
import ArgumentParser
import Ingest
import QAModel

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "themes")
  @Argument var file: String?
  @Option var predictions: String?
  @Option var dump: String?
  @Option var taxonomy: String = "templates/themes/childrens-services.yaml"
  func run() throws {
    var r1 = ThemeFileReader(file: taxonomy)
    var r2 = ThemeFileReader(file: "english.yaml")
    do {
      let t = try r1.taxonomy(from: TemplateFile.text(taxonomy))
      let l = try r2.language(from: TemplateFile.text("templates/themes/english.yaml"))
      var engine = ThemeEngine(taxonomy: t, language: l)
      let f = try CommentsFile(path: file!)
      var out = "id,theme,polarity\n"
      for row in f.rows {
        let o = engine.origin(source: row[f.column("source")!], service: row[f.column("service")!])
        for x in engine.findings(in: row[f.column("text")!], from: o) {
          out += "\(row[0]),\(t.themes[x.theme].id),\(x.polarity.name)\n"
        }
      }
      try TemplateFile.write(out, to: predictions!)
      if let dump {
        var out = ""
        for row in f.rows {
          let o = engine.origin(source: row[f.column("source")!], service: row[f.column("service")!])
          for x in engine.findings(in: row[f.column("text")!], from: o) {
            for h in x.hits { out += "\(row[0])\t\(t.themes[x.theme].id)\t\(h.pattern)\t\(h.polarity.name)\t\(t.patterns[h.pattern].weight)\t\(t.patterns[h.pattern].line)\t\(t.patterns[h.pattern].phrase.written)\n" }
          }
        }
        try TemplateFile.write(out, to: dump)
      }
    } catch let failure as ThemeFileReader.Failure {
      for d in failure.diagnostics { print(d.location.file, d.location.line ?? 0, d.summary, d.suggestion ?? "") }
    }
  }
}

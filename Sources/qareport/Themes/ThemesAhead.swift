import Analysis
import QAModel

/// The themes, read and made ready on another thread while the exports are read.
struct ThemesAhead {
  struct Ready: Sendable {
    let rules: ThemeRules
    /// Name and hash of the files they were read from.
    let files: [(String, String)]
    let engine: ThemeEngine
  }

  private let work: Background<Result<Ready, any Error>>

  init(_ files: ThemeFiles) {
    work = Background {
      Result {
        let (rules, files) = try files.read()
        return Ready(
          rules: rules, files: files,
          engine: ThemeEngine(taxonomy: rules.taxonomy, language: rules.language))
      }
    }
  }

  /// Waits for them. What is wrong with the files is told here.
  func value() throws -> Ready { try work.value().get() }
}

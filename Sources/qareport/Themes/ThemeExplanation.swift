import Analysis
import QAModel

/// What matched in a comment and why, for reading. Every quoted word is redacted first.
enum ThemeExplanation {
  static func lines(for comment: Comment, engine: inout ThemeEngine, redactor: Redactor) -> String {
    let origin = engine.origin(source: comment.source, service: comment.service)
    let findings = engine.findings(in: comment.text, from: origin)
    var lines = "\(comment.id): \(redactor.redact(comment.text).text)\n"
    if findings.isEmpty { lines += "  no theme\n" }
    for finding in findings {
      let theme = engine.taxonomy.themes[finding.theme]
      lines += "  \(theme.id): \(finding.polarity.name) (weight \(Decimals.short(finding.weight)), "
      lines += "counts from \(Decimals.short(theme.threshold)))\n"
      for hit in finding.hits {
        let pattern = engine.taxonomy.patterns[hit.pattern]
        lines += "    “\(quote(hit.bytes, of: comment.text, redactor))” by line \(pattern.line): "
        lines += "\(pattern.phrase.written), weight \(Decimals.short(pattern.weight))\n"
        lines += "      \(hit.polarity.name): \(hit.rule.rawValue); clause \(hit.clause + 1): "
        lines += "“\(quote(hit.clauseBytes, of: comment.text, redactor))”\n"
      }
      lines += words(of: finding, taxonomy: engine.taxonomy)
    }
    return lines
  }

  /// What was learnt of the comment's words, the strongest first.
  private static func words(of finding: ThemeFinding, taxonomy: ThemeTaxonomy) -> String {
    let words = finding.words.prefix(8).compactMap { place -> String? in
      guard let word = taxonomy.learnt?.words[place], let weight = word.weights[finding.theme] else {
        return nil
      }
      return "\(word.phrase.written) \(weight < 0 ? "−" : "+")\(Decimals.short(abs(weight)))"
    }
    return words.isEmpty ? "" : "    words that were learnt: \(words.joined(separator: ", "))\n"
  }

  private static func quote(_ range: Range<Int>, of text: String, _ redactor: Redactor) -> String {
    redactor.redact(String(decoding: Array(text.utf8)[range], as: UTF8.self)).text
  }
}

/// An evaluation as a table for reading.
enum EvaluationText {
  static func lines(for evaluation: ThemeEvaluation, themes: [ThemeTaxonomy.Theme]) -> String {
    let themeF1 = Decimals.short(evaluation.themes.f1)
    var lines = "comments \(evaluation.comments)\n"
    lines += "themes: precision \(Decimals.short(evaluation.themes.precision)), "
    lines += "recall \(Decimals.short(evaluation.themes.recall)), micro F1 \(themeF1), "
    lines += "macro F1 \(Decimals.short(evaluation.macroF1))\n"
    lines += "themes with polarity: micro F1 \(Decimals.short(evaluation.themesWithPolarity.f1))\n"
    lines += "polarity of themes rightly found: \(Decimals.short(evaluation.polarityAccuracy)) "
    lines += "(\(evaluation.foundWithPolarity) of \(evaluation.found))\n"
    lines += "comments without a theme given one: \(evaluation.falseAlarms) of \(evaluation.unlabelled)\n"
    lines += "mixed comments exactly right: \(evaluation.mixedExact) of \(evaluation.mixed)\n"
    for (theme, tally) in zip(themes, evaluation.byTheme) where tally.right + tally.extra + tally.missed > 0 {
      let padding = String(repeating: " ", count: max(1, 16 - theme.id.count))
      lines += "\(theme.id)\(padding)F1 \(Decimals.short(tally.f1))  right \(tally.right)  "
      lines += "extra \(tally.extra)  missed \(tally.missed)\n"
    }
    return lines
  }
}

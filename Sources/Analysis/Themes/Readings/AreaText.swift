import QAModel

/// What was written about an area of practice by those who speak to one strand: auditors, observers and reviewers of its
/// quality, children, families and those who complain of its outcome.
///
/// Listed beside a strand's sources and never read with them: a form that asks for strengths and for areas for
/// development, and a complaint, say which way they speak before anybody writes, so the share of strengths among them is
/// no share of practice.
struct AreaText: Sendable, Hashable {
  /// Position in `Framework.practiceAreas`.
  let area: Int
  let strand: Strand
  /// Records of the period that tell one of the area's themes, and of them as a strength and as a worry.
  let records: Int
  let strengths: Int
  let concerns: Int
  /// Who speaks.
  let kinds: [CommentSource.Kind]

  /// Those with any record, by area and strand.
  static func all(_ readings: CommentReadings, _ index: PeriodIndex, _ framework: Framework) -> [AreaText] {
    framework.practiceAreas.enumerated().flatMap { position, area in
      let slug = Slug.make(area.name)
      let themes = Set(
        readings.taxonomy.themes.indices.filter { theme in
          readings.taxonomy.themes[theme].practiceAreas.contains { Slug.make($0) == slug }
        })
      return [Strand.quality, .outcome].compactMap { strand -> AreaText? in
        themes.isEmpty ? nil : text(of: themes, strand, position, readings, index)
      }
    }
  }

  private static func text(
    of themes: Set<Int>, _ strand: Strand, _ area: Int, _ readings: CommentReadings, _ index: PeriodIndex
  ) -> AreaText? {
    var (records, strengths, concerns) = (0, 0, 0)
    var kinds: Set<CommentSource.Kind> = []
    for record in readings.records where index.position(happened: record.date) == 0 {
      let speaking = record.comments.map { readings.comments[$0] }.filter { $0.source.kind.strand == strand }
      let told = speaking.flatMap(\.findings).filter { themes.contains($0.theme) }.map(\.polarity)
      guard !told.isEmpty else { continue }
      records += 1
      if told.contains(.strength) { strengths += 1 }
      if told.contains(.concern) { concerns += 1 }
      kinds.formUnion(speaking.map(\.source.kind))
    }
    guard records > 0 else { return nil }
    return AreaText(
      area: area, strand: strand, records: records, strengths: strengths, concerns: concerns,
      kinds: CommentSource.Kind.allCases.filter(kinds.contains))
  }
}

extension CommentSource.Kind {
  /// What this kind of writer can speak to; `nil` of staff, partners, actions and notes, who speak to neither.
  var strand: Strand? {
    switch self {
    case .audit, .dipSample, .observation, .supervisionAudit: .quality
    case .complaint, .compliment, .representation, .childFeedback, .familyFeedback: .outcome
    case .staffFeedback, .partnerFeedback, .feedback, .action, .activity: nil
    }
  }
}

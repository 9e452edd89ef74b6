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
    let current = readings.records.indices.filter { index.position(happened: readings.records[$0].date) == 0 }
    return framework.practiceAreas.enumerated().flatMap { position, area in
      let slug = Slug.make(area.name)
      let themes = readings.taxonomy.themes.map { $0.practiceAreas.contains { Slug.make($0) == slug } }
      return [Strand.quality, .outcome].compactMap { strand -> AreaText? in
        themes.contains(true) ? text(of: themes, strand, position, readings, current) : nil
      }
    }
  }

  /// - Parameters:
  ///   - themes: of each theme whether it is the area's.
  ///   - current: the records of the period.
  private static func text(
    of themes: [Bool], _ strand: Strand, _ area: Int, _ readings: CommentReadings, _ current: [Int]
  ) -> AreaText? {
    var (records, strengths, concerns) = (0, 0, 0)
    var kinds: Set<CommentSource.Kind> = []
    for record in current {
      var (told, strength, concern) = (false, false, false)
      for place in readings.records[record].comments
      where readings.comments[place].source.kind.strand == strand {
        for finding in readings.findings(of: readings.comments[place]) where themes[finding.theme] {
          told = true
          strength = strength || finding.polarity == .strength
          concern = concern || finding.polarity == .concern
        }
      }
      guard told else { continue }
      records += 1
      if strength { strengths += 1 }
      if concern { concerns += 1 }
      for place in readings.records[record].comments {
        let kind = readings.comments[place].source.kind
        if kind.strand == strand { kinds.insert(kind) }
      }
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

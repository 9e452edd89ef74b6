import QAModel

extension TableSource where Table == DipSampleTable {
  /// Dip samples, a row a child and standard, or a column a standard.
  static func dipSamples(_ framework: Framework) -> TableSource {
    let standards = Set(
      framework.standards.flatMap { [$0.name] + $0.synonyms }.map(HeaderVocabulary.key))
    return TableSource(
      kind: .dipSamples, columns: dipSampleColumns, table: \.dipSamples, empty: DipSampleTable(),
      origin: \.origin,
      key: { table, row in
        guard let id = table.id[row], let standard = table.standard[row] else { return nil }
        return RecordKey(first: id, second: standard)
      },
      variants: Variants(
        recognise: { header in
          let name = Cell.trimmed(header)
          if let colon = name.firstIndex(of: ":"), Fold.letters(String(name[..<colon])) == "standard" {
            let standard = Cell.trimmed(String(name[name.index(after: colon)...]))
            return standard.isEmpty ? nil : standard
          }
          return standards.contains(HeaderVocabulary.key(name)) ? name : nil
        }, headerColumn: "standard", cellColumn: "response"))
  }

  private static var dipSampleColumns: [ColumnSpec<DipSampleTable>] {
    [
      .id("sample_id", \.id, \.records, ["sample_ref", "sample_reference", "dip_sample_id", "sample_number"])
        .needed(),
      .date("sample_date", \.date, ["date_of_sample", "date_sampled", "sampled_on", "date"]).needed()
        .costingTheRow(),
      .name("topic", \.topic, \.words, ["sample_topic", "dip_sample_topic"]),
      .id(
        "child_id", \.child, \.children,
        [
          "lcs_number", "lcs_id", "child_unique_id", "child_reference", "case_id", "case_number", "client_id",
          "mosaic_id", "person_id",
        ]),
      .service(\.service).expected(),
      .name("team", \.team, \.teams, ["team_name"]),
      .levelOfNeed(\.levelOfNeed),
      .name("reviewer", \.reviewer, \.people, ["reviewed_by", "sampled_by", "sampler", "auditor"]),
      .name("standard", \.standard, \.standards, ["practice_standard", "question", "criterion", "criteria"])
        .needed(),
      .answer("response", \.response, ["met", "answer", "standard_met", "is_met", "result", "compliant"])
        .expected().costingTheRow(),
      .answer("identity_considered", \.identityConsidered, ["identity", "diversity_considered"]),
      .text("comment", \.comment, ["comments", "notes", "reviewer_comment"]),
    ]
  }
}

import QAModel

/// What to look into next: the readings that leave a question open, and the sample or audit that would answer it.
enum EnquirySection: SectionComposer {
  static let most = 15

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let worries = context.worries()
    guard !worries.isEmpty else { return nil }
    let table = Table(
      id: "lines-of-enquiry", title: "Next lines of enquiry, \(context.period.short)",
      source:
        "Joint readings that are a concern or in which the strands say different things, concerns first, then by the number of records",
      columns: [
        Table.Column("Service"), Table.Column("Area of practice"), Table.Column("Reading"),
        Table.Column("Records", .count), Table.Column("What would answer it"),
      ],
      rows: worries.prefix(most).map { finding in
        [
          .text(context.serviceName(finding.reading.service)), .text(finding.areaName),
          Cell(
            .text(Wording.sentenceCase(finding.reading.joint.rawValue)), figure: finding.figure,
            tone: finding.reading.joint.tone), Cell(.count(finding.reading.n)), .text(finding.enquiry),
        ]
      }, totalRows: worries.count > most ? worries.count : nil)
    return Section(
      id: "lines-of-enquiry-section", title: "Next lines of enquiry",
      blocks: [
        .paragraph(
          Paragraph([
            "\(Wording.counted(worries.count, "reading leaves", "readings leave")) a question that other work could answer."
          ])), .table(table),
      ])
  }
}

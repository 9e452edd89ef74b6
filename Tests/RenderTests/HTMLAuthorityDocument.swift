import QAModel

/// A report of the size of a real one: so many services over so many quarters, each with its page, run charts and
/// sentences that cite their figures. The figures are made by a rule, not at random.
enum AuthorityDocument {
  static func make(services count: Int, quarters: Int) -> ReportDocument {
    let names = services.prefix(count)
    let measures = (1...12).map { "Practice standard \($0): \(standards[$0 % standards.count])" }
    var sections: [Section] = [
      Section(
        id: "children-at-risk-now", title: "Children at risk now", role: .alert,
        blocks: [
          .paragraph(
            Paragraph([
              Sentence([
                .text("No immediate concern is without a date and no inadequate audit without a review.")
              ])
            ]))
        ]),
      Section(
        id: "summary", title: "Summary", role: .summary,
        sections: ["What we know", "How we know it", "What we will do"].map { title in
          Section(
            id: Slug.make(title), title: title,
            blocks: [
              .list(
                names.prefix(3).map { name in
                  Paragraph([
                    Sentence(
                      [
                        .strong("\(name): "), .value(.count(15)), .text(" of "), .value(.count(18)),
                        .text(" audits were Good or better ("), .value(.share(15, of: 18)), .text(")."),
                      ], cites: [figure("audits-good-or-better", name, quarters - 1)]),
                    Sentence([.text("Last quarter 12 of 17. That is not enough to call a change.")]),
                  ])
                })
            ])
        }),
    ]
    let periods = (0..<quarters).map { "Q\($0 % 4 + 1) \(2024 + $0 / 4)-\(25 + $0 / 4)" }
    for (number, measure) in measures.enumerated() {
      let table = Table(
        id: "standard-\(number + 1)", title: "\(measure), by service and quarter",
        source: "Dip samples of the quarter", notes: [0],
        columns: [.init("Service")]
          + periods.flatMap { [.init("\($0) met", .percentage), .init("\($0) records", .count)] },
        rows: names.enumerated().map { row, name in
          [.text(name)]
            + (0..<quarters).flatMap { quarter -> [Cell] in
              let whole = 12 + (row * 7 + quarter * 5 + number) % 40
              let part = whole * (40 + (row * 13 + quarter * 3 + number * 11) % 60) / 100
              return [
                Cell(.share(part, of: whole), figure: figure("dip-met-\(number)", name, quarter)),
                Cell(.count(whole), figure: figure("dip-records-\(number)", name, quarter)),
              ]
            }
        })
      sections.append(
        Section(
          id: "section-\(number + 1)", title: measure,
          blocks: [
            .paragraph(
              Paragraph([
                Sentence(
                  [.text("The standard was met most often in "), .strong(names[0]), .text(".")],
                  cites: [figure("dip-met-\(number)", names[0], 0)])
              ])),
            .chart(
              Chart(
                id: "chart-\(number + 1)", title: "\(measure), latest quarter", kind: .bars, table: table.id,
                series: [quarters * 2 - 1], valueTitle: "Standard met, percentage of records",
                categoryTitle: "Service",
                alternativeText: "Bar chart with a bar a service for standard \(number + 1).",
                caption: Sentence([.text("Services differ in how often standard \(number + 1) was met.")]))),
            .table(table),
          ]))
    }
    sections.append(monthly)
    for name in names { sections.append(page(of: name, quarters: quarters)) }
    return ReportDocument(
      title: "Quarterly quality assurance report", subtitle: "Quarter 3, October to December 2025",
      organisation: "Invented Council", audience: .internal, marking: "OFFICIAL-SENSITIVE",
      asAt: CalendarDate(year: 2025, month: 12, day: 31)!,
      facts: [
        .init("For", .text("Departmental Leadership Team, 21 January 2026")), .init("Audits", .count(126)),
      ],
      sections: sections, notes: [.init("Random selection only.")])
  }

  /// Two years of months with what varies around its mean, as a run chart draws it.
  private static var monthly: Section {
    let months = (0..<24).compactMap { Period.month($0 % 12 + 1, year: 2024 + $0 / 12) }
    let table = Table(
      id: "assessments-in-time", title: "Assessments completed within 45 working days, by month",
      source: "Performance export", notes: [0],
      columns: [
        .init("Month"), .init("Completed in time", .percentage), .init("Mean", .percentage),
        .init("England", .percentage), .init("Signal"),
      ],
      rows: months.enumerated().map { number, month in
        [
          .text(month.short),
          number == 9
            ? Cell(.notAvailable) : Cell(.share(82 - number * 5 % 7 - (number > 16 ? 12 : 0), of: 100)),
          Cell(.proportion(0.764)), Cell(.proportion(0.83)),
          number > 16 ? Cell(.text("below the mean, a run of 7"), tone: .bad) : .text("none"),
        ]
      })
    return Section(
      id: "assessments", title: "Timeliness",
      blocks: [
        .chart(
          Chart(
            id: "assessments-chart", title: "Assessments within 45 working days", kind: .lines,
            table: table.id,
            series: [1, 2, 3], valueTitle: "Assessments completed within 45 working days",
            categoryTitle: "Month",
            alternativeText: "Line chart over 24 months: steady about 80 %, then a run below the mean.",
            caption: Sentence([
              .text("Timely assessments fell in June 2025 and have stayed below the mean since.")
            ]))),
        .table(table),
      ])
  }

  private static func page(of name: String, quarters: Int) -> Section {
    let id = "service-\(Slug.make(name))"
    let table = Table(
      id: id, title: "\(name): audits graded Good or better, by quarter", source: "Audits completed",
      columns: [
        .init("Quarter"), .init("Good or better", .percentage), .init("Likely from", .percentage),
        .init("Likely to", .percentage), .init("Audits", .count), .init("Reading"),
      ],
      rows: (0..<quarters).map { quarter in
        [
          .text("Q\(quarter % 4 + 1) \(2024 + quarter / 4)-\(25 + quarter / 4)"),
          Cell(.share(15 - quarter % 5, of: 18), figure: figure("audits-good-or-better", name, quarter)),
          Cell(.proportion(0.4)), Cell(.proportion(0.95)), Cell(.count(18)),
          Cell(
            .text(quarter.isMultiple(of: 2) ? "strength" : "mixed"),
            tone: quarter.isMultiple(of: 2) ? .good : .middling),
        ]
      })
    return Section(
      id: id, title: name, role: .servicePage,
      blocks: [
        .chart(
          Chart(
            id: id + "-chart", title: "\(name): Good or better over time", kind: .lines, table: id,
            series: [1],
            valueTitle: "Audits graded Good or better", categoryTitle: "Quarter",
            alternativeText: "Line chart over \(quarters) quarters, without a trend.",
            caption: Sentence([.text("No change can be claimed.")], cites: []))),
        .table(table),
      ],
      sections: ["What's working well", "What are we worried about", "Action needed"].map { title in
        Section(
          id: "\(id)-\(Slug.make(title))", title: title,
          blocks: [.list([Paragraph([Sentence([.text("No action recorded.")])])])])
      })
  }

  private static func figure(_ measure: String, _ service: String, _ quarter: Int) -> FigureID {
    FigureID("\(measure)--\(Slug.make(service))--quarter-\(quarter)")
  }

  private static let services = [
    "Early Help", "Assessment and Safeguarding", "Children in Care", "Care Leavers", "Fostering", "Adoption",
    "Children with Disabilities", "Youth Justice", "Front Door and MASH", "SEND & Inclusion", "Residential",
    "Edge of Care", "Independent Reviewing", "Virtual School", "Contextual Safeguarding", "Family Hubs",
  ]

  private static let standards = [
    "the child's voice is heard and shapes the plan", "visits are in time and purposeful",
    "supervision is regular and reflective", "the plan says who does what by when",
  ]
}

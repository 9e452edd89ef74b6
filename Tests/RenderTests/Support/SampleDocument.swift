import QAModel

/// A report with everything a report can hold: every kind of block, value, column, chart and section, and text
/// that a spreadsheet, a browser or a Markdown parser could mistake for more than text.
///
/// The figures are invented; they add up where a reader would add them.
enum SampleDocument {
  static func make() -> ReportDocument {
    ReportDocument(
      title: "Quarterly quality assurance report", subtitle: "Quarter 3, October to December 2025",
      organisation: "Sample Council", audience: .internal, marking: "OFFICIAL-SENSITIVE",
      asAt: day(2025, 12, 31),
      facts: [
        .init("Prepared for", .text("Departmental Leadership Team")),
        .init("As at", .date(day(2025, 12, 31))),
        .init("Audits completed", .count(1_240)), .init("Children dip-sampled", .count(58)),
        .init("Good or better", .share(15, of: 18)),
      ],
      sections: [
        atRisk, summary, activity, quality, indicators, earlyHelp, hostileNames, dataQuality, methods,
      ],
      notes: [
        .init("Random selection only. Targeted audits do not represent practice across the service."),
        .init("Intervals are 95 % Wilson score intervals."),
        .init("Sampling is not proportional to caseload: read each share as a share of audits."),
      ])
  }

  static let services = [
    "Early Help", "Assessment and Safeguarding", "Children in Care", "Care Leavers", "Fostering",
  ]

  /// Names as an export may hold them, and what each must read as: characters that are not seen are left out,
  /// white space is one space, everything else stays as it is.
  static let hostile: [(given: String, shown: String)] = [
    ("<script>alert('x')</script>", "<script>alert('x')</script>"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("@SUM(A1:A9)", "@SUM(A1:A9)"),
    ("-2+3 team", "-2+3 team"),
    ("North | South", "North | South"),
    ("`code` *bold* _under_ ~gone~ [link](x) ![i](y)", "`code` *bold* _under_ ~gone~ [link](x) ![i](y)"),
    ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
    ("www.example.org and @somebody", "www.example.org and @somebody"),
    ("Right\u{202E}tfel\u{202C} \u{200F}to\u{200E} left", "Righttfel to left"),
    ("Nul\u{0}bell\u{7}bom\u{FEFF}zero\u{200B}width", "Nulbellbomzerowidth"),
    ("Two\r\nlines\tand  spaces ", "Two lines and spaces"),
    ("Family 👩‍👩‍👧 and café naïve Ωmega 東京", "Family 👩‍👩‍👧 and café naïve Ωmega 東京"),
    ("Escaped &amp; and \\| and &#39;", "Escaped &amp; and \\| and &#39;"),
    ("# Not a heading", "# Not a heading"),
    ("1. Not a list", "1. Not a list"),
    (String(repeating: "W", count: 64), String(repeating: "W", count: 64)),
    (longName, longName),
  ]

  /// 300 characters.
  static let longName = String(
    String(repeating: "The team for children with a very long name and longer duties, ", count: 5).prefix(300)
  )

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day)!
  }

  // MARK: Sections

  private static var atRisk: Section {
    let table = Table(
      id: "at-risk-now", title: "Children at risk now: concerns and reviews not done, 31 December 2025",
      source: "Audits completed by 31 December 2025, any selection",
      columns: [
        .init("What"), .init("Record"), .init("Service"), .init("Due", .date), .init("Days overdue", .count),
        .init("Owner"),
      ],
      rows: [
        [
          Cell(.text("Immediate concern without a date"), tone: .bad), .text("A-1042"), .text("Early Help"),
          Cell(.date(day(2025, 10, 7))), Cell(.count(85), tone: .bad), .text("Team manager"),
        ],
        [
          Cell(.text("Inadequate audit without a review"), tone: .bad), .text("A-0997"),
          .text("Children in Care"), Cell(.notAvailable), Cell(.notAvailable), .text("no action recorded"),
        ],
        [
          Cell(.text("Action overdue"), tone: .middling), .text("ACT-17"), .text("Fostering"),
          Cell(.date(day(2025, 12, 1))), Cell(.count(30)), .text("Service manager"),
        ],
      ])
    return Section(
      id: "children-at-risk-now", title: "Children at risk now", role: .alert,
      blocks: [
        paragraph(
          strong("2"), said(" immediate concerns have no date; "), value(.count(29)),
          said(" actions are overdue.")),
        .list([
          Paragraph([sentence(said("1 inadequate audit has had no review."))]),
          Paragraph([sentence(said("The oldest concern is 85 days past its date."))]),
        ]),
        .table(table),
      ])
  }

  private static var summary: Section {
    let areas = ["Voice of the child", "Assessment", "Planning", "Management oversight"]
    let readings: [(String, Cell.Tone)] = [
      ("confirmed strength", .good), ("compliant but not yet making a difference", .middling),
      ("confirmed concern", .bad), ("not enough evidence", .unknown),
    ]
    let table = Table(
      id: "practice-areas", title: "What the evidence says together, by service and practice area, quarter 3",
      source: "All strands of evidence of the quarter", notes: [2],
      columns: [.init("Service")] + areas.map { .init($0) },
      rows: services.enumerated().map { row, service in
        [.text(service)]
          + areas.indices.map { column in
            let (word, tone) = readings[(row + column) % readings.count]
            return Cell(.text(word), tone: tone)
          }
      })
    return Section(
      id: "summary", title: "Summary",
      role: .summary,
      blocks: [
        paragraph(
          strong("Early Help practice is strong: "), value(.count(15)), said(" of "), value(.count(18)),
          said(" audits were Good or better ("), value(.share(15, of: 18)), said(", likely "),
          value(.proportion(0.6078)), said(" to "), value(.proportion(0.9416)),
          said("); last quarter 12 of 17. That is not enough to call a change.")),
        paragraph(
          said("Re-audits: "), value(.insufficient), said(". Escalations: "), value(.notAvailable), said(".")),
      ],
      sections: [
        Section(
          id: "what-we-know", title: "What we know",
          blocks: [
            .list([
              Paragraph([
                sentence(said("The child's voice is heard in "), value(.share(40, of: 58)), said("."))
              ]),
              Paragraph([
                sentence(said("Kappa is "), value(.number(0.62, places: 2)), said(".")),
                sentence(said("It was measured on "), value(.date(day(2025, 12, 1))), said(".")),
              ]),
            ]), .table(table),
          ]),
        Section(
          id: "what-we-will-do", title: "What we will do",
          blocks: [
            paragraph(
              said("Share the planning examples; audit direct work in "), strong("February 2026"), said("."))
          ]),
      ])
  }

  private static var activity: Section {
    let counts = [412, 388, 240, 120, 80]
    let table = Table(
      id: "audits-completed", title: "Audits completed by service, quarter 3 of 2025-26",
      source: "Audits completed in the quarter",
      columns: [
        .init("Service"), .init("Audits completed", .count), .init("Audits due", .count),
        .init("Last completed", .date),
      ],
      rows: zip(services, counts).enumerated().map { row, pair in
        [
          .text(pair.0),
          Cell(.count(pair.1), figure: FigureID("audits-completed--\(Slug.make(pair.0))--2025-26-q3")),
          row == 4 ? Cell(.notApplicable) : Cell(.count(pair.1 + 12)), Cell(.date(day(2025, 12, 3 + row))),
        ]
      } + [[.text("All services"), Cell(.count(1_240)), Cell(.count(1_300)), Cell(.date(day(2025, 12, 19)))]])
    let chart = Chart(
      id: "audits-completed-chart", title: "Audits completed by service", kind: .bars, table: table.id,
      series: [1],
      rows: [0, 1, 2, 3, 4], valueTitle: "Audits completed", categoryTitle: "Service",
      alternativeText:
        "Bar chart of audits completed in quarter 3, a bar a service. Early Help has most with 412, Fostering least with 80.",
      caption: sentence(said("Early Help completed most audits, Fostering fewest.")))
    return Section(
      id: "activity", title: "Activity against plan",
      blocks: [
        paragraph(value(.count(1_240)), said(" audits were completed.")), .chart(chart), .table(table),
      ])
  }

  private static var quality: Section {
    let profiles = [[2, 13, 2, 1], [4, 20, 9, 3], [1, 8, 9, 4], [0, 2, 1, 0], [3, 7, 2, 0]]
    let grades = ["Outstanding", "Good", "Requires improvement", "Inadequate"]
    let gradeTable = Table(
      id: "grades-by-service", title: "Audit grades by service, quarter 3 of 2025-26",
      source: "Audits completed in the quarter, random selection only", notes: [0],
      columns: [.init("Service")] + grades.map { .init($0, .count) } + [.init("All audits", .count)],
      rows: zip(services, profiles).map { service, profile in
        [.text(service)] + profile.map { Cell(.count($0)) } + [Cell(.count(profile.reduce(0, +)))]
      })
    let stacked = Chart(
      id: "grades-chart", title: "Audit grades by service", kind: .stackedBars, table: gradeTable.id,
      series: [1, 2, 3, 4], valueTitle: "Audits", categoryTitle: "Service",
      alternativeText:
        "Stacked bar chart of audit grades, a bar a service. Most audits of Early Help were Good; Children in Care has most graded Requires improvement beside its size.",
      caption: sentence(
        said("Good is the commonest grade in most services."),
        cites: [FigureID("audits-grade--all--grade-good--2025-26-q3")]))
    let shares: [(Int, Int, Double, Double)] = [
      (15, 18, 0.6078, 0.9416), (24, 36, 0.5031, 0.7979), (9, 22, 0.2326, 0.6127), (0, 0, 0, 0),
      (10, 12, 0.552, 0.953),
    ]
    let goodTable = Table(
      id: "good-or-better", title: "Audits graded Good or better by service, quarter 3 of 2025-26",
      source: "Audits completed in the quarter, random selection only", notes: [0, 1],
      columns: [
        .init("Service"), .init("Good or better", .percentage), .init("Likely from", .percentage),
        .init("Likely to", .percentage), .init("Audits", .count), .init("Reading"),
      ],
      rows: zip(services, shares).map { service, share in
        let (part, whole, lower, upper) = share
        guard whole > 0 else {
          return [
            .text(service), Cell(.insufficient), Cell(.insufficient), Cell(.insufficient), Cell(.count(3)),
            Cell(.text("not enough evidence"), tone: .unknown),
          ]
        }
        return [
          .text(service), Cell(.share(part, of: whole)), Cell(.proportion(lower)), Cell(.proportion(upper)),
          Cell(.count(whole)),
          part * 2 > whole ? Cell(.text("strength"), tone: .good) : Cell(.text("concern"), tone: .bad),
        ]
      })
    let dots = Chart(
      id: "good-chart", title: "Share of audits graded Good or better", kind: .dots, table: goodTable.id,
      series: [1], lower: 2, upper: 3, valueTitle: "Audits graded Good or better, percentage",
      categoryTitle: "Service",
      alternativeText:
        "A point a service with its 95 % interval. Early Help and Fostering are highest at 83 %, Children in Care lowest at 41 %; the intervals overlap. Care Leavers has too few audits to show.",
      caption: sentence(said("The intervals overlap, so the services cannot be ranked.")))
    return Section(
      id: "quality", title: "Quality of practice",
      blocks: [
        paragraph(said("Grades are ordinal: they are counted, "), strong("never averaged"), said(".")),
        .chart(stacked),
        .table(gradeTable), .chart(dots), .table(goodTable),
      ])
  }

  private static var indicators: Section {
    let percents: [(Double?, Double, Double)] = [
      (81.4, 84.25, 90), (82.05, 84.1, 90), (79.9, 83.9, 90), (nil, 83.5, 90), (66, 82.75, 90),
      (70.5, 82.5, 90),
    ]
    let quarters = ["Q2 2024-25", "Q3 2024-25", "Q4 2024-25", "Q1 2025-26", "Q2 2025-26", "Q3 2025-26"]
    let table = Table(
      id: "assessments-in-45-days", title: "Assessments completed within 45 days, by quarter",
      source: "Performance indicators of the workspace", notes: [1],
      columns: [
        .init("Quarter"), .init("Sample Council (%)", .number(places: 1)),
        .init("England (%)", .number(places: 1)),
        .init("Target (%)", .number(places: 1)), .init("Against target"),
      ],
      rows: zip(quarters, percents).map { quarter, percent in
        [
          .text(quarter), percent.0.map { Cell(.number($0, places: 1)) } ?? Cell(.suppressed),
          Cell(.number(percent.1, places: 1)), Cell(.number(percent.2, places: 1)),
          Cell(.text("below target"), tone: .middling),
        ]
      })
    let lines = Chart(
      id: "assessments-chart", title: "Assessments within 45 days fell in quarter 2", kind: .lines,
      table: table.id,
      series: [1, 2, 3], valueTitle: "Assessments within 45 days, %", categoryTitle: "Quarter",
      alternativeText:
        "Line chart over six quarters. The council fell from 81.4 % to 66.0 % and stands at 70.5 %; England stays near 83 %; the target is 90 %. One quarter is not shown.",
      caption: sentence(said("The council fell below England and has not come back.")))
    let mixed = Table(
      id: "signs", title: "Every sign that can stand for a value",
      source: "Invented",
      columns: [
        .init("Sign"), .init("Count", .count), .init("Share", .percentage),
        .init("Number", .number(places: 2)),
        .init("Date", .date), .init("Words"),
      ],
      rows: [
        [
          .text("a value"), Cell(.count(1_234_567)), Cell(.share(1, of: 200)),
          Cell(.number(-1_240.555, places: 2)), Cell(.date(day(2024, 2, 29))), .text("words"),
        ],
        [.text("suppressed")] + Array(repeating: Cell(.suppressed), count: 5),
        [.text("insufficient")] + Array(repeating: Cell(.insufficient), count: 5),
        [.text("not available")] + Array(repeating: Cell(.notAvailable), count: 5),
        [.text("not applicable")] + Array(repeating: Cell(.notApplicable), count: 5),
        [.text("rounds to zero")] + Array(repeating: Cell(.roundsToZero), count: 5),
        [
          .text("nothing of nothing"), Cell(.count(0)), Cell(.share(0, of: 0)), Cell(.number(0, places: 2)),
          Cell(.date(day(1900, 3, 1))), .text("share of none"),
        ],
      ])
    return Section(
      id: "indicators", title: "Performance indicators",
      blocks: [
        .table(table), .chart(lines), paragraph(said("Percentages are never averaged.")), .table(mixed),
      ])
  }

  private static var earlyHelp: Section {
    let table = Table(
      id: "early-help-activity", title: "Early Help: activity undertaken, quarter 3 of 2025-26",
      source: "Every export of the workspace, Early Help only",
      columns: [.init("Activity"), .init("Done", .count), .init("Due", .count)],
      rows: [
        [.text("Case audits"), Cell(.count(412)), Cell(.count(424))],
        [.text("Observations of practice"), Cell(.count(6)), Cell(.notAvailable)],
      ])
    func page(_ title: String, _ text: String) -> Section {
      Section(id: "early-help-" + Slug.make(title), title: title, blocks: [paragraph(said(text))])
    }
    return Section(
      id: "service-early-help", title: "Early Help", role: .servicePage, blocks: [],
      sections: [
        Section(id: "early-help-undertaken", title: "Activity undertaken", blocks: [.table(table)]),
        page("What's working well", "15 of 18 audits were Good or better."),
        page("What are we worried about", "Plans seldom say by when."),
        page("Action needed", "no action recorded"),
      ])
  }

  private static var hostileNames: Section {
    Section(
      id: "hostile-names", title: "Names like '<b>this</b>' [or] that / \\ ? * : | `x` #1",
      blocks: [
        paragraph(
          said("Team "), strong(hostile[0].given), said(" and "), value(.text(hostile[4].given)),
          said(" and " + hostile[8].given + ".")),
        .list(hostile.map { Paragraph([sentence(said($0.given))]) }),
        .table(
          Table(
            id: "hostile-names-table", title: "Teams <i>named</i> 'oddly' | [x] / \\ ? * : =cmd() `x` & more",
            source: "Audits & <b>more</b> | `source`", notes: [2],
            columns: [.init("Team | <b>\"name\"</b>"), .init("=Audits `n`", .count), .init("@Remark")],
            rows: hostile.enumerated().map { row, name in
              [.text(name.given), Cell(.count(row)), .text("row \(row + 1)")]
            })),
        .chart(
          Chart(
            id: "hostile-chart", title: "Audits of <i>oddly</i> named 'teams' & more", kind: .bars,
            table: "hostile-names-table", series: [1], rows: Array(0..<15), valueTitle: "Audits & <more>",
            categoryTitle: "Team | <b>\"name\"</b>",
            alternativeText:
              "Bar chart of audits by team, rising from 0 for the first team to 14 for the \"last\" & <final> one.",
            caption: sentence(said("The counts rise <evenly> & by one.")))),
      ])
  }

  private static var dataQuality: Section {
    Section(
      id: "data-quality", title: "Data quality", role: .reference,
      blocks: [
        paragraph(value(.count(320)), said(" rows were set aside, each with its reason.")),
        .table(
          Table(
            id: "rows-set-aside", title: "Rows set aside, by file and line",
            source: "The exports of the workspace",
            columns: [.init("File"), .init("Line", .count), .init("Column"), .init("Reason")],
            rows: (1...60).map { row in
              [
                .text("exports/audits-\(row % 4 + 1).csv"), Cell(.count(row * 37)), .text("completed_date"),
                .text(
                  "The date cannot be read: there is no such day, and nothing else in the row says which day was meant"
                ),
              ]
            }, totalRows: 320)),
      ])
  }

  private static var methods: Section {
    Section(
      id: "methods", title: "Methods", role: .reference,
      blocks: [
        paragraph(
          said("A record belongs to a period by one date a measure."),
          said(" Overdue: due before the as-at date.")),
        .list([
          Paragraph([
            sentence(strong("Good or better: "), said("share of graded audits, with a Wilson 95 % interval."))
          ]),
          Paragraph([
            sentence(
              strong("Working days: "), said("Monday to Friday less bank holidays of England and Wales."))
          ]),
        ]),
      ],
      sections: [
        Section(
          id: "methods-periods", title: "Periods",
          blocks: [paragraph(said("The financial year runs from April to March."))])
      ])
  }

  // MARK: Words

  private static func said(_ text: String) -> Sentence.Run { .text(text) }
  private static func strong(_ text: String) -> Sentence.Run { .strong(text) }
  private static func value(_ value: Value) -> Sentence.Run { .value(value) }

  private static func sentence(_ runs: Sentence.Run..., cites: [FigureID] = []) -> Sentence {
    Sentence(runs, cites: cites)
  }

  private static func paragraph(_ runs: Sentence.Run...) -> Block { .paragraph(Paragraph([Sentence(runs)])) }
}

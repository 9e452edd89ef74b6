public import QAModel

extension Sample {
  /// The sample as a document: who is drawn and who audits, what the sample is like, and who was left out and why.
  public var document: ReportDocument {
    let fairness = SampleAgainstCaseload(self)
    let wording = SampleWording(request, frame)
    return ReportDocument(
      title: "Sample: \(request.kind.name)", subtitle: "Auditors told on \(request.day.long)",
      organisation: framework.authority, audience: .internal, marking: framework.marking,
      asAt: request.day,
      facts: [
        ReportDocument.Fact("\(Wording.sentenceCase(wording.many)) drawn", .count(places.count)),
        ReportDocument.Fact("To be done by", .date(due)),
        ReportDocument.Fact("Auditors", .count(auditors.count)),
        ReportDocument.Fact("Seed", .text(String(request.seed))),
      ],
      sections: [
        Section(
          id: "allocation", title: "Who is drawn, and who audits", role: .summary,
          blocks: [.paragraph(Paragraph(account)), .table(allocation)]),
        Section(
          id: "fairness", title: "The sample against \(wording.source)",
          blocks: [.paragraph(Paragraph([fairness.sentence])), .table(fairness.table(request.day))]),
        Section(id: "auditors", title: "Auditors", blocks: [.table(loads)]),
        Section(
          id: "left-out", title: "From whom was drawn, and who was left out",
          blocks: [.table(leftOut)]),
      ], notes: [])
  }

  /// How it was drawn, a rule a sentence.
  private var account: [Sentence] {
    let wording = SampleWording(request, frame)
    var sentences: [Sentence] = [
      "\(Wording.counted(places.count, "\(wording.one) was", "\(wording.many) were")) drawn from \(Value.count(eligibility.rows.count)) that could be (\(sizeBecause)); to be done by \(Value.date(due)) (\(dueBecause)).",
      request.strata.isEmpty
        ? "The draw is random, with the seed \(String(request.seed))."
        : "The draw is random and proportional by \(wording.strata), with the seed \(String(request.seed)); what is not a whole place is decided by lot.",
    ]
    let onPurpose = places.filter { $0.followUp != nil }
    if !onPurpose.isEmpty {
      sentences.append(
        "\(Wording.counted(onPurpose.count, "child is", "children are")) drawn at random from those whose last audit is to be followed up: they are a quota and stay out of the grade profile."
      )
    }
    if let register = frame.register {
      return sentences + [
        "The register \(register.name) does not say who worked with a record: give nobody their own."
      ]
    }
    sentences.append(
      otherTeam
        ? "No auditor is of the child's team or of its worker's, and none is the child's worker."
        : "No auditor is the child's worker.")
    return sentences
  }

  /// The list that auditors are told from.
  var allocation: Table {
    let caseload = dataset.caseload ?? CaseloadTable()
    let staff = dataset.staff ?? StaffTable()
    let names = dataset.names
    let wording = SampleWording(request, frame)
    let cell = { (name: String?) in name.map { Cell.text($0) } ?? Cell(.notAvailable) }
    return Table(
      id: "allocation",
      title: "\(Wording.sentenceCase(wording.many)) drawn and their auditors, \(request.day.short)",
      source:
        "\(Wording.sentenceCase(wording.source)) and the staff list, drawn with the seed \(request.seed)",
      columns: [
        Table.Column(frame.register?.id ?? "Child id"), Table.Column("Service"), Table.Column("Team"),
        Table.Column(wording.title(.levelOfNeed)), Table.Column("Worker"), Table.Column("Worker's team"),
        Table.Column("Auditor"), Table.Column("Auditor's team"), Table.Column("Selection"),
        Table.Column("Why"), Table.Column("Told on", .date), Table.Column("Due", .date),
      ],
      rows: places.map { place in
        [
          cell(caseload.child[place.row].map { names.children.name($0) }),
          cell(caseload.service[place.row].map { names.services.name($0) }),
          cell(caseload.team[place.row].map { names.teams.name($0) }),
          cell(caseload.levelOfNeed[place.row].map { names.levelsOfNeed.name($0) }),
          cell(caseload.worker[place.row].map { names.people.name($0) }),
          cell(scope.workersTeam(caseload, place.row).map { names.teams.name($0) }),
          cell(staff.worker[place.auditor].map { names.people.name($0) }),
          cell(staff.team[place.auditor].map { names.teams.name($0) }),
          .text((place.followUp == nil ? selection : .quota).name),
          .text(place.followUp?.reason(framework.grades) ?? "drawn at random"),
          Cell(.date(request.day)), Cell(.date(due)),
        ]
      })
  }

  /// How many each auditor has.
  private var loads: Table {
    let staff = dataset.staff ?? StaffTable()
    let names = dataset.names
    let held = Dictionary(grouping: places, by: \.auditor).mapValues(\.count)
    return Table(
      id: "auditors",
      title:
        "\(Wording.sentenceCase(SampleWording(request, frame).many)) allocated to each auditor, \(request.day.short)",
      source: otherTeam
        ? "Everybody on the staff list who audits, and whose team is recorded"
        : "Everybody on the staff list who audits",
      columns: [
        Table.Column("Auditor"), Table.Column("Role"), Table.Column("Team"),
        Table.Column(Wording.sentenceCase(SampleWording(request, frame).many), .count),
      ],
      rows: auditors.map { row in
        [
          .text(staff.worker[row].map { names.people.name($0) } ?? ""),
          staff.role[row].map { .text(names.words.name($0)) } ?? Cell(.notAvailable),
          staff.team[row].map { .text(names.teams.name($0)) } ?? Cell(.notAvailable),
          Cell(.count(held[row] ?? 0)),
        ]
      })
  }

  /// Every row of the caseload once.
  private var leftOut: Table {
    let wording = SampleWording(request, frame)
    let reasons = SampleExclusion.allCases.compactMap { reason in
      eligibility.excluded[reason].map { count -> [Cell] in
        [.text("Left out: \(wording.left(reason))"), Cell(.count(count))]
      }
    }
    return Table(
      id: "left-out",
      title: "\(Wording.sentenceCase(wording.source)): drawn from and left out, \(request.day.short)",
      source: "Every row of \(wording.source), each in one line",
      columns: [Table.Column(Wording.sentenceCase(wording.many)), Table.Column("How many", .count)],
      rows: reasons + [
        [.text("Could be drawn"), Cell(.count(eligibility.rows.count))],
        [.text("All of \(wording.source)"), Cell(.count(dataset.caseload?.count ?? 0))],
      ])
  }
}

import Analysis
import QAModel
import Testing

/// Every figure of an untidy invented workspace, recounted from the rows that tracing it shows.
@Suite struct TraceTests {
  /// Numbers that look random and are the same each time.
  private struct Dice {
    var state: UInt64 = 2025
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    mutating func of<T>(_ choices: [T]) -> T { choices[roll(choices.count)] }
    /// A day of 2025 or just after, or none.
    mutating func day() -> String? {
      let day = roll(29) + 1
      let month = roll(14)
      let padded = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
      return month == 0
        ? nil : month == 13 ? "2026-01-\(padded(day))" : "2025-\(padded(month))-\(padded(min(day, 28)))"
    }
  }

  private func records() -> Records {
    var dice = Dice()
    var records = Records()
    records.framework.indicators = [Indicator(Term("Visits")), Indicator(Term("Placements"), kind: .stock)]
    records.framework.practiceAreas = [
      PracticeArea(
        id: "a", name: "Assessment", evidence: [.quantity: [.standard(0)], .quality: [.domain(0)]])
    ]
    records.framework.plan = [
      PlanLine(
        "Case audits", asWritten: "Monthly", due: .times(1, per: .months(1)),
        done: PlanSource(.audits, counting: .children, kinds: ["Case audit"])),
      PlanLine(
        "Review each", asWritten: "Every re-audit", due: .each(PlanSource(.audits, kinds: ["Re-audit"])),
        done: PlanSource(.observations)),
    ]
    records.framework.registers = [Register(Term("LADO"), date: "Referred", countBy: ["Setting", "Outcome"])]
    let grades = ["O", "G", "R", "I", nil]
    let services = ["Early Help", "Care", "Fostering", nil]
    for _ in 0..<400 {
      records.audit(
        dice.day(), child: dice.of([nil, "C\(dice.roll(60))"]), service: dice.of(services),
        team: dice.of(["N", "S", nil]), level: dice.of(["3", "4", nil]),
        type: dice.of(["Case audit", "Thematic audit", "Re-audit", "Review", nil]),
        selection: dice.of([nil, nil, .random, .quota]), grade: dice.of(grades), initial: dice.of(grades),
        moderated: dice.of(grades), on: dice.day(), panel: dice.of(grades), panelOn: dice.day(),
        domains: [
          .init(initial: dice.of(grades), audited: dice.of(grades), moderated: dice.of(grades)),
          .init(audited: dice.of(grades)),
        ], concern: dice.of([.yes, .no, nil]), notified: dice.day())
      records.dip(
        dice.day() ?? "2025-06-01", child: "C\(dice.roll(60))", service: dice.of(services),
        standard: dice.of(["Seen alone", "Plan updated"]), dice.of([.yes, .partly, .no, nil]))
      records.complaint(
        "R\(dice.roll(200))", stage: dice.of([1, 1, 2, 3, nil]), received: dice.day() ?? "2025-06-01",
        requested: dice.day(), started: dice.day(), responded: dice.day(), service: dice.of(services),
        complex: dice.of([.yes, .no, nil]), advocate: dice.of([.yes, .no, nil]), extendedTo: dice.day(),
        outcome: dice.of([.upheld, .withdrawn, .resolved, nil]),
        category: dice.of(["Delay", "Contact", nil]),
        procedure: dice.of([.statutory, .corporate, nil]),
        type: dice.of([.complaint, .complaint, .compliment, nil]),
        madeBy: dice.of(["Parent", "Young person", nil]))
      records.feedback(
        dice.day(), service: dice.of(services), question: dice.of(["Listened to", "Things are better", nil]),
        rating: dice.of([0, 1, 2, nil]), id: dice.of(["F\(dice.roll(300))", nil]),
        says: dice.of([
          "", "A good plan.", "No good plan", "Visits were missed but the plan is clear.", "Fine",
        ]))
      records.action(
        raised: dice.of([nil, "2025-01-06"]), due: dice.day(), completed: dice.day(),
        service: dice.of(services), decision: dice.of([nil, "Sign off", "Return to panel", "Deferred"]),
        decided: dice.day(), onRisk: dice.of([.yes, .no, nil]))
      records.observation(dice.day(), service: dice.of(services))
      records.register(
        "LADO", dice.day() ?? "2025-06-01", service: dice.of(services),
        [dice.of(["School", "Nursery", nil]), dice.of(["Open", "Closed", nil])])
      records.activity(
        dice.day() ?? "2025-11-03", "Forum", service: dice.of(services),
        participants: dice.of([nil, Double(dice.roll(20))]), invited: dice.of([nil, 15]))
      records.audit(
        nil, submitted: dice.day(), concern: dice.of([.yes, nil]),
        dates: [\.due: dice.day() ?? "2025-11-03", \.disputeRaised: dice.day() ?? "2025-11-04"],
        disputeResult: dice.of(["Grade kept", nil]))
      records.supervisionAudit(dice.day(), service: dice.of(services))
      records.open(
        "C\(dice.roll(300))", from: dice.day(), to: dice.day(), service: dice.of(services),
        team: dice.of(["N", "S", nil]), level: dice.of(["3", "4", nil]))
    }
    records.framework.escalations = [
      EscalationRule(id: "Concerns", trigger: .concernNotNotified, to: "Head of service"),
      EscalationRule(id: "Actions", trigger: .actionOverdue, to: "Head of service"),
    ]
    records.others(1, "2025-07-01", "2025-09-28", .england, "England", value: 10)
    for month in 4...12 {
      for service in ["Early Help", "Care"] {
        let text = month < 10 ? "0\(month)" : "\(month)"
        records.performance(
          dice.roll(2), from: "2025-\(text)-01", to: "2025-\(text)-28", service: service,
          Double(dice.roll(20)), of: 20)
      }
    }
    return records
  }

  @Test func everyFigureIsItsRows() throws {
    let maker = records().maker(periodsBefore: 2, rules: try ThemesSupport.rules())
    let figures = maker.figures()
    var recounted: [MeasureID: Int] = [:]
    for figure in figures.figures {
      let traced = maker.rows(behind: figure.key)
      let rows = traced.map { ($0.rows + $0.others.flatMap(\.rows)) }
      recounted[figure.key.measure, default: 0] += 1
      // Worked out from the calendar, or a count of lines of the plan.
      if rows == nil, figure.key.measure == .planDue || figure.key.measure == .planDone { continue }
      // A row of the diary stands for as many people as it says.
      let hits = rows?.filter(\.inNumerator).reduce(0) { $0 + ($1.part ?? 1) }
      let whole = rows?.reduce(0) { $0 + ($1.of ?? 1) }
      switch figure.outcome {
      case .count(let count): #expect(hits == count, "\(figures.slug(figure.key))")
      case .share(let part, let of, _):
        #expect(hits == part && whole == of, "\(figures.slug(figure.key))")
      case .coefficient(_, let n, _), .insufficient(let n):
        if figure.key.measure != .indicatorValue {
          #expect(whole == n, "\(figures.slug(figure.key))")
        }
      case .value: #expect((hits ?? 0) > 0)
      case .strand, .joint: #expect(rows == nil)
      case .notAvailable: #expect(rows?.isEmpty == true)
      case .suppressed, .notApplicable: Issue.record("no such figure was to be expected")
      }
    }
    #expect(Set(recounted.keys) == Set(MeasureID.allCases))
  }

  /// What a total is tied to is there, and is at least as much.
  @Test func everyPartHasItsTotal() {
    let figures = records().maker(periodsBefore: 2).figures(withTotals: true)
    for figure in figures.figures {
      for total in figure.partOf {
        guard let whole = figures[total] else {
          Issue.record("\(figures.slug(figure.key)) is part of a figure that is not there")
          continue
        }
        if case .count(let part) = figure.outcome, case .count(let all) = whole.outcome {
          #expect(part <= all)
        }
      }
    }
  }

  /// The places of one breakdown that leave nothing out add up to their total.
  @Test func servicesAndSelectionsAddUp() {
    var records = records()
    records.audit("2025-10-07", service: nil)
    let figures = records.maker().figures()
    func count(_ key: FigureKey) -> Int {
      if case .count(let count) = figures.outcome(key) { return count }
      return -1
    }
    let total = count(FigureKey(.auditsCompleted, period: 0))
    let selections = UInt32(figures.names.places[.selection]?.count ?? 0)
    #expect(
      (0..<selections).reduce(0) {
        $0 + count(FigureKey(.auditsCompleted, first: AxisPlace(.selection, $1), period: 0))
      } == total)
    let services = figures.names.services.indices.reduce(0) {
      $0 + count(FigureKey(.auditsCompleted, service: UInt32($1), period: 0))
    }
    // One audit at least has no service: it is in the total alone.
    #expect(services < total)
  }

  @Test func whatIsNoFigureHasNoRows() {
    let maker = records().maker()
    #expect(maker.rows(behind: FigureKey(.auditsCompleted, period: 9)) == nil)
    #expect(maker.rows(behind: FigureKey(.auditsCompleted, service: 99, period: 0)) == nil)
    #expect(maker.rows(behind: FigureKey(.auditsGrade, period: 0)) == nil)
    #expect(maker.rows(behind: FigureKey(.dipMet, first: AxisPlace(.domain, 0), period: 0)) == nil)
  }
}

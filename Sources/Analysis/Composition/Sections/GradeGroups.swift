import QAModel

/// Grades of randomly selected audits by level of need, audit type and team, now and over the periods before.
enum GradeGroups {
  /// A level of need, an audit type or a team; or a service or domain, which have tables of their own for the period.
  private struct Group {
    let kind: String
    let name: String
    var service: UInt32?
    var team: UInt32?
    var place: AxisPlace?
    var hasOwnTable = false

    /// The share *Good or better*, of a domain where one is given.
    func good(domain: AxisPlace? = nil, periodsBack: Int = 0) -> FigureKey {
      FigureKey(
        domain == nil ? .auditsGoodOrBetter : .auditsDomainGood, service: service, team: team,
        first: domain ?? place, second: domain == nil ? nil : place, period: UInt16(periodsBack))
    }

    func grade(_ grade: AxisPlace) -> FigureKey {
      FigureKey(.auditsGrade, service: service, team: team, first: grade, second: place, period: 0)
    }
  }

  /// `nil` where neither the period nor the periods before have anything that stands in no other table.
  static func section(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let groups = Self.groups(context)
    let now = context.isGradedByDomain ? domains(groups, context, notes: &notes) : nil
    let tables = [now, overTime(groups, context, notes: &notes)].compactMap { $0 }
    guard !tables.isEmpty else { return nil }
    return Section(
      id: "grades-by-group", title: "Grades by level of need, audit type and team",
      blocks: [.paragraph(Paragraph([sentence(groups, context)]))] + tables.map { .table($0) })
  }

  private static func groups(_ context: ReportContext) -> [Group] {
    let names = context.figures.names
    let axes: [(Axis, String)] = [(.levelOfNeed, "Level of need"), (.auditType, "Audit type")]
    let placed = axes.flatMap { axis, kind in
      (names.places[axis] ?? []).enumerated().map {
        Group(kind: kind, name: $0.element, place: context.place(axis, $0.offset))
      }
    }
    let teams = names.teams.indices.sorted { names.teams[$0] < names.teams[$1] }.map {
      Group(kind: "Team", name: names.teams[$0], team: UInt32($0))
    }
    let services = context.services.map {
      Group(kind: "Service", name: context.serviceName($0), service: $0, hasOwnTable: true)
    }
    let domains = context.framework.domains.enumerated().map {
      Group(
        kind: "Domain", name: $0.element.name, place: context.place(.domain, $0.offset), hasOwnTable: true)
    }
    return services + placed + teams + domains
  }

  /// Small numbers are not compared: groups with too few audits for a percentage are counted, not ranked.
  private static func sentence(_ groups: [Group], _ context: ReportContext) -> Sentence {
    let teams = groups.filter { $0.team != nil }.map { $0.good() }
    let enough = teams.filter { if case .share = context.outcome($0) { true } else { false } }
    guard !context.isGradedByDomain, let (best, worst) = context.extremes(enough) else {
      return
        "Groups with fewer than \(Value.count(context.framework.thresholds.fewestRecords)) randomly selected audits have no percentage and are not compared."
    }
    let name = { (key: FigureKey) in key.team.map { context.figures.names.teams[Int($0)] } ?? "" }
    return
      "Of \(Wording.counted(enough.count, "team", "teams")) with enough randomly selected audits for a percentage, highest: \(name(best)), \(context.saidOrCount(best)). Lowest: \(name(worst)), \(context.saidOrCount(worst)). With likely ranges as wide as these the order is no ranking."
  }

  /// The period's overall grades: name, kind, a count a grade, graded audits and the share *Good or better*.
  static func rows(_ context: ReportContext) -> [[Cell]] {
    groups(context).filter { !$0.hasOwnTable && context.records($0.good()) > 0 }.map { group in
      [.text(group.name), .text(group.kind)]
        + context.framework.grades.grades.indices.map { grade($0, of: group, context) }
        + context.shareCells(group.good()).dropFirst()
    }
  }

  /// The domains' shares in the period, where audits have no overall grade.
  private static func domains(_ groups: [Group], _ context: ReportContext, notes: inout NoteBook) -> Table? {
    let domains = context.framework.domains.indices.map { context.place(.domain, $0) }
    let rows = groups.filter { !$0.hasOwnTable }.compactMap { group -> [Cell]? in
      let keys = domains.map { group.good(domain: $0) }
      guard keys.contains(where: { context.records($0) > 0 }) else { return nil }
      return [.text(group.name), .text(group.kind)] + keys.map(context.cell)
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "grades-by-group",
      title:
        "Domains graded \(context.goodOrBetter) by level of need, audit type and team, \(context.period.short)",
      source: "Audits completed in the period, random selection only, by final grade of each domain",
      notes: notes.positions(of: [StandardNote.randomOnly]),
      columns: [Table.Column("Level of need, audit type or team"), Table.Column("Which")]
        + context.framework.domains.map { Table.Column("\($0.name) (%)", .percentage) },
      rows: rows)
  }

  /// How many audits of a group have a grade: a team has no figure of a grade that none of its audits has.
  private static func grade(_ grade: Int, of group: Group, _ context: ReportContext) -> Cell {
    let key = group.grade(context.place(.grade, grade))
    return context.figures[key] == nil ? Cell(.count(0)) : context.cell(key)
  }

  /// The share of each group in each period, of groups that have one in any.
  private static func overTime(_ groups: [Group], _ context: ReportContext, notes: inout NoteBook) -> Table? {
    let periods = Array(context.figures.names.periods.enumerated().reversed())
    let rows = groups.compactMap { group -> [Cell]? in
      let keys = periods.map { group.good(periodsBack: $0.offset) }
      guard keys.contains(where: { if case .share = context.outcome($0) { true } else { false } }) else {
        return nil
      }
      return [.text(group.name), .text(group.kind)]
        + keys.map { key in
          let cell = context.cell(key)
          return context.figures[key] == nil ? Cell(.insufficient) : cell
        }
    }
    guard periods.count > 1, !rows.isEmpty else { return nil }
    return Table(
      id: "grades-over-time-by-group",
      title:
        "Audits graded \(context.goodOrBetter) by service, level of need, audit type, team and domain, over \(Wording.periods(periods.count))",
      source:
        "Percentage of audits completed in each period, random selection only, as known at \(context.request.asAt.long). Services, levels, types and teams by the overall grade, domains by their own; those with too few audits in every period are left out",
      notes: notes.positions(of: [StandardNote.randomOnly, StandardNote.shareOfAudits]),
      columns: [Table.Column("Service, level of need, audit type, team or domain"), Table.Column("Which")]
        + periods.map { Table.Column("\($0.element.short) (%)", .percentage) },
      rows: rows)
  }
}

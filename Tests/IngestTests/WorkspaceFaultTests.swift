import Testing

@testable import Ingest

/// Each kind of fault in a `qareport.yaml`, with the message a user reads, the line included.
@Suite("Faults of qareport.yaml")
struct WorkspaceFaultTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    /// Below the line `framework: small`.
    var lines: String
    var expected: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "nothing more", lines: "", expected: []),
    Case(
      name: "unknown key, near one", lines: "date_oder: dmy",
      expected: [
        "qareport.yaml:2: error: \"date_oder\" is not a key of qareport.yaml. Did you mean \"date_order\"?"
      ]),
    Case(
      name: "unknown key of a dataset", lines: "datasets:\n  audits:\n    colour: x",
      expected: [
        "qareport.yaml:4: error: \"colour\" is not a key of the dataset \"audits\". The keys are: files, columns, ignore, values, missing, constants, layout, undated, rows, indicators, model, models."
      ]),
    Case(
      name: "unknown dataset", lines: "datasets:\n  audit:\n    files: a.csv",
      expected: ["qareport.yaml:3: error: \"audit\" is not a dataset. Did you mean \"audits\"?"]),
    Case(
      name: "doubled key", lines: "marking: A\nexports: in\nmarking: B",
      expected: [
        "qareport.yaml:4: error: the key \"marking\" stands on line 2 and again here. Only one of the two could count. Put what belongs together under one of them and delete the other."
      ]),
    Case(
      name: "two doubled keys, one of them within, one in quotes, and another fault",
      lines: "marking: A\n\"marking\": B\ndatasets:\n  audits: {files: a, files: b}\nexprots: x",
      expected: [
        "qareport.yaml:3: error: the key \"marking\" stands on line 2 and again here. Only one of the two could count. Put what belongs together under one of them and delete the other.",
        "qareport.yaml:5: error: the key \"files\" stands on line 5 and again here. Only one of the two could count. Put what belongs together under one of them and delete the other.",
        "qareport.yaml:6: error: \"exprots\" is not a key of qareport.yaml. Did you mean \"exports\"?",
      ]),
    Case(
      name: "text where a list of keys belongs", lines: "datasets: audits",
      expected: ["qareport.yaml:2: error: datasets must be keys with values, but \"audits\" stands here."]),
    Case(
      name: "nothing where a text belongs", lines: "exports:",
      expected: ["qareport.yaml:2: error: exports must be a text, but nothing stands here."]),
    Case(
      name: "a list where a text belongs", lines: "exports: [a, b]",
      expected: ["qareport.yaml:2: error: exports must be a text, but a list stands here."]),
    Case(
      name: "a list where a dataset belongs", lines: "datasets:\n  audits: [a]",
      expected: [
        "qareport.yaml:3: error: the dataset \"audits\" must be keys with values, but a list stands here. Write KEY: VALUE, one a line. The keys are: files, columns, ignore, values, missing, constants, layout, undated, rows, indicators, model, models."
      ]),
    Case(
      name: "no flag", lines: "accept_unknown_services: maybe",
      expected: [
        "qareport.yaml:2: error: accept_unknown_services must be yes or no, but \"maybe\" stands here."
      ]),
    Case(
      name: "no order of dates", lines: "date_order: ymd",
      expected: [
        "qareport.yaml:2: error: \"ymd\" is not a value of date_order. Write dmy where 3/4/2025 is 3 April, mdy where it is 4 March."
      ]),
    Case(
      name: "no such day", lines: "bank_holidays: [2025-02-31, 2026-05-04]",
      expected: [
        "qareport.yaml:2: error: an entry of bank_holidays must be a date as 2025-10-07 that is in the calendar, but \"2025-02-31\" stands here."
      ]),
    Case(
      name: "path out of the workspace", lines: "exports: ../elsewhere",
      expected: [
        "qareport.yaml:2: error: exports is \"../elsewhere\", which is not below the workspace. Write the path from the workspace on: no / at its beginning, no .. in it."
      ]),
    Case(
      name: "absolute pattern", lines: "datasets: {audits: {files: [a.csv, /tmp/*.csv]}}",
      expected: [
        "qareport.yaml:2: error: files is \"/tmp/*.csv\", which is not below the exports folder. Write the path from the exports folder on: no / at its beginning, no .. in it."
      ]),
    Case(
      name: "unknown column, near one",
      lines: "datasets:\n  audits:\n    columns:\n      Done: complete_date",
      expected: [
        "qareport.yaml:5: error: \"complete_date\" is not a column of audits. Did you mean \"completed_date\"?"
      ]),
    Case(
      name: "unknown column, near none", lines: "datasets:\n  staff:\n    columns:\n      Done: horoscope",
      expected: [
        "qareport.yaml:5: error: \"horoscope\" is not a column of staff. The columns are: worker, role, service, team, started_date, left_date."
      ]),
    Case(
      name: "unknown domain",
      lines: "datasets:\n  audits:\n    columns:\n      Voice: \"domain: Voice of a child\"",
      expected: [
        "qareport.yaml:5: error: the framework has no domain \"Voice of a child\". Did you mean \"Voice of the child\"?"
      ]),
    Case(
      name: "misspelt family", lines: "datasets:\n  audits:\n    columns:\n      A: \"domian: Assessment\"",
      expected: [
        "qareport.yaml:5: error: \"domian: Assessment\" is not a column of audits. Did you mean \"domain: Assessment\"?"
      ]),
    Case(
      name: "unknown standard", lines: "datasets:\n  dip_samples:\n    columns:\n      A: \"standard: Plan\"",
      expected: [
        "qareport.yaml:5: error: the framework has no standard \"Plan\". The standards are: Child seen alone."
      ]),
    Case(
      name: "one header twice",
      lines: "datasets:\n  audits:\n    columns:\n      Audit Ref: audit_id\n      audit_ref: child_id",
      expected: [
        "qareport.yaml:6: error: the header \"audit_ref\" is the same as the one on line 5. Headers are compared by their letters and digits, without case. Delete one of the two."
      ]),
    Case(
      name: "one column twice",
      lines:
        "datasets:\n  audits:\n    constants:\n      audit_type: Case audit\n      audit-type: Case audit",
      expected: [
        "qareport.yaml:6: error: the column \"audit_type\" stands twice in constants. Put what belongs to it under one of them and delete the other."
      ]),
    Case(
      name: "unknown meaning of a grade",
      lines:
        "datasets:\n  audits:\n    values:\n      overall_grade:\n        \"1\": Outstandng\n        nan: not available",
      expected: [
        "qareport.yaml:6: error: \"Outstandng\" is not a value of overall_grade. Did you mean \"Outstanding\"? A cell that stands for no value belongs under missing.",
        "qareport.yaml:7: error: \"not available\" is not a value of overall_grade. It can be: Outstanding, Good, Poor. A cell that stands for no value belongs under missing.",
      ]),
    Case(
      name: "unknown constant service", lines: "datasets:\n  audits:\n    constants: {service: Adoption}",
      expected: [
        "qareport.yaml:4: error: \"Adoption\" is not a value of service. It can be: Early Help, Fostering. A cell that stands for no value belongs under missing."
      ]),
    Case(
      name: "unknown level of need, where there is a list",
      lines: "levels_of_need: [Level 2]\ndatasets: {caseload: {values: {level_of_need: {\"9\": Level 9}}}}",
      expected: [
        "qareport.yaml:3: error: \"Level 9\" is not a value of level_of_need. Did you mean \"Level 2\"? A cell that stands for no value belongs under missing."
      ]),
    Case(
      name: "unknown kind of missing",
      lines: "datasets:\n  audits:\n    missing:\n      team:\n        not_avialable: x",
      expected: [
        "qareport.yaml:6: error: \"not_avialable\" is not a key of missing of team. Did you mean \"not_available\"?"
      ]),
    Case(
      name: "one token, two kinds",
      lines: "datasets:\n  audits:\n    missing:\n      team: {not_available: [x, n/a], suppressed: X}",
      expected: [
        "qareport.yaml:5: error: \"X\" stands for both not_available and suppressed in missing of team. Take it out of one of the two."
      ]),
    Case(
      name: "layout that the dataset has not", lines: "datasets: {audits: {layout: wide}}",
      expected: [
        "qareport.yaml:2: error: audits has no layout \"wide\". wide is for dip_samples and performance, open_data for performance."
      ]),
    Case(
      name: "unknown layout", lines: "datasets: {performance: {layout: open-data}}",
      expected: [
        "qareport.yaml:2: error: \"open-data\" is not a value of layout. Did you mean \"open_data\"?"
      ]),
    Case(
      name: "undated audits", lines: "datasets: {audits: {undated: yes}}",
      expected: [
        "qareport.yaml:2: error: only feedback can be undated. A record without a date belongs to no period."
      ]),
    Case(
      name: "indicators without the layout", lines: "datasets:\n  performance:\n    indicators: []",
      expected: [
        "qareport.yaml:4: error: indicators of a dataset are for performance in the layout open_data. Add layout: open_data, or take indicators out."
      ]),
    Case(
      name: "open data of an unknown indicator and without a figure",
      lines:
        "datasets:\n  performance:\n    layout: open_data\n    indicators:\n      - indicator: Visits in timescales\n      - indicator: Visits in timescale\n        numerator: n",
      expected: [
        "qareport.yaml:6: error: the framework has no indicator \"Visits in timescales\". Did you mean \"Visits in timescale\"?",
        "qareport.yaml:7: error: the indicator \"Visits in timescale\" has neither a value nor a numerator with a denominator. Name the file's columns, as value: rereferral_percent.",
      ]),
    Case(
      name: "an export that is not there", lines: "export_dates: {old/audits.csv: 2025-07-01}",
      expected: [
        "qareport.yaml:2: warning: there is no export \"old/audits.csv\". Write its path from the exports folder on, or delete the line."
      ]),
    Case(
      name: "an export date outside, and no date",
      lines: "export_dates: {../a.csv: 2025-07-01, b.csv: 1 July}",
      expected: [
        "qareport.yaml:2: error: an entry of export_dates is \"../a.csv\", which is not below the exports folder. Write the path from the exports folder on: no / at its beginning, no .. in it.",
        "qareport.yaml:2: error: the export date of b.csv must be a date as 2025-10-07 that is in the calendar, but \"1 July\" stands here.",
        "qareport.yaml:2: warning: there is no export \"b.csv\". Write its path from the exports folder on, or delete the line.",
      ]),
    Case(
      name: "replace of what cannot be, and of what is not there",
      lines: "replace: [thresholds, domains, servics]",
      expected: [
        "qareport.yaml:2: error: \"thresholds\" is not a section that can be replaced. It can be: grades, services, levels_of_need, domains, standards, audit_types, indicators, feedback, practice_areas, judgement_areas, plan, escalations, registers, reports, meetings, choices.",
        "qareport.yaml:2: error: domains is to be replaced, but qareport.yaml has no domains. Write the section domains, or take it out of replace.",
        "qareport.yaml:2: error: \"servics\" is not a section that can be replaced. Did you mean \"services\"?",
      ]),
    Case(
      name: "a new grade without a place in the order", lines: "grades: {scale: [Excellent]}",
      expected: [
        "qareport.yaml:2: error: \"Excellent\" is not in the framework's grades: scale. Where a new name would stand in the order cannot be told. To write the whole scale yourself, add replace: [grades]."
      ]),
    Case(
      name: "practice area of what is no longer there", lines: "replace: domains\ndomains: [Assessment]",
      expected: [
        "frameworks/small.yaml:26: error: the framework has no domain \"Voice of the child\". qareport.yaml replaces domains, so that the framework's practice areas name what is no longer there: replace practice_areas too. The domains are: Assessment."
      ]),
    Case(
      name: "a synonym that is another's name", lines: "services:\n  Early Help: [EH, Fostering]",
      expected: [
        "qareport.yaml:3: error: \"Fostering\" is given as a synonym of \"Early Help\", but stands for \"Fostering\" already. Take it out of one of the two in services."
      ]),
    Case(
      name: "a target out of range and one that is no number",
      lines: "indicators:\n  Visits in timescale: {target: 900, tolerance: five}",
      expected: [
        "qareport.yaml:3: error: target is 900, but must be from 0 to 100.",
        "qareport.yaml:3: error: tolerance must be a number, but \"five\" stands here.",
      ]),
  ]

  @Test("are told with their line and what to do", arguments: cases)
  func told(case each: Case) throws {
    #expect(try faults(of: "framework: small\n" + each.lines + "\n") == each.expected)
  }

  @Test("of a file with many are all told, in order; beyond 500 they are counted")
  func collected() throws {
    let lines = (2...701).map { "key\($0 * 1_000_003): x" }
    let messages = try faults(of: "framework: small\n" + lines.prefix(40).joined(separator: "\n"))
    #expect(messages.count == 40)
    #expect(messages.first?.hasPrefix("qareport.yaml:2: error: \"key2000006\" is not a key") == true)
    #expect(messages.last?.hasPrefix("qareport.yaml:41: error:") == true)
    let many = try faults(of: "framework: small\n" + lines.joined(separator: "\n"))
    #expect(many.count == 501)
    #expect(many.last == "qareport.yaml: error: 200 more errors are not listed. Put these right first.")
  }

  @Test(
    "in naming the framework",
    arguments: [
      (
        "exports: exports",
        "qareport.yaml:1: error: the key \"framework\" of qareport.yaml is missing. Name the framework, as framework: st-helens. The frameworks are: small."
      ),
      (
        "framework: smal",
        "qareport.yaml:1: error: there is no framework \"smal\". A framework is a file frameworks/NAME.yaml in the workspace or among the templates. Did you mean \"small\"?"
      ),
      (
        "framework: ../small",
        "qareport.yaml:1: error: \"../small\" is not the name of a framework. A framework is named in lower-case letters, digits and hyphens, without .yaml. Did you mean \"small\"?"
      ),
      (
        "framework: Small",
        "qareport.yaml:1: error: \"Small\" is not the name of a framework. A framework is named in lower-case letters, digits and hyphens, without .yaml. Did you mean \"small\"?"
      ),
      ("framework: [a]", "qareport.yaml:1: error: framework must be a text, but a list stands here."),
      (
        "",
        "qareport.yaml:1: error: the key \"framework\" of qareport.yaml is missing. Name the framework, as framework: st-helens. The frameworks are: small."
      ),
      (
        "just words",
        "qareport.yaml:1: error: qareport.yaml must be keys with values, but \"just words\" stands here. Write KEY: VALUE, one a line. The keys are: framework, exports, date_order, export_dates, accept_unknown_services, bank_holidays, replace, datasets, branding, limits, authority, title, reports, marking, grades, services, levels_of_need, domains, standards, audit_types, indicators, feedback, practice_areas, judgement_areas, thresholds, complaints, plan, escalations, registers, meetings, choices, practice_weeks."
      ),
    ])
  func framework(configuration: String, message: String) throws {
    #expect(try faults(of: configuration) == [message])
  }
}

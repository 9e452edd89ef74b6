import Foundation
import Testing

@testable import Ingest

/// Each kind of fault in a framework file, by changing one thing in the small framework.
@Suite("Faults of a framework file")
struct WorkspaceFrameworkFaultTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var change: (from: String, to: String)
    /// What is printed after `frameworks/small.yaml:`.
    var expected: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "none", change: ("Testshire\n", "Testshire\n"), expected: []),
    Case(
      name: "unknown key", change: ("standards:", "standrads:"),
      expected: [
        "9: error: \"standrads\" is not a key of a framework file. Did you mean \"standards\"?",
        "25: error: the framework has no standard \"Child seen alone\". The standards are: none.",
      ]),
    Case(
      name: "a key of qareport.yaml", change: ("authority:", "exports: x\nauthority:"),
      expected: [
        "1: error: \"exports\" is not a key of a framework file. Did you mean \"reports\"?"
      ]),
    Case(
      name: "missing authority", change: ("authority: Testshire\n", ""),
      expected: [
        "1: error: the key \"authority\" of the framework is missing. Give the authority's name, as authority: St Helens."
      ]),
    Case(
      name: "missing grades",
      change: ("grades: {scale: [Outstanding, Good, Poor], good_or_better: Good}\n", ""),
      expected: [
        "1: error: the key \"grades\" of the framework is missing. Give the grades, best first, as grades: {scale: [Good, Poor], good_or_better: Good}."
      ]),
    Case(
      name: "missing scale", change: ("scale: [Outstanding, Good, Poor], ", ""),
      expected: [
        "3: error: the key \"scale\" of grades is missing. Give the grades, best first, as grades: {scale: [Good, Poor], good_or_better: Good}."
      ]),
    Case(
      name: "one grade", change: ("[Outstanding, Good, Poor]", "[Good]"),
      expected: [
        "3: error: grades: scale has 1 grades, but must have from 2 to 20. Give the grades, best first, as grades: {scale: [Good, Poor], good_or_better: Good}."
      ]),
    Case(
      name: "unknown good", change: ("good_or_better: Good", "good_or_better: Goood"),
      expected: ["3: error: the framework has no grade \"Goood\". Did you mean \"Good\"?"]),
    Case(
      name: "every grade good", change: ("good_or_better: Good", "good_or_better: Poor"),
      expected: [
        "3: error: good_or_better is the lowest grade, so that every grade would be good. List the grades best first, and name the lowest that still counts as good."
      ]),
    Case(
      name: "a grade twice", change: ("[Outstanding, Good, Poor]", "[Outstanding, Good, GOOD, Poor]"),
      expected: [
        "3: error: \"GOOD\" stands twice in grades: scale, first on line 3. Put what belongs to it under one entry and delete the other."
      ]),
    Case(
      name: "an entry without its name", change: ("  - name: Assessment\n    synonyms", "  - synonyms"),
      expected: [
        "6: error: the key \"name\" of an entry of domains is missing. Give the entry its name, as name: Assessment."
      ]),
    Case(
      name: "an unknown key of an entry", change: ("synonyms: [Assess]", "synonym: [Assess]"),
      expected: ["7: error: \"synonym\" is not a key of an entry of domains. Did you mean \"synonyms\"?"]),
    Case(
      name: "a list within a list", change: ("- Voice of the child\n", "- [Voice of the child]\n"),
      expected: [
        "8: error: an entry of domains must be a text, but a list stands here.",
        "26: error: the framework has no domain \"Voice of the child\". The domains are: Assessment.",
      ]),
    Case(
      name: "unknown selection", change: ("selection: random", "selection: randomly"),
      expected: ["11: error: \"randomly\" is not a way of selecting. Did you mean \"random\"?"]),
    Case(
      name: "no unit", change: ("    unit: percent\n", ""),
      expected: [
        "13: error: the key \"unit\" of the indicator \"Visits in timescale\" is missing. It can be percent, count, ratio, days."
      ]),
    Case(
      name: "unknown kind", change: ("kind: flow", "kind: flows"),
      expected: ["15: error: \"flows\" is not a value of kind. Did you mean \"flow\"?"]),
    Case(
      name: "tolerance without a target", change: ("    target: 90\n", ""),
      expected: [
        "17: error: the indicator \"Visits in timescale\" has a tolerance but no target. Give the target that the tolerance belongs to."
      ]),
    Case(
      name: "target of neither", change: ("polarity: high", "polarity: neither"),
      expected: [
        "17: error: the indicator \"Visits in timescale\" has a target, but its polarity is neither. Say with polarity: high or low on which side of the target is good."
      ]),
    Case(
      name: "ratings without positive ones", change: ("  positive: [Agree]\n", ""),
      expected: [
        "20: error: the key \"positive\" of feedback is missing. Name the ratings that count as positive, as positive: [Agree]."
      ]),
    Case(
      name: "positive that is not the best", change: ("positive: [Agree]", "positive: [Disagree]"),
      expected: [
        "22: error: the positive ratings must be the best of the ratings and leave at least one that is not. Ratings are listed best first: Agree, Neither, Disagree. Put the ratings in order, or name the positive ones from the first."
      ]),
    Case(
      name: "all positive", change: ("positive: [Agree]", "positive: [Agree, Neither, Disagree]"),
      expected: [
        "22: error: the positive ratings must be the best of the ratings and leave at least one that is not. Ratings are listed best first: Agree, Neither, Disagree. Put the ratings in order, or name the positive ones from the first."
      ]),
    Case(
      name: "unknown rating", change: ("positive: [Agree]", "positive: [Agreed]"),
      expected: ["22: error: the framework has no rating \"Agreed\". Did you mean \"Agree\"?"]),
    Case(
      name: "unknown indicator",
      change: ("indicators: [Visits in timescale]}", "indicators: [Visits on time]}"),
      expected: [
        "25: error: the framework has no indicator \"Visits on time\". The indicators are: Visits in timescale."
      ]),
    Case(
      name: "judgement area of an unknown service",
      change: ("practice_areas:\n", "judgement_areas: {Care: {services: [Fostring]}}\npractice_areas:\n"),
      expected: ["23: error: the framework has no service \"Fostring\". Did you mean \"Fostering\"?"]),
    Case(
      name: "judgement without its day",
      change: ("practice_areas:\n", "judgement_areas: {Care leavers: {judged: Good}}\npractice_areas:\n"),
      expected: [
        "23: error: the judgement area \"Care leavers\" needs both judged and inspected. Write the judgement and the last day of the inspection, as judged: Good and inspected: 2024-06-14."
      ]),
    Case(
      name: "unknown strand", change: ("    quality: {domains", "    qualty: {domains"),
      expected: [
        "26: error: \"qualty\" is not a key of an entry of practice_areas. Did you mean \"quality\"?"
      ]),
    Case(
      name: "unknown source", change: ("quality: {domains:", "quality: {domain:"),
      expected: [
        "26: error: \"domain\" is not a key of quality of the practice area \"Voice of the child\". Did you mean \"domains\"?"
      ]),
    Case(
      name: "a source twice",
      change: ("{standards: [Child seen alone]", "{standards: [Child seen alone, child seen alone]"),
      expected: [
        "25: error: \"child seen alone\" stands twice in quantity of the practice area \"Voice of the child\". Its records would count double. Delete one of the two."
      ]),
    Case(
      name: "a practice area with synonyms",
      change: (
        "- name: Voice of the child\n    quantity",
        "- name: Voice of the child\n    synonyms: VOC\n    quantity"
      ),
      expected: [
        "25: error: the practice area \"Voice of the child\" is given synonyms. No export names a practice area, so it has none. Name its sources under quantity, quality and outcome."
      ]),
    Case(
      name: "thresholds out of range",
      change: (
        "authority:",
        "thresholds: {quantity: 80, quality: 0%, outcome: high, fewest_records: 0, fewest_for_kappa: 2.5}\nauthority:"
      ),
      expected: [
        "1: error: quantity is 80, but must be above 0 and at most 1, or above 0% and at most 100%.",
        "1: error: quality is 0%, but must be above 0 and at most 1, or above 0% and at most 100%.",
        "1: error: outcome must be a share such as 0.8 or 80%, but \"high\" stands here.",
        "1: error: fewest_records is 0, but must be from 1 to 10000.",
        "1: error: fewest_for_kappa must be a whole number, but \"2.5\" stands here.",
      ]),
    Case(
      name: "timescales that contradict",
      change: ("authority:", "complaints: {stage_1: 30, stage_2_extended: 400}\nauthority:"),
      expected: [
        "1: error: stage_2_extended is 400, but must be from 1 to 365.",
        "1: error: stage_1_complex is 20 working days, less than the 30 of stage_1. A complaint that is given longer cannot be due sooner: correct one of the two.",
      ]),
  ]

  @Test("are told with their line and what to do", arguments: cases)
  func told(case each: Case) throws {
    let (from, to) = each.change
    let start = try #require(smallFramework.range(of: from))
    let changed = smallFramework.replacingCharacters(in: start, with: to)
    #expect(
      try faults(ofFramework: changed) == each.expected.map { "frameworks/small.yaml:" + $0 })
  }
}

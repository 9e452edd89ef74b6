import Foundation

/// A workspace with records in each quarter of two years and in two services, a child seen in more than one quarter, and
/// a re-audit of what another service's audit found.
enum YearWorkspace {
  static func make(framework: String = "st-helens", services: [String] = ["Early Help", "Fostering"])
    throws -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      framework: \(framework)
      \(framework == "st-helens" ? "services: [\(services.joined(separator: ", "))]" : "")
      """, to: "qareport.yaml")
    // The 7th and the 20th of every month from April 2023 to March 2025.
    let days = (0..<24).flatMap { month -> [String] in
      let (year, number) = (2023 + (month + 3) / 12, (month + 3) % 12 + 1)
      return ["07", "20"].map { "\($0)/\(number < 10 ? "0" : "")\(number)/\(year)" }
    }
    let grades = ["Good", "Requires Improvement", "Outstanding", "Good", "Inadequate", "Good", "Good"]
    var audits = [
      "audit_id,child_id,service,audit_type,selection,due_date,completed_date,overall_grade,moderated_grade,moderation_date,previous_audit_id,immediate_concern,strengths"
    ]
    var complaints = ["reference,procedure,type,received_date,stage,responded_date,service,category,outcome"]
    var dips = ["sample_id,sample_date,child_id,service,standard,response"]
    var feedback = ["feedback_id,date,source,service,question,rating"]
    var actions = [
      "action_id,raised_date,source,service,owner,theme,due_date,completed_date,panel_decision,decision_date,risk_register"
    ]
    for (number, day) in days.enumerated() {
      let service = services[number % 3 == 0 ? 1 : 0]
      let (grade, moderated) = (grades[number % 7], grades[(number + number / 9) % 7])
      let previous = number % 8 == 5 ? "A\(number - 4)" : ""
      audits.append(
        "A\(number),C\(number % 17),\(service),\(previous.isEmpty ? "Case audit" : "Re-audit"),\(previous.isEmpty ? "random" : "targeted"),\(day),\(day),\(grade),\(moderated),\(day),\(previous),\(number % 11 == 0 ? "Yes" : "No"),The plan is clear"
      )
      complaints.append(
        "K\(number),statutory,\(number % 4 == 0 ? "compliment" : "complaint"),\(day),\(number % 4 == 0 ? "" : "1"),\(number % 5 == 0 ? "" : day),\(service),Delay,\(number % 4 == 0 ? "" : "upheld")"
      )
      dips.append(
        "D\(number),\(day),C\(number % 13),\(service),Child seen alone,\(number % 3 == 0 ? "no" : "yes")")
      feedback.append(
        "F\(number),\(day),child,\(service),I feel listened to,\(number % 2 == 0 ? "Agree" : "Disagree")")
      actions.append(
        "N\(number),\(day),Audit,\(service),Owner \(number % 3),Planning,\(day),\(number % 4 == 0 ? "" : day),\(number % 6 == 0 ? "De-escalate" : ""),\(number % 6 == 0 ? day : ""),\(number % 12 == 0 ? "Yes" : "No")"
      )
    }
    for (name, rows) in [
      ("audits", audits), ("complaints", complaints), ("dip_samples", dips), ("feedback", feedback),
      ("actions", actions),
    ] { try folder.write(rows.joined(separator: "\n") + "\n", to: "exports/\(name).csv") }
    return folder
  }
}

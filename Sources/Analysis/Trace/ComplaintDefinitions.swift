import QAModel

extension MeasureDefinition {
  /// Of a measure of complaints and compliments; `nil` of any other.
  static func complaint(_ measure: MeasureID) -> MeasureDefinition? {
    let timing =
      "Statutory complaints by the day the stage began (else received), counted in working days from the next one. Stage 1 has 10 (20 if complex or an advocate is needed), stage 2 has 25 from its request (65 at most)."
    return switch measure {
    case .complaintsReceived:
      MeasureDefinition(
        "Statutory complaints received",
        "Complaints by the day they were received, each reference once; of a stage, complaints whose stage began in the period."
      )
    case .complaintsCorporateReceived:
      MeasureDefinition(
        "Corporate complaints received", "By the day they were received, each reference once.")
    case .complaintsByChild:
      MeasureDefinition(
        "Statutory complaints made by children",
        "Complaints by the day they were received, each reference once, whose record says that a child, young person or care leaver made it. One made for a child by somebody else is not counted."
      )
    case .complaintsWithAdvocate:
      MeasureDefinition(
        "Statutory complaints with an advocate",
        "Complaints by the day they were received, each reference once, whose record says yes to an advocate."
      )
    case .complaintsOpen:
      MeasureDefinition(
        "Statutory complaints open",
        "Stages begun by the period\u{2019}s close and not answered or withdrawn by it, from any period.")
    case .complaintsToStage2: wentOn("second")
    case .complaintsToStage3: wentOn("third")
    case .complaintsWithLearning:
      MeasureDefinition(
        "Statutory complaints with learning recorded", .share,
        "Stages with learning written down or an action named, out of those begun in the period and answered by the as-at date."
      )
    case .complaintsCorporateOutcome:
      MeasureDefinition(
        "Corporate complaints by outcome",
        "Answered by the as-at date with that outcome, and complaints withdrawn.")
    case .complaintsCorporateWithinTimescale:
      MeasureDefinition(
        "Corporate complaints answered within timescale", .share,
        "Answered by the due date (or the one it was extended to) of the export, out of those answered and those open past it. Complaints without a due date are left out: no law sets one."
      )
    case .complaintsCorporateOpen:
      MeasureDefinition(
        "Corporate complaints open",
        "Begun by the period\u{2019}s close and not answered or withdrawn by it, from any period.")
    case .complaintsCorporateOpenOverdue:
      MeasureDefinition(
        "Corporate complaints open and overdue", "Open at the period\u{2019}s close and past their due date.")
    case .complaintsCorporateWithLearning:
      MeasureDefinition(
        "Corporate complaints with learning recorded", .share,
        "With learning written down or an action named, out of those begun in the period and answered by the as-at date."
      )
    case .representationsReceived:
      MeasureDefinition("Representations received", "By the day they were received, each reference once.")
    case .enquiriesReceived:
      MeasureDefinition("Enquiries received", "By the day they were received, each reference once.")
    case .complimentsReceived:
      MeasureDefinition("Compliments received", "By the day they were received, each reference once.")
    case .complaintsOutcome:
      MeasureDefinition(
        "Statutory complaints by outcome",
        "Answered by the as-at date with that outcome, and complaints withdrawn.")
    case .complaintsWithinTimescale:
      MeasureDefinition(
        "Statutory complaints answered within timescale", .share,
        "Answered in time, out of those answered and those still open past their limit. \(timing)")
    case .complaintsLate:
      MeasureDefinition("Statutory complaints answered late", "Answered after their limit. \(timing)")
    case .complaintsExtended:
      MeasureDefinition("Statutory complaints extended", "With an extended limit. \(timing)")
    case .complaintsOpenOverdue:
      MeasureDefinition(
        "Statutory complaints open and overdue",
        "Not answered by the as-at date and past their limit. \(timing)")
    default: nil
    }
  }

  private static func wentOn(_ stage: String) -> MeasureDefinition {
    MeasureDefinition(
      "Statutory complaints that went on to the \(stage) stage", .share,
      "Complaints whose \(stage) stage began by the as-at date, out of those whose first stage began in the period. Recent ones have had less time to go on."
    )
  }
}

/// What personal data is, by kind.
public enum RedactionKind: UInt8, Sendable, CaseIterable, Hashable {
  case name, initials, dateOfBirth, phone, email, address, postcode, nhsNumber, caseNumber, school, place

  /// What stands in the text instead.
  public var placeholder: String {
    switch self {
    case .name: "[name]"
    case .initials: "[initials]"
    case .dateOfBirth: "[date of birth]"
    case .phone: "[phone]"
    case .email: "[email]"
    case .address: "[address]"
    case .postcode: "[postcode]"
    case .nhsNumber: "[NHS number]"
    case .caseNumber: "[case number]"
    case .school: "[school]"
    case .place: "[place]"
    }
  }
}

/// A stretch of a text that is personal data.
public struct RedactionSpan: Sendable, Hashable {
  /// Bytes of the text.
  public var bytes: Range<Int>
  public var kind: RedactionKind
}

/// A text without its personal data, and what was taken out.
public struct RedactedText: Sendable, Hashable {
  public var text: String
  /// How many of each kind were taken out. Never what.
  public var counts: [RedactionKind: Int]
}

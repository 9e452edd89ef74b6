/// What is asked of practice in three ways: how much did we do, how well did we do it, what difference did it make.
public enum Strand: String, Sendable, CaseIterable, Hashable {
  case quantity, quality, outcome

  /// The question the strand answers.
  public var question: String {
    switch self {
    case .quantity: "How much did we do?"
    case .quality: "How well did we do it?"
    case .outcome: "What difference did it make?"
    }
  }
}

/// An area of practice and the sources that speak of it, strand by strand.
public struct PracticeArea: Sendable, Hashable {
  public var id: String
  public var name: String
  public var evidence: [Strand: [EvidenceSource]]

  public init(id: String, name: String, evidence: [Strand: [EvidenceSource]]) {
    self.id = id
    self.name = name
    self.evidence = evidence
  }
}

/// One source of evidence, by the framework's name for it.
public enum EvidenceSource: Sendable, Hashable {
  /// Position in `Framework.domains`: audits' grades.
  case domain(Int)
  /// Position in `Framework.standards`: dip samples.
  case standard(Int)
  /// Position in `Framework.indicators`.
  case indicator(Int)
  /// Position in `FeedbackScale.questions`.
  case question(Int)
  /// A category of complaint, as the exports name it.
  case complaintCategory(String)
}

import QAModel

extension ListDecoder where Value == ComplaintTable.Procedure {
  static let procedures = ListDecoder(
    "procedure", id: "procedure",
    [
      (
        .statutory,
        ["statutory", "statutory complaint", "children act", "children act 1989", "statutory social care"]
      ),
      (.corporate, ["corporate", "corporate complaint", "council", "non-statutory"]),
    ])
}

extension ListDecoder where Value == ComplaintTable.ContactType {
  static let contactTypes = ListDecoder(
    "type", id: "complaint_type",
    [
      (.complaint, ["complaint", "complaints"]),
      (.compliment, ["compliment", "compliments", "praise"]),
      (.representation, ["representation", "representations"]),
      (.enquiry, ["enquiry", "enquiries", "inquiry", "query"]),
    ])
}

extension ListDecoder where Value == ComplaintTable.Stage {
  static let stages = ListDecoder(
    "stage", id: "stage",
    ["one", "two", "three"].enumerated().compactMap { index, word in
      let number = index + 1
      return ComplaintTable.Stage(byte: UInt8(number)).map {
        ($0, ["\(number)", "Stage \(number)", "S\(number)", "Stg \(number)", "stage \(word)", word])
      }
    })
}

extension ListDecoder where Value == ComplaintTable.Outcome {
  static let outcomes = ListDecoder(
    "outcome", id: "outcome",
    [
      (.upheld, ["upheld", "fully upheld", "upheld in full"]),
      (
        .partlyUpheld,
        ["partly upheld", "partially upheld", "part upheld", "upheld in part", "partial", "partly"]
      ),
      (.notUpheld, ["not upheld", "unfounded", "not substantiated"]),
      (.withdrawn, ["withdrawn", "complaint withdrawn"]),
      (.resolved, ["resolved", "resolved informally", "informally resolved", "resolved locally"]),
    ])
}

import QAModel
import Testing

@testable import Analysis

/// KI-7: children's own complaints, and advocates.
@Suite("Who complained")
struct WhoComplainedTests {
  @Test(
    "is told by the export's words",
    arguments: [
      ("Child", true), ("Young Person", true), ("child (via advocate)", true), ("Care leaver", true),
      ("Parent", false), ("Parent of child", false), ("Foster carer", false), ("Advocate for child", false),
      ("Grandparent on behalf of a young person", false), ("Children\u{2019}s home manager", false),
    ])
  func words(word: String, isChild: Bool) { #expect(ComplaintMaker.isChild(word) == isChild) }

  @Test("counts statutory complaints once by the day they were received")
  func counted() {
    var records = Records()
    records.complaint("C1", received: "2025-10-07", advocate: .yes, madeBy: "Young person")
    records.complaint("C1", stage: 2, received: "2025-10-07", advocate: .yes, madeBy: "Young person")
    records.complaint("C2", received: "2025-10-08", service: "Care", advocate: .no, madeBy: "Child")
    records.complaint("C3", received: "2025-10-09", advocate: .yes, madeBy: "Parent")
    records.complaint("C4", received: "2025-09-30", madeBy: "Child")
    records.complaint("C5", received: "2025-10-09", procedure: .corporate, madeBy: "Child")
    records.complaint("C6", received: "2025-10-09", advocate: .yes, type: .compliment, madeBy: "Child")
    let maker = records.maker()
    let figures = maker.figures()
    #expect(figures.outcome(.complaintsByChild) == .count(2))
    #expect(figures.outcome(.complaintsByChild, service: "Care") == .count(1))
    #expect(figures.outcome(.complaintsByChild, period: 1) == .count(1))
    #expect(figures.outcome(.complaintsWithAdvocate) == .count(2))
    #expect(figures.outcome(.complaintsWithAdvocate, service: "Care") == .count(0))
    #expect(maker.rows(behind: FigureKey(.complaintsByChild, period: 0))?.rows.map(\.row) == [0, 2])
    #expect(maker.rows(behind: FigureKey(.complaintsWithAdvocate, period: 0))?.rows.map(\.row) == [0, 3])
  }

  @Test("is not available where the export never says")
  func neverSaid() {
    var records = Records()
    records.complaint("C1", received: "2025-10-07")
    let figures = records.maker().figures()
    #expect(figures.outcome(.complaintsByChild) == .notAvailable)
    #expect(figures.outcome(.complaintsWithAdvocate) == .notAvailable)
  }
}

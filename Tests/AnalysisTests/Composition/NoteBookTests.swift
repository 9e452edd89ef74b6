import QAModel
import Testing

@testable import Analysis

@Suite("The notes of a report")
struct NoteBookTests {
  @Test("are those that a table refers to, numbered as they come")
  func referred() {
    var book = NoteBook()
    let (gone, second, first) = (
      book.position(of: "Of no table"), book.position(of: "Second"), book.position(of: "First")
    )
    #expect([gone, second, first] == [0, 1, 2])
    let table = { (id: String, notes: [Int]) in
      Block.table(Table(id: id, title: id, source: id, notes: notes, columns: [], rows: []))
    }
    let inner = Section(id: "c", title: "C", blocks: [table("c", [second])])
    var sections = [
      Section(id: "a", title: "A", blocks: [table("a", [first])]),
      Section(id: "b", title: "B", blocks: [table("b", [first, second])], sections: [inner]),
    ]
    book.keepReferred(by: &sections)
    #expect(book.notes.map(\.text) == ["First", "Second"])
    #expect(sections.flatMap(\.allTables).map(\.notes) == [[0], [0, 1], [1]])
    book.keepReferred(by: &sections)
    #expect(book.notes.map(\.text) == ["First", "Second"])
  }
}

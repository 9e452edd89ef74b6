import Glibc
import QAModel
import Testing

@Suite("Work on several threads")
struct ParallelTests {
  @Test("is handed over in order, whichever is done first", arguments: [1, 2, 7])
  func inOrder(threads: Int) {
    var handed: [Int] = []
    Parallel.inOrder(40, threads: threads) { number in
      usleep(number.isMultiple(of: 3) ? 300 : 0)
      return number * number
    } take: {
      handed.append($0)
      return true
    }
    #expect(handed == (0..<40).map { $0 * $0 })
  }

  @Test("is not handed over any more once it is refused", arguments: [1, 2, 7])
  func stops(threads: Int) {
    var handed: [Int] = []
    Parallel.inOrder(40, threads: threads) {
      $0
    } take: {
      handed.append($0)
      return $0 < 11
    }
    #expect(handed == Array(0...11))
  }

  @Test("comes in the order of its numbers", arguments: [1, 2, 7])
  func map(threads: Int) {
    #expect(Parallel.map(100, threads: threads) { "\($0)" } == (0..<100).map { "\($0)" })
  }
}

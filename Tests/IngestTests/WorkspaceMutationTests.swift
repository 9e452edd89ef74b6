import Foundation
import QAModel
import Testing

@testable import Ingest

/// Configurations broken at random: every one is read or refused with a message that names a place.
@Suite("Mutated configurations")
struct WorkspaceMutationTests {
  /// The generator of G. L. Steele and others, *Fast splittable pseudorandom number generators* (2014).
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces = [
    ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "[", "]", "{", "}", ",", "#", "&a ", "*a ", "!!binary ",
    "|\n", ">",
    "? ", "%", "@", "\r", "\0", "\u{FEFF}", "\u{2028}", "é", "---\n", "...\n", "<<: ", "~", "null",
    "9999999999999999999",
    "-1", "1e400", "0x10", "", "domain: ", "framework: ", "name: ", "\u{E000}", "🙂",
  ].map { Array($0.utf8) }

  private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      case 2: bytes.replaceSubrange(at..<end, with: pieces.randomElement(using: &random) ?? [])
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 4:
        // A stretch of lines doubled, which doubles keys and names.
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let from = Int.random(in: 0..<lines.count, using: &random)
        let some = lines[from..<min(lines.count, from + 4)].joined(separator: [10])
        bytes.insert(contentsOf: Array(some) + [10], at: at)
      default: bytes.removeSubrange(at...)
      }
    }
    return bytes
  }

  @Test("are read or refused, never worse", arguments: 0..<8)
  func survive(part: Int) throws {
    var random = SplitMix(state: UInt64(part) &* 7_919 &+ 2025)
    let folder = try TemporaryFolder()
    let configuration = try Data(
      contentsOf: URL(fileURLWithPath: Repository.root + "/fixtures/real-england/qareport.yaml"))
    let framework = try Data(
      contentsOf: URL(fileURLWithPath: Repository.templates + "/frameworks/ofsted-ilacs.yaml"))
    let count = ProcessInfo.processInfo.environment["QAREPORT_MUTATIONS"].flatMap(Int.init) ?? 200
    for number in 0..<count / 8 {
      let breaksFramework = number.isMultiple(of: 2)
      let first = breaksFramework ? Array(configuration) : Self.mutated(Array(configuration), &random)
      let second = breaksFramework ? Self.mutated(Array(framework), &random) : Array(framework)
      try folder.write(first, to: "qareport.yaml")
      try folder.write(second, to: "frameworks/ofsted-ilacs.yaml")
      do {
        _ = try WorkspaceReader(folder: folder.path, templates: []).read()
      } catch {
        #expect(error.diagnostics.contains { $0.severity == .error })
        #expect(error.diagnostics.allSatisfy { !$0.summary.isEmpty && !$0.location.file.isEmpty })
      }
    }
  }
}

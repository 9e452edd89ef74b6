import ArgumentParser
import Glibc
import Logging
import QAModel

/// The last line of a run: what was made of how much, in what time and memory.
struct RunSummary {
  /// Where the pack stands.
  let pack: String
  let exports: Int
  /// Rows of exports that the report rests on.
  let rows: Int
  let figures: Int
  let tables: Int
  /// Warnings and errors of configuration and exports.
  let problems: Int

  /// 1 where there are data problems to look at.
  var status: ExitCode { problems > 0 ? ExitStatus.dataProblems : .success }

  func text(seconds: String) -> String {
    let looking = problems == 0 ? "" : ", \(Rounding.count(problems)) data problem\(problems == 1 ? "" : "s")"
    return "\(pack): \(Rounding.count(rows)) rows used, \(Rounding.count(figures)) figures, "
      + "\(Rounding.count(tables)) tables\(looking); \(seconds) s, \(Self.peak >> 20) MB"
  }

  /// The same by name, for what collects logs.
  func metadata(seconds: String) -> Logger.Metadata {
    let numbers = [
      "status": Int(status.rawValue), "exports": exports, "rows": rows, "figures": figures, "tables": tables,
      "problems": problems, "peak_bytes": Self.peak,
    ].mapValues { Logger.MetadataValue.stringConvertible($0) }
    return numbers.merging(["pack": "\(pack)", "seconds": .stringConvertible(JSONNumber(seconds))]) { $1 }
  }

  /// The account of a run that made nothing.
  static func nothingMade(_ status: ExitCode, seconds: String) -> Logger.Metadata {
    [
      "status": .stringConvertible(Int(status.rawValue)), "seconds": .stringConvertible(JSONNumber(seconds)),
    ]
  }

  /// The most memory that was resident, in bytes.
  private static var peak: Int {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss << 10 : 0
  }
}

/// Digits that stand in JSON without quotation marks.
struct JSONNumber: CustomStringConvertible {
  let description: String
  init(_ digits: String) { description = digits }
}

import Analysis
import Glibc

/// The speed of the theme engine over a million comments, for `Benchmarks/themes/speed.py`.
enum ThemeSpeed {
  /// Repeats the comments until there are a million of them. JSON: bytes, processor seconds of the automaton alone and
  /// of the whole engine on one thread, the words looked for, and the most memory held.
  static func measure(_ comments: [Comment], _ engine: ThemeEngine) -> String {
    var engine = engine
    let texts = comments.map { (Array($0.text.utf8), engine.origin(source: $0.source, service: $0.service)) }
    let rounds = (1_000_000 + texts.count - 1) / max(1, texts.count)
    let bytes = texts.reduce(0) { $0 + $1.0.count } * rounds
    var found = 0
    let automaton = seconds {
      for _ in 0..<rounds {
        for (text, _) in texts { found += text.withUnsafeBufferPointer { engine.plainMatches(in: $0) } }
      }
    }
    var told = 0
    let whole = seconds {
      for _ in 0..<rounds {
        for (text, origin) in texts {
          text.withUnsafeBufferPointer { engine.eachTheme(of: $0, from: origin) { _, _ in told += 1 } }
        }
      }
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let words = engine.soughtWords.map { "\"\($0)\"" }.joined(separator: ",")
    return """
      {"bytes":\(bytes),"comments":\(texts.count * rounds),"found":\(found),"themes":\(told),
      "automaton_seconds":\(automaton),"engine_seconds":\(whole),"peak_mib":\(usage.ru_maxrss / 1024),
      "phrases":[\(words)]}
      """
  }

  /// Of the processor, which other programs take nothing from.
  private static func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
  }
}

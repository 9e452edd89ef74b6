import Glibc

/// Standard output and standard error.
enum Terminal {
  static func output(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func error(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
        if count <= 0 { return }
        done += count
      }
    }
  }
}

/// Numbers for reading, not for figures.
enum Decimals {
  /// Three places, rounded half up; below 0.001 says so.
  static func short(_ number: Double) -> String {
    if number > 0, number < 0.001 { return "<0.001" }
    let thousandths = Int((number * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}

import Ingest

/// `inputs.idx` of an internal pack: which line of which export has changed since, a line a file.
///
/// The path, how many lines a hash stands for, how many lines there are, and four characters a hash, with tabs between.
/// Packs for others have none: a hash of a line would confirm a guess at what stands on it.
enum InputIndex {
  static let file = "inputs.idx"

  static func bytes(_ indexes: [LineIndex]) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in indexes {
      bytes += Array("\(index.path)\t\(index.stride)\t\(index.lines)\t".utf8)
      bytes.reserveCapacity(bytes.count + index.hashes.count * 4 + 1)
      for hash in index.hashes {
        for shift in stride(from: UInt32(18), through: 0, by: -6) {
          bytes.append(digits[Int(hash >> shift & 63)])
        }
      }
      bytes.append(10)
    }
    return bytes
  }

  /// Reads an index; files whose line is not as this program writes it are left out.
  static func parse(_ bytes: [UInt8]) -> [String: LineIndex] {
    var values = [UInt32?](repeating: nil, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt32(value) }
    var indexes: [String: LineIndex] = [:]
    for line in bytes.split(separator: 10) {
      let parts = line.split(separator: 9, maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].count % 4 == 0,
        let stride = Int(String(decoding: parts[1], as: UTF8.self)), stride > 0,
        let lines = Int(String(decoding: parts[2], as: UTF8.self))
      else { continue }
      let coded = parts[3].map { values[Int($0)] }
      guard !coded.contains(nil) else { continue }
      let hashes = Swift.stride(from: 0, to: coded.count, by: 4).map { start in
        coded[start..<start + 4].reduce(UInt32(0)) { $0 << 6 | ($1 ?? 0) }
      }
      let path = String(decoding: parts[0], as: UTF8.self)
      indexes[path] = LineIndex(path: path, stride: stride, lines: lines, hashes: hashes)
    }
    return indexes
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

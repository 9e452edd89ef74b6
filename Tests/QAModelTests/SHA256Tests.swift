import Testing

@testable import QAModel

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-4 as published by NIST, and the lengths around which padding takes a second block.
  @Test(
    "agrees with the published examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func examples(text: String, hash: String) {
    #expect(SHA256.hex(of: text.utf8) == hash)
  }

  @Test("agrees with the published example of a million letters")
  func million() {
    #expect(
      SHA256.hex(of: repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Reckoned with Python 3.11's hashlib: `hashlib.sha256(b"a" * n).hexdigest()`.
  @Test(
    "pads every length around a block rightly",
    arguments: [
      (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
      (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
      (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
      (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    ])
  func padding(length: Int, hash: String) {
    #expect(SHA256.hex(of: repeatElement(UInt8(ascii: "a"), count: length)) == hash)
  }

  @Test("is the same with and without the processor's instructions, in pieces of any size")
  func withAndWithoutInstructions() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 >> 3) }
    for (length, piece) in [(1000, 1), (999, 7), (640, 64), (641, 65), (130, 63), (0, 1)] {
      var hashes = [false, SHA256.hasInstructions].map(SHA256.init(usesInstructions:))
      for start in stride(from: 0, to: length, by: piece) {
        bytes[start..<min(start + piece, length)].withUnsafeBytes { part in
          for index in hashes.indices { hashes[index].update(part) }
        }
      }
      #expect(hashes[0].finish() == hashes[1].finish())
    }
  }
}

import Glibc

/// A colour on a screen, as `#12436D`.
public struct Colour: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#12436D`, or `12436d`: six hexadecimal digits, nothing else.
  public init?(hex text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.utf8.allSatisfy(Self.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    self.init(
      red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
  }

  public static let white = Colour(red: 255, green: 255, blue: 255)

  /// `0x12436D`.
  public var number: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// `#12436d`.
  public var hex: String {
    let digits = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// How well text of one colour is read on the other, from 1 to 21: the contrast ratio of WCAG 2.2.
  public func contrast(with other: Colour) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The nearest tint of the colour, mixed with white by twentieths, that is read on the background; white at last.
  public func lightened(toContrast least: Double, on background: Colour) -> Colour {
    for step in 0..<20 {
      let tint = mixed(withWhite: Double(step) / 20)
      if tint.contrast(with: background) >= least { return tint }
    }
    return .white
  }

  /// Relative luminance (WCAG 2.2).
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    guard value > 0.04045 else { return value / 12.92 }
    return pow((value + 0.055) / 1.055, 2.4)
  }

  private func mixed(withWhite share: Double) -> Colour {
    func mix(_ channel: UInt8) -> UInt8 {
      UInt8((Double(channel) + (255 - Double(channel)) * share).rounded())
    }
    return Colour(red: mix(red), green: mix(green), blue: mix(blue))
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}

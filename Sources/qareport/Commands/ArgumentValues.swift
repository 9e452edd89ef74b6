public import ArgumentParser
public import QAModel

// The values that options take, read strictly: what cannot be read is refused with the form it should have.

extension Period: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

extension Audience: ExpressibleByArgument {}

extension ReportFormat {
  /// Reads `html,md`.
  static func list(_ text: String) throws -> Set<ReportFormat> {
    let names = text.split(separator: ",").map { $0.drop { $0 == " " } }
    let formats = try names.map { name in
      guard let format = ReportFormat(rawValue: String(name)) else {
        throw ValidationError("'\(name)' is no format: use xlsx, html, md or data, with commas between.")
      }
      return format
    }
    guard !formats.isEmpty else {
      throw ValidationError("--format names no format: use xlsx, html, md or data, with commas between.")
    }
    return Set(formats)
  }
}

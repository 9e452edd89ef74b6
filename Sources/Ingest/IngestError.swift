public import QAModel

/// Why the exports of a workspace cannot be read at all: what stands in the way, file by file.
public struct IngestError: Error, Sendable {
  public var diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

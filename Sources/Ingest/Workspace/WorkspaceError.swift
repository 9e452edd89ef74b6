public import QAModel

/// Why a workspace cannot be read: every fault of its configuration, by file and line.
public struct WorkspaceError: Error, Sendable {
  public var diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

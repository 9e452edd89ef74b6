public import QAModel

/// A folder of exports and what its `qareport.yaml` says about them, checked and complete.
public struct Workspace: Sendable {
  /// The folder, absolute.
  public var folder: String
  /// The folder of the exports, relative to the workspace.
  public var exports: String
  /// The framework file merged with what the workspace adds to it.
  public var framework: Framework
  public var dateOrder: DateOrder
  /// Services that the framework does not list are taken as they come, as where every authority is one.
  public var acceptsUnknownServices: Bool
  /// The day an export was made, by its path below the exports folder, where the file's name does not say.
  public var exportDates: [String: CalendarDate]
  public var datasets: [DatasetKind: DatasetSettings]
  /// The files the configuration was read from, for the manifest: `qareport.yaml`, the framework file.
  public var configurationFiles: [ConfigurationFile]
  public var diagnostics: [Diagnostic]

  public init(
    folder: String, exports: String, framework: Framework, dateOrder: DateOrder = .dayFirst,
    acceptsUnknownServices: Bool = false, exportDates: [String: CalendarDate] = [:],
    datasets: [DatasetKind: DatasetSettings] = [:], configurationFiles: [ConfigurationFile] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.folder = folder
    self.exports = exports
    self.framework = framework
    self.dateOrder = dateOrder
    self.acceptsUnknownServices = acceptsUnknownServices
    self.exportDates = exportDates
    self.datasets = datasets
    self.configurationFiles = configurationFiles
    self.diagnostics = diagnostics
  }

  public enum DateOrder: String, Sendable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
  }

  public struct ConfigurationFile: Sendable, Hashable {
    public var path: String
    public var sha256: String
  }
}

/// What the workspace says about one kind of export.
public struct DatasetSettings: Sendable {
  /// Shell patterns (`*audit*.csv`) of paths below the exports folder; empty: recognised by file name and header.
  public var files: [String] = []
  /// Header as written → column of the dataset. Matched like every header: without regard to case, spaces,
  /// underscores, hyphens.
  public var columns: [String: String] = [:]
  /// Headers that are not to be read.
  public var ignored: [String] = []
  /// Column → cell as written → what it means.
  public var values: [String: [String: String]] = [:]
  /// Column → what kind of missing → the cells that say so, beside the ones every column knows.
  public var missing: [String: [Missing: [String]]] = [:]
  /// Column → the value of every row, where the export has no such column.
  public var constants: [String: String] = [:]
  public var layout: Layout = .automatic
  /// Feedback without dates: themes and thematic reports only.
  public var undated = false
  /// Header → the only values of it whose rows are read; other rows are outside the workspace's scope.
  public var rows: [String: [String]] = [:]
  /// For the Department for Education's open-data layout: which columns make an indicator.
  public var openData: [OpenDataIndicator] = []

  /// Of neighbours: the year of the model that counts. `nil`: the latest there is.
  public var model: String?
  /// Of neighbours: which model a list is of, where its name does not say.
  public var models: [NeighbourList] = []

  public init() {}

  /// Files, by a shell pattern, and the year of the model of neighbours that they list.
  public struct NeighbourList: Sendable {
    public var files: String
    public var model: String

    public init(files: String, model: String) {
      self.files = files
      self.model = model
    }
  }

  public enum Layout: String, Sendable, CaseIterable {
    /// Told from the header.
    case automatic
    case long
    /// A column a period, or a column a standard.
    case wide
    /// The Department for Education's open-data layout.
    case openData = "open_data"
  }

  /// An indicator of the framework made from columns of an open-data file.
  public struct OpenDataIndicator: Sendable {
    /// The name of the indicator in the framework.
    public var indicator: String
    public var numerator: String?
    public var denominator: String?
    public var value: String?
    /// Header → value that the row must have, beside `DatasetSettings.rows`.
    public var rows: [String: String]

    public init(
      indicator: String, numerator: String? = nil, denominator: String? = nil, value: String? = nil,
      rows: [String: String] = [:]
    ) {
      self.indicator = indicator
      self.numerator = numerator
      self.denominator = denominator
      self.value = value
      self.rows = rows
    }
  }
}

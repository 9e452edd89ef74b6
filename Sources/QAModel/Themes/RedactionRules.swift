/// What redaction knows of the world: titles, endings of places, the sector's own capitalised words. Made from
/// `templates/themes/redaction.yaml`; all words lower case.
public struct RedactionRules: Sendable {
  /// *Mr*, *Dr*, *Cllr*, *Auntie*: a name follows.
  public var titles: [String]
  /// Words that follow a school's name: *primary school*, *academy*.
  public var schoolEndings: [String]
  /// Words that follow the name of a street or a building that is an address: *close*, *court*.
  public var addressEndings: [String]
  /// Words that follow the name of a home, nursery, surgery or estate: *lodge*, *children's home*.
  public var placeEndings: [String]
  /// Capitalised words and phrases that are nobody's name: councils, cities, charities, systems, practice models.
  public var keep: [String]
  /// Abbreviations that look like initials.
  public var abbreviations: [String]
  /// First names that are English words too: *Grace*, *Will*, *May*. Taken for a name only where the words around
  /// say so.
  public var nameWords: [String]
  /// Surnames that are English words: a surname where they follow a first name or an initial.
  public var surnames: [String]
  /// First names known as such whatever their case: used after a relation or a greeting.
  public var firstNames: [String]
  /// Words after which a capitalised word is a person: *worker*, *brother*, *thanks*.
  public var beforeNames: [String]
  /// Words before which a capitalised word is a person: *said*, *told*, *was*.
  public var afterNames: [String]
  /// Words that say that a number after them identifies a case: *mosaic*, *case number*, *ref*.
  public var caseWords: [String]
  /// Words that say that a date after them is a date of birth: *dob*, *born*.
  public var birthWords: [String]

  public init(
    titles: [String] = [], schoolEndings: [String] = [], addressEndings: [String] = [],
    placeEndings: [String] = [], keep: [String] = [], abbreviations: [String] = [], nameWords: [String] = [],
    firstNames: [String] = [], beforeNames: [String] = [], afterNames: [String] = [],
    caseWords: [String] = [], birthWords: [String] = [], surnames: [String] = []
  ) {
    self.titles = titles
    self.schoolEndings = schoolEndings
    self.addressEndings = addressEndings
    self.placeEndings = placeEndings
    self.keep = keep
    self.abbreviations = abbreviations
    self.nameWords = nameWords
    self.surnames = surnames
    self.firstNames = firstNames
    self.beforeNames = beforeNames
    self.afterNames = afterNames
    self.caseWords = caseWords
    self.birthWords = birthWords
  }
}

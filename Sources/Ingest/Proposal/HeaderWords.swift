/// The words of a header, brought to what they mean: abbreviations written out, words of one family made one, endings
/// dropped.
struct HeaderWords: Hashable {
  /// In order, each once; never empty where the header has a letter or digit.
  let words: [String]

  init(_ header: String) {
    let raw = Self.split(header)
    var words: [String] = []
    for word in raw where !Self.empty.contains(word) {
      let meant = Self.family(of: word)
      if !words.contains(meant) { words.append(meant) }
    }
    self.words = words.isEmpty ? raw : words
  }

  /// How alike two words are: 1 the same, 0 nothing in common.
  static func likeness(_ a: String, _ b: String) -> Double {
    if a == b { return 1 }
    if let near = kin[a]?[b] ?? kin[b]?[a] { return near }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.count >= 4, long.hasPrefix(short) { return 0.8 }
    guard short.count >= 5, long.count - short.count <= 1 else { return 0 }
    return Nearest.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == 1 ? 0.85 : 0
  }

  // MARK: Taking apart

  private static func split(_ header: String) -> [String] {
    var words: [String] = []
    var current = ""
    var previous: Character = " "
    for character in header {
      let isWord = character.isLetter || character.isNumber
      // AuditRef and Q1Date are two words each; an apostrophe is no end.
      let breaks =
        character.isUppercase && previous.isLowercase || character.isNumber && previous.isLetter
        || character.isLetter && previous.isNumber
      if character == "'" || character == "\u{2019}" { continue }
      if !isWord || breaks {
        if !current.isEmpty { words.append(current.lowercased()) }
        current = ""
      }
      if isWord { current.append(character) } else if character == "%" { words.append("percent") }
      previous = character
    }
    if !current.isEmpty { words.append(current.lowercased()) }
    return words
  }

  private static func family(of word: String) -> String {
    if let family = families[word] { return family }
    let stem = stem(word)
    return families[stem] ?? stem
  }

  /// The word without the ending that makes it a plural, a person or an act: *moderator*, *moderated* and *moderation*
  /// are one.
  private static func stem(_ word: String) -> String {
    for ending in endings where word.count - ending.count >= 4 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let endings = [
    "ations", "ation", "ators", "ator", "ating", "ated", "ates", "ate", "ments", "ment", "ings", "ing",
    "ions",
    "ion", "ors", "or", "ers", "er", "ed", "es", "s", "e",
  ]

  /// Words that tell no header from another.
  private static let empty: Set<String> = [
    "of", "the", "is", "was", "were", "a", "an", "at", "in", "to", "for", "by", "and", "this", "has", "have",
    "had",
    "been", "from", "with", "did", "it", "its", "we", "are", "be", "will", "do", "does", "or", "desc", "txt",
    "yn", "y",
    "n", "val", "text", "full", "there", "name", "i", "am", "you", "how", "which", "that", "us", "our", "if",
    "out", "took",
    "place", "held", "taken",
  ]

  // MARK: Meaning

  private static let families: [String: String] = {
    let groups: [(String, [String])] = [
      ("date", ["date", "dates", "dt", "day", "when", "on", "time"]),
      ("id", ["id", "ids", "ref", "refs", "reference", "identifier", "unique", "uid", "key"]),
      ("number", ["number", "numbers", "no", "num", "nos", "count", "many", "total"]),
      (
        "child",
        [
          "child", "children", "childs", "childrens", "client", "person", "yp", "pupil", "lcs", "mosaic",
          "ll",
          "liquidlogic", "people",
        ]
      ),
      ("worker", ["worker", "workers", "sw", "practitioner", "practitioners", "caseworker", "wkr"]),
      ("manager", ["manager", "managers", "mgr", "sm", "tm"]),
      (
        "grade",
        ["grade", "grades", "grading", "graded", "judgement", "judgment", "judgements", "rating", "rated"]
      ),
      ("initial", ["initial", "first", "before", "pre", "provisional", "prior"]),
      ("after", ["after", "post", "following", "final"]),
      ("moder", ["mod", "moderation", "moderated", "moderator", "moderating", "moderate"]),
      ("panel", ["panel", "triple", "lock"]),
      (
        "complet",
        ["complete", "completed", "completion", "finished", "finish", "closed", "done", "concluded"]
      ),
      ("due", ["due", "deadline", "target"]),
      ("service", ["service", "services", "svc", "directorate", "division"]),
      ("team", ["team", "teams", "unit", "org"]),
      ("need", ["need", "needs", "threshold", "continuum", "lon", "tier"]),
      ("audit", ["audit", "audits"]),
      ("auditor", ["auditor", "auditors", "auditing", "audited"]),
      ("review", ["review", "reviewer", "reviewed", "reviews", "reviewing"]),
      ("sampl", ["sample", "sampled", "samples", "sampler", "sampling", "dip"]),
      ("type", ["type", "types", "kind", "category", "categories", "nature", "sort"]),
      ("receiv", ["received", "receipt", "receive", "logged", "came"]),
      ("acknowledg", ["acknowledged", "acknowledgement", "ack", "acknowledge"]),
      ("respond", ["responded", "response", "reply", "replied", "answer", "answered", "responses"]),
      ("start", ["start", "started", "began", "begin", "commenced", "opened", "open", "joined", "employed"]),
      ("left", ["left", "leave", "leaving", "leaver", "last"]),
      ("end", ["end", "ended", "close"]),
      ("raise", ["raised", "raise", "agreed", "created", "set"]),
      ("alloc", ["allocated", "allocation", "assigned", "assign", "allocate"]),
      ("submit", ["submitted", "submission", "returned", "submit"]),
      ("issu", ["sent", "issued", "shared", "send"]),
      ("strength", ["strengths", "strength", "positives", "positive", "well", "good"]),
      (
        "improv",
        [
          "improve", "improvement", "improvements", "development", "develop", "worried", "worries", "better",
          "dev", "concerns",
        ]
      ),
      ("impact", ["impact", "difference", "differences"]),
      ("feedback", ["feedback", "fb", "views"]),
      ("famil", ["family", "families", "parent", "parents", "carer", "carers"]),
      ("obtain", ["obtained", "received", "gained", "gave"]),
      ("sought", ["sought", "requested", "asked", "seek", "contacted"]),
      ("identit", ["identity", "diversity", "edi", "equality", "protected", "characteristics"]),
      ("concern", ["concern", "worry", "risk"]),
      ("notif", ["notified", "notification", "notify", "escalated", "told"]),
      ("immediat", ["immediate", "urgent", "immed"]),
      ("disput", ["dispute", "disputes", "disputed", "disagreement", "challenge"]),
      (
        "result",
        ["result", "results", "outcome", "outcomes", "decision", "decided", "finding", "conclusion"]
      ),
      ("previous", ["previous", "prev", "earlier", "original", "linked", "re", "reaudit"]),
      (
        "convers",
        ["conversation", "discussion", "discussed", "conversations", "reflective", "meeting", "disc"]
      ),
      ("topic", ["topic", "theme", "themes", "thematic", "focus", "subject", "area", "themed"]),
      ("observ", ["observation", "observations", "observed", "observer", "obs", "observing"]),
      ("comment", ["comment", "comments", "notes", "note", "remarks", "remark", "detail", "details"]),
      ("role", ["role", "job", "post", "title", "position", "designation"]),
      ("question", ["question", "questions", "statement", "item"]),
      ("indicator", ["indicator", "indicators", "pi", "kpi", "measure", "measures"]),
      ("period", ["period", "month", "quarter"]),
      ("numerator", ["numerator"]),
      ("neighbour", ["neighbour", "neighbours", "sn", "similar", "stat", "statistical"]),
      ("england", ["england", "national"]),
      ("average", ["average", "avg", "mean"]),
      ("percent", ["percent", "percentage", "pct", "rate"]),
      ("owner", ["owner", "responsible", "lead", "led", "leader", "facilitator", "who"]),
      (
        "particip",
        ["participants", "participant", "attendees", "attending", "attended", "attendance", "attend"]
      ),
      ("invit", ["invited", "invitations", "invite", "invitees", "issued"]),
      ("complain", ["complaint", "complaints", "complainant", "complained"]),
      ("satisf", ["satisfied", "satisfaction"]),
      ("sex", ["sex", "gender"]),
      ("resolv", ["resolved", "resolution", "resolve", "settled"]),
      ("disab", ["disability", "disabled", "disabilities"]),
      ("ethnic", ["ethnicity", "ethnic"]),
      ("superv", ["supervision", "supervisor", "supervised", "supervising", "sup"]),
      ("source", ["source", "origin", "arising", "originating"]),
      ("learn", ["learning", "lessons", "lesson", "learned", "learnt"]),
      ("descri", ["description", "summary", "describe"]),
      ("staff", ["staff", "employee", "colleague"]),
      ("finalis", ["finalised", "finalise", "finalized"]),
      ("qa", ["qa", "qad", "quality", "assurance", "assured"]),
      ("extend", ["extended", "extension", "extend"]),
      ("channel", ["channel", "method", "via", "collected"]),
      ("procedur", ["procedure", "process", "route", "statutory", "corporate", "corp"]),
      ("select", ["selected", "selection", "random", "targeted", "chosen"]),
    ]
    var families: [String: String] = [:]
    for (family, words) in groups {
      for word in words where families[word] == nil { families[word] = family }
    }
    return families
  }()

  /// Words that often stand for one another, and how readily.
  private static let kin: [String: [String: Double]] = [
    "id": ["number": 0.7],
    "grade": ["result": 0.6, "score": 0.7],
    "complet": ["end": 0.7, "date": 0],
    "review": ["audit": 0.4],
    "worker": ["staff": 0.6, "alloc": 0.2],
    "owner": ["alloc": 0.4],
    "respond": ["grade": 0.3, "result": 0.4],
    "met": ["respond": 0.6, "compliant": 0.7, "complian": 0.7],
    "standard": ["question": 0.6, "expect": 0.5, "criteri": 0.7],
    "topic": ["type": 0.3],
    "start": ["raise": 0.5],
    "left": ["end": 0.7],
    "percent": ["value": 0.6, "perform": 0.4],
    "value": ["outturn": 0.8],
    "previous": ["initial": 0.3],
    "comment": ["descri": 0.4],
    "case": ["child": 0.5],
    "after": ["result": 0.2],
    "audit": ["auditor": 0.5],
    "auditor": ["review": 0.7],
    "invit": ["sought": 0.8],
    "submit": ["issu": 0.6],
    "resolv": ["end": 0.8, "complet": 0.5, "result": 0.3],
  ]
}

import QAModel

/// What a phrase is for.
enum PhraseRole: UInt8, Sendable {
  case theme, cue, negator, contrast, join, concession, neutral, ignored, offTopic, exclusion, learnt
}

/// All phrases of a taxonomy and a language, compiled for one scan.
struct PhraseSet: Sendable {
  struct Compiled: Sendable {
    var role: PhraseRole
    /// For a theme, its position.
    var theme: Int32 = -1
    /// For a theme its weight, for a cue its value.
    var weight: Float = 0
    /// Which way the words themselves speak: 1, −1, or 0 where the clause decides; `neutral` below.
    var sense: Float = 0
    var isNeutral = false
    /// Groups of which one must hold, by kind, and groups of which none may. All ones: any.
    var onlySources: UInt64 = .max
    var onlyServices: UInt64 = .max
    var neverSources: UInt64 = 0
    var neverServices: UInt64 = 0
    /// Where in `exclusions` its exclusions stand.
    var exclusions: Range<Int32> = 0..<0
    /// Whether its words lie next to each other, so that it owns them.
    var owns = true
    var isConditional: Bool {
      onlySources != .max || onlyServices != .max || neverSources | neverServices != 0 || !exclusions.isEmpty
    }
    /// Position in the list that it was made from.
    var place: Int32 = 0
  }

  /// A step as it stands after the steps before it. Patterns that begin alike share their slots.
  struct Slot: Sendable, Hashable {
    /// The slot of the step before, −1 for a first step.
    var before: Int32
    var afterGap: Bool
    /// Whether another step may follow.
    var continues = false
    /// Patterns that are complete with this step: where they stand in `endings`.
    var endings: Range<Int32> = 0..<0
  }

  private(set) var patterns: [Compiled] = []
  private(set) var slots: [Slot] = []
  /// A pattern as a slot completes it, with what is asked of every match.
  struct Ending: Sendable {
    var pattern: Int32
    var theme: Int16
    var role: PhraseRole
    var owns: Bool
    /// Whether it names sources, services or words that must not stand beside it.
    var isConditional: Bool
  }

  /// Patterns by the slots that complete them.
  private(set) var endings: [Ending] = []
  private(set) var exclusions: [Int32] = []
  let automaton: PhraseAutomaton
  /// By output of the automaton: the slot that must have been passed before, −1 where none must. Apart from the outputs,
  /// because for most of them nothing else is looked at.
  private(set) var outputsBefore: [Int32] = []
  /// Words that may stand in a gap.
  static let gapReach: Int32 = 6

  init(taxonomy: ThemeTaxonomy, language: PolarityLexicon) {
    var builder = Builder(groups: GroupNames(taxonomy), patterns: taxonomy.patterns.count)
    for (place, pattern) in taxonomy.patterns.enumerated() {
      var compiled = Compiled(role: .theme, theme: Int32(pattern.theme), weight: Float(pattern.weight))
      compiled.place = Int32(place)
      switch pattern.polarity {
      case .strength: compiled.sense = 1
      case .concern: compiled.sense = -1
      case .neutral: compiled.isNeutral = true
      case nil: break
      }
      builder.add(pattern.phrase, compiled)
    }
    for (place, cue) in language.cues.enumerated() {
      builder.add(cue.phrase, Compiled(role: .cue, weight: Float(cue.value), place: Int32(place)))
    }
    let lists: [(PhraseRole, [PhrasePattern])] = [
      (.negator, language.negators), (.contrast, language.contrasts), (.join, language.joins),
      (.concession, language.concessions), (.neutral, language.neutral), (.ignored, taxonomy.ignored),
      (.offTopic, taxonomy.offTopic),
    ]
    for (role, phrases) in lists {
      for (place, phrase) in phrases.enumerated() {
        builder.add(phrase, Compiled(role: role, weight: Float(phrase.weight ?? 1), place: Int32(place)))
      }
    }
    for (place, word) in (taxonomy.learnt?.words ?? []).enumerated() {
      builder.add(word.phrase, Compiled(role: .learnt, place: Int32(place)))
    }
    automaton = PhraseAutomaton(builder.atoms, slots: builder.slotsOfAtoms)
    patterns = builder.patterns
    slots = builder.slots
    for (slot, complete) in builder.complete.enumerated() where !complete.isEmpty {
      let first = Int32(endings.count)
      endings += complete.map { [patterns] number in
        let pattern = patterns[Int(number)]
        return Ending(
          pattern: number, theme: Int16(clamping: pattern.theme), role: pattern.role, owns: pattern.owns,
          isConditional: pattern.isConditional)
      }
      slots[slot].endings = first..<Int32(endings.count)
    }
    exclusions = builder.exclusions
    outputsBefore = automaton.outputs.map { [slots] in slots[Int($0.slot)].before }
  }

  /// Bits that patterns' conditions and comments share.
  struct GroupNames: Sendable {
    private var sourceBits: [String: UInt64] = [:]
    private var serviceBits: [String: UInt64] = [:]

    init(_ taxonomy: ThemeTaxonomy) {
      for source in taxonomy.sources {
        for name in [source.id] + source.groups where sourceBits[name] == nil {
          sourceBits[name] = 1 << UInt64(sourceBits.count % 63)
        }
      }
      for service in taxonomy.services where serviceBits[service.id] == nil {
        serviceBits[service.id] = 1 << UInt64(serviceBits.count % 63)
      }
    }

    func sourceBits(_ source: ThemeTaxonomy.SourceRule) -> UInt64 {
      ([source.id] + source.groups).reduce(0) { $0 | (sourceBits[$1] ?? 0) }
    }
    func sourceBit(_ name: String) -> UInt64? { sourceBits[name] }
    func serviceBit(_ name: String) -> UInt64? { serviceBits[name] }
  }

  private struct Builder {
    let groups: GroupNames
    var patterns: [Compiled] = []
    var slots: [Slot] = []
    /// Slot → the patterns complete with it.
    var complete: [[Int32]] = []
    var exclusions: [Int32] = []
    private var known: [StepKey: Int32] = [:]
    /// Atoms by number, so that steps are told apart without hashing words again.
    private var numbers: [PhrasePattern.Atom: Int32] = [:]
    private(set) var atoms: [PhrasePattern.Atom] = []
    private(set) var slotsOfAtoms: [(atom: Int32, slot: UInt32)] = []

    private struct StepKey: Hashable {
      var before: Int32
      var afterGap: Bool
      /// Different ones, in ascending order.
      var atoms: [Int32]
    }

    /// - Parameter count: about how many patterns there will be; tables that need not grow are filled faster.
    init(groups: GroupNames, patterns count: Int) {
      self.groups = groups
      known.reserveCapacity(2 * count)
      numbers.reserveCapacity(4 * count)
      patterns.reserveCapacity(2 * count)
    }

    mutating func add(_ phrase: PhrasePattern, _ description: Compiled) {
      var compiled = description
      compiled.owns = !phrase.steps.contains(where: \.afterGap)
      conditions(phrase.only, sources: &compiled.onlySources, services: &compiled.onlyServices)
      conditions(phrase.never, sources: &compiled.neverSources, services: &compiled.neverServices)
      let exclusions = exclusionPatterns(phrase.excluding)
      for steps in phrase.variants {
        compiled.exclusions = exclusions
        addSteps(Self.fused(steps), of: compiled)
      }
    }

    /// How many atoms two steps next to each other may become together.
    private static let mostFused = 12

    /// Steps next to each other made one: `(how|what) (he|she)` looks for four phrases of two words. Words such as
    /// *the* and *to* then move no pattern on by themselves, which is where the time would go.
    private static func fused(_ steps: [PhrasePattern.Step]) -> [PhrasePattern.Step] {
      var result: [PhrasePattern.Step] = []
      for step in steps {
        guard let last = result.last, !step.afterGap, last.atoms.allSatisfy({ !$0.isStem }),
          last.atoms.count * step.atoms.count <= mostFused
        else {
          result.append(step)
          continue
        }
        result[result.count - 1].atoms = last.atoms.flatMap { left in
          step.atoms.map { .init(text: left.text + " " + $0.text, isStem: $0.isStem) }
        }
      }
      return result
    }

    private mutating func addSteps(_ steps: [PhrasePattern.Step], of compiled: Compiled) {
      var before: Int32 = -1
      for (index, step) in steps.enumerated() {
        let numbers = numbers(of: step.atoms)
        let key = StepKey(
          before: before, afterGap: index > 0 && step.afterGap, atoms: Self.differing(numbers))
        if let slot = known[key] {
          before = slot
        } else {
          let slot = Int32(slots.count)
          known[key] = slot
          slots.append(Slot(before: before, afterGap: key.afterGap))
          complete.append([])
          slotsOfAtoms += numbers.map { ($0, UInt32(slot)) }
          if before >= 0 { slots[Int(before)].continues = true }
          before = slot
        }
      }
      complete[Int(before)].append(Int32(patterns.count))
      patterns.append(compiled)
    }

    private mutating func numbers(of atoms: [PhrasePattern.Atom]) -> [Int32] {
      atoms.map { atom -> Int32 in
        if let number = numbers[atom] { return number }
        let number = Int32(self.atoms.count)
        numbers[atom] = number
        self.atoms.append(atom)
        return number
      }
    }

    private static func differing(_ numbers: [Int32]) -> [Int32] {
      guard numbers.count > 1 else { return numbers }
      let sorted = numbers.sorted()
      return zip(sorted, [-1] + sorted).filter { $0 != $1 }.map(\.0)
    }

    private mutating func exclusionPatterns(_ excluded: [PhrasePattern.Atom]) -> Range<Int32> {
      let first = Int32(exclusions.count)
      for atom in excluded {
        exclusions.append(Int32(patterns.count))
        addSteps([.init(atoms: [atom], afterGap: false)], of: Compiled(role: .exclusion, owns: false))
      }
      return first..<Int32(exclusions.count)
    }

    private func conditions(_ names: [String], sources: inout UInt64, services: inout UInt64) {
      let sourceBits = names.compactMap(groups.sourceBit)
      let serviceBits = names.compactMap(groups.serviceBit)
      if !sourceBits.isEmpty { sources = sourceBits.reduce(0, |) }
      if !serviceBits.isEmpty { services = serviceBits.reduce(0, |) }
    }
  }
}

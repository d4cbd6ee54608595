/// What usually makes two runs of one program differ.
enum NondeterminismSource: Hashable {
  /// A name in the lesson's code that is known for it.
  case hashing(String)
  case time(String)
  case randomness(String)
  case addresses(String)
  case threads(String)
  case unknown

  /// A limit of time that was passed once.
  static let time = NondeterminismSource.time("a machine that is busy")

  var words: String {
    switch self {
    case .hashing(let name):
      "\(name): sets and dictionaries have another order, and hash values change, in every run"
    case .time(let name): "\(name): time goes on between two runs"
    case .randomness(let name): "\(name): it draws from the system's generator, which has no seed"
    case .addresses(let name): "\(name): addresses change from run to run"
    case .threads(let name): "\(name): what runs at once ends in any order"
    case .unknown:
      "the order of a Set or Dictionary, Date, SystemRandomNumberGenerator, addresses, or threads"
    }
  }

  var remedy: String {
    switch self {
    case .hashing: "sort before printing, comparing or summing: `.sorted()`"
    case .time: "take the time out of what is checked, printed and drawn, or do less"
    case .randomness: "draw from a generator with a seed, passed as `using:`"
    case .addresses: "do not print or compare addresses"
    case .threads: "wait for all, then combine in a fixed order"
    case .unknown: "find what differs between runs, and fix it: a seed, an order, a moment"
    }
  }

  /// The first name in code that is known for making runs differ.
  static func named(in code: String) -> NondeterminismSource? {
    let names = identifiers(in: code)
    // With a generator that is passed in, drawing is repeatable.
    let seeded: Set =
      names.contains("using") ? ["random", "randomElement", "shuffled", "shuffle"] : []
    for (known, cause) in causes {
      let found = known.first { names.contains($0) && !seeded.contains($0) }
      if let found { return cause("`\(found)`") }
    }
    let dictionary = #/\[\s*("[^"\n]*"|\w+)\s*:\s/#
    return code.contains(dictionary) ? .hashing("a dictionary") : nil
  }

  private static let causes: [([String], @Sendable (String) -> NondeterminismSource)] = [
    (
      ["SystemRandomNumberGenerator", "randomElement", "shuffled", "shuffle", "UUID", "random"],
      { .randomness($0) }
    ),
    (
      ["Date", "ContinuousClock", "SuspendingClock", "clock_gettime", "DispatchTime"],
      { .time($0) }
    ),
    (["Set", "Dictionary", "hashValue", "Hasher", "hash"], { .hashing($0) }),
    (
      [
        "ObjectIdentifier", "UnsafePointer", "UnsafeMutablePointer", "UnsafeRawPointer",
        "UnsafeMutableRawPointer", "withUnsafePointer", "Unmanaged", "unsafeBitCast",
      ],
      { .addresses($0) }
    ),
    (
      ["Task", "Thread", "DispatchQueue", "TaskGroup", "withTaskGroup", "async", "getpid"],
      { .threads($0) }
    ),
  ]

  private static func identifiers(in code: String) -> Set<String> {
    var names: Set<String> = []
    for line in code.split(separator: "\n") {
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      for word in code.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
        names.insert(String(word))
      }
    }
    return names
  }
}

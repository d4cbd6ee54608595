/// An option; the raw value is its name on the command line.
enum Option: String, CaseIterable {
  case out = "--out"
  case baseURL = "--base-url"
  case format = "--format"
  case strict = "--strict"
  case twice = "--twice"
  case shard = "--shard"
  case times = "--times"
  case yes = "--yes"
  case course = "--course"
  case commonmark = "--commonmark"
  case jobs = "--jobs"
  case noCache = "--no-cache"
  case isolation = "--isolation"
  case trust = "--trust"
  case quiet = "--quiet"
  case verbose = "--verbose"
  case color = "--color"
  case help = "--help"
  case version = "--version"

  static let common: [Option] = [.quiet, .verbose, .color, .help, .version]

  /// The letter that stands for it.
  var letter: Character? {
    switch self {
    case .jobs: "j"
    case .quiet: "q"
    case .verbose: "v"
    case .help: "h"
    case .yes: "y"
    default: nil
    }
  }

  /// What its value is called; nil for an option without one.
  var value: String? {
    switch self {
    case .out, .course: "DIR"
    case .baseURL: "URL"
    case .format: "FORMAT"
    case .jobs: "N"
    case .shard: "I/N"
    case .times: "FILE"
    case .isolation: "WAY"
    case .color: "WHEN"
    default: nil
    }
  }

  var summary: String {
    switch self {
    case .out: "where to write the site (site/public)"
    case .baseURL: "the address that the site will have, for canonical links"
    case .format: "human, json, junit or github (human)"
    case .strict: "every decimal number that readers see must be computed, an input or given"
    case .twice: "run each lesson twice: both runs must bring the same"
    case .shard: "verify the I-th of N parts of the lessons"
    case .times: "split by the times in this report of an earlier run, not by the texts' lengths"
    case .yes: "write without asking"
    case .course: "the course to add to (lessons)"
    case .commonmark: "CommonMark alone, no additions"
    case .jobs: "how many lessons run at once (the number of cores)"
    case .noCache: "neither use nor keep results"
    case .isolation: "bubblewrap, landlock or none: only for your own lessons (what works here)"
    case .trust: "run lessons without isolation where no way works: only your own"
    case .quiet: "print findings only"
    case .verbose: "print every check"
    case .color: "auto, always or never (auto)"
    case .help: "show this"
    case .version: "show the version"
    }
  }
}

/// What gradus can be asked to do.
enum Command: String, CaseIterable {
  case build, verify, merge, accept, new, tangle, html, explain, doctor, clean

  /// One line for the list of commands.
  var summary: String {
    switch self {
    case .build: "verify the course, then render it as a site"
    case .verify: "run lessons and check all they claim; no site"
    case .merge: "join the reports of shards, and say which is missing"
    case .accept: "write computed values back into lessons, after showing the difference"
    case .new: "start a lesson, and add it to the course"
    case .tangle: "print a lesson's Swift program"
    case .html: "render one Markdown file as HTML, nothing run"
    case .explain: "say what a finding means, with an example and the remedy"
    case .doctor: "say what this machine has and lacks"
    case .clean: "drop the cache"
    }
  }

  var usage: String {
    switch self {
    case .build: "gradus build [COURSE] [--out DIR] [--base-url URL] [--strict] [--twice]"
    case .verify:
      "gradus verify [COURSE or FILES] [--format human|json|junit|github] [--strict] [--twice] "
        + "[--shard I/N [--times FILE]]"
    case .merge: "gradus merge REPORT… [--format human|json|junit|github]"
    case .accept: "gradus accept [COURSE or FILES] [--yes]"
    case .new: "gradus new STEM \"Title\" [--course DIR]"
    case .tangle: "gradus tangle FILE"
    case .html: "gradus html [FILE] [--commonmark]"
    case .explain: "gradus explain [RULE]"
    case .doctor: "gradus doctor"
    case .clean: "gradus clean [COURSE]"
    }
  }

  var discussion: String {
    switch self {
    case .build:
      "COURSE is a folder with a course.yaml; `lessons` if none is named. The site is written to "
        + "DIR, `site/public` if none is named, whole or not at all: while a check fails the last "
        + "good site stays as it is."
    case .verify:
      "FILES are Markdown files; their Swift blocks are run and checked. A folder is a course. "
        + "`lessons` is verified if nothing is named. --shard 2/3 verifies the second of three parts "
        + "of about equal length, as each of three machines may; all must then name the same lessons "
        + "and the same --times, a report of an earlier run, or none."
    case .merge:
      "REPORTs are what `gradus verify --shard I/N --format json` wrote, one of each shard. What "
        + "comes out is the report of the whole, and so is the exit status."
    case .accept:
      "Shows what would change and asks before it writes. Without a terminal it writes only with "
        + "--yes. Lessons that trapped or did not compile are left alone."
    case .new:
      "STEM is the lesson's file name without `.md`, and its address: lower-case letters, digits "
        + "and hyphens."
    case .tangle: "The program is what a reader would type: no recording in it."
    case .html:
      "Reads standard input if no file is named. --commonmark renders CommonMark alone, as its "
        + "specification has it."
    case .explain: "Without a rule, lists all rules."
    case .doctor: "For what is missing it names the command that installs it."
    case .clean: "Results are computed again the next time."
    }
  }

  /// The options that it takes in addition to the common ones.
  var options: [Option] {
    switch self {
    case .build: [.out, .baseURL, .strict, .twice, .jobs, .noCache, .trust]
    case .verify: [.format, .strict, .twice, .shard, .times, .jobs, .noCache, .trust]
    case .accept: [.yes, .jobs, .noCache, .trust]
    case .merge: [.format]
    case .new: [.course]
    case .html: [.commonmark]
    case .tangle, .explain, .doctor, .clean: []
    }
  }

  /// How many operands it takes.
  var operands: ClosedRange<Int> {
    switch self {
    case .build, .html, .explain, .clean: 0...1
    case .verify, .accept: 0...100_000
    case .merge: 1...10_000
    case .new: 2...2
    case .tangle: 1...1
    case .doctor: 0...0
    }
  }
}

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
    case .color: "WHEN"
    default: nil
    }
  }

  var summary: String {
    switch self {
    case .out: "where to write the site (site/public)"
    case .baseURL: "the address that the site will have, for canonical links"
    case .format: "human, json, junit or github (human)"
    case .strict: "every decimal number in the text must be checked or given"
    case .twice: "run each lesson twice: both runs must bring the same"
    case .shard: "verify the I-th of N parts of the lessons"
    case .times: "split by the times in this report of an earlier run, not by the texts' lengths"
    case .yes: "write without asking"
    case .course: "the course to add to (lessons)"
    case .commonmark: "CommonMark alone, no additions"
    case .jobs: "how many lessons run at once (the number of cores)"
    case .noCache: "neither use nor keep results"
    case .trust: "run lessons without a sandbox where there is none: only your own"
    case .quiet: "print findings only"
    case .verbose: "print every check"
    case .color: "auto, always or never (auto)"
    case .help: "show this"
    case .version: "show the version"
    }
  }
}

/// What can be wrong with a lesson. The raw value is the name that reports use.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  /// A check in code does not hold.
  case valueMismatch = "value-mismatch"
  /// A block prints something else than its `output` fence.
  case outputMismatch = "output-mismatch"
  /// A claim in prose does not hold.
  case claimMismatch = "claim-mismatch"
  /// The number of a check comment does not stand before it.
  case checkTextMissing = "check-text-missing"
  /// A check, a block or a figure can't be read.
  case badCheck = "bad-check"
  /// A variable is read above the line that gives it its value.
  case declaredLater = "declared-later"
  /// The compiler rejects the program.
  case doesNotCompile = "does-not-compile"
  /// A `fails` block compiles.
  case unexpectedlyCompiles = "unexpectedly-compiles"
  /// Something else is said than the `diagnostic` fence holds.
  case diagnosticMismatch = "diagnostic-mismatch"
  /// The program stopped with a fault, or ended early.
  case trapped
  /// A `traps` block ran to its end.
  case didNotTrap = "did-not-trap"
  /// The lesson ran past its limit of time.
  case timedOut = "timed-out"
  /// The lesson ran out of memory.
  case outOfMemory = "out-of-memory"
  /// The lesson wrote more than its limit.
  case tooMuchOutput = "too-much-output"
  /// Two runs came out differently.
  case nondeterministic
  /// The starter of an exercise passes its checks.
  case starterPasses = "starter-passes"
  /// A solution does not pass the checks of its exercise.
  case solutionFails = "solution-fails"
  /// A quiz can't be asked, or a card can't be learned from.
  case quizInvalid = "quiz-invalid"
  /// An image or a figure has no alternative text.
  case missingAlt = "missing-alt"
  /// A link leads nowhere.
  case deadLink = "dead-link"
  /// A link leads to a heading that is not there.
  case deadAnchor = "dead-anchor"
  /// A name in double backticks is not a symbol, or could be several.
  case unknownSymbol = "unknown-symbol"
  /// A prerequisite is not a lesson of the course.
  case unknownPrerequisite = "unknown-prerequisite"
  /// Two things have one name.
  case duplicateID = "duplicate-id"
  /// The front matter or the course file can't be read.
  case badFrontMatter = "bad-front-matter"
  /// The words of a fence are wrong, or an exercise lacks a part.
  case badInfoString = "bad-info-string"
  /// A formula can't be typeset.
  case badFormula = "bad-formula"
  /// A file is not what the course needs it for, or lies elsewhere.
  case badFile = "bad-file"
  /// Nothing backs a number of the text.
  case unverifiedNumber = "unverified-number"
  /// No lesson covers a row of the coverage table.
  case uncovered
  /// The coverage table has no row that a lesson says it covers.
  case unknownCoverage = "unknown-coverage"
}

/// What a check is about. The raw value is the name that reports use.
public enum CheckKind: String, CaseIterable, Hashable, Sendable {
  /// Checks of a part of the lesson.
  case value, output, claim, compile, diagnostic, trap, exercise, quiz, figure, link, number
  /// What the course must teach.
  case coverage
  /// The lesson's text as a whole.
  case lesson
}

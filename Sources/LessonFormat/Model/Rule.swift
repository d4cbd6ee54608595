/// What can be wrong with a lesson. The raw value is the name that reports use.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  case valueMismatch = "value-mismatch"
  case outputMismatch = "output-mismatch"
  case claimMismatch = "claim-mismatch"
  case checkTextMissing = "check-text-missing"
  case badCheck = "bad-check"
  case doesNotCompile = "does-not-compile"
  case unexpectedlyCompiles = "unexpectedly-compiles"
  case diagnosticMismatch = "diagnostic-mismatch"
  case trapped
  case didNotTrap = "did-not-trap"
  case timedOut = "timed-out"
  case outOfMemory = "out-of-memory"
  case tooMuchOutput = "too-much-output"
  case nondeterministic
  case starterPasses = "starter-passes"
  case solutionFails = "solution-fails"
  case quizInvalid = "quiz-invalid"
  case missingAlt = "missing-alt"
  case deadLink = "dead-link"
  case deadAnchor = "dead-anchor"
  case unknownSymbol = "unknown-symbol"
  case unknownPrerequisite = "unknown-prerequisite"
  case duplicateID = "duplicate-id"
  case badFrontMatter = "bad-front-matter"
  case badInfoString = "bad-info-string"
  case badFormula = "bad-formula"
  case unverifiedNumber = "unverified-number"
}

/// What a check is about. The raw value is the name that reports use.
public enum CheckKind: String, CaseIterable, Hashable, Sendable {
  case value, output, claim, compile, diagnostic, trap, exercise, quiz, figure, link, number
  case lesson
}

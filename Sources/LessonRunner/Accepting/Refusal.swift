import LessonFormat

extension Acceptance {
  /// A mismatch that a person must resolve, and why.
  public struct Refusal: Hashable, Sendable {
    /// The path of the lesson's file.
    public let file: String
    /// Where the expected value is written.
    public let position: SourcePosition
    /// Why nothing is written there.
    public let cause: Cause

    /// Why a value can't be written.
    public enum Cause: Hashable, Sendable {
      /// The check was never reached.
      case notReached
      /// The value may rest on a variable that was read in a line before it had a value.
      case restsOn(String, readInLine: Int)
      /// The check was reached with several values; the first of them that fails.
      case severalValues(firstFailing: String)
      /// The relation leaves open which value to write; the value that came.
      case noOneValue(Relation, actual: String)
      /// The value that came can't be written behind this relation, or is too long for a line.
      case otherShape(actual: String)
    }
  }
}

extension Acceptance.Refusal {
  /// The place and the reason, as a sentence.
  public var message: String {
    "\(file):\(position.line):\(position.column): \(reason)"
  }

  private var reason: String {
    switch cause {
    case .notReached: "it was never reached, so there is no value to write"
    case .restsOn(let variable, let line):
      "it may rest on `\(variable)`, which line \(line) reads before it has a value"
    case .severalValues(let actual):
      "it has more than one value; the first that fails is \(actual)"
    case .noOneValue(let relation, let actual):
      "`\(relation.rawValue)` has no one value; it is \(actual) now"
    case .otherShape(let actual):
      "its value can't be written there; it is \(CheckResult.excerpt(of: actual)) now"
    }
  }
}

import LessonFormat

/// In tests a value may be written as its description.
extension ComputedValue: ExpressibleByStringLiteral {
  public init(stringLiteral description: String) { self.init(description) }
}

/// What the site needs to know of a course: its name, and its lessons in order.
public struct CourseOutline: Hashable, Sendable {
  public var title: String
  public var description: String
  public var parts: [Part]

  public init(title: String, description: String, parts: [Part]) {
    self.title = title
    self.description = description
    self.parts = parts
  }

  /// A part of the course, with the ids of its lessons.
  public struct Part: Hashable, Sendable {
    public var title: String
    public var lessons: [String]

    public init(title: String, lessons: [String]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// The ids of all lessons in the order of the course.
  public var lessons: [String] { parts.flatMap(\.lessons) }
}

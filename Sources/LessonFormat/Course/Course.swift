/// A course: what `course.yaml` says, and the lessons in their order.
public struct Course: Sendable {
  /// The folder, as the user would write it.
  public var folder: String
  public var title: String
  public var description: String
  public var library: Library
  /// Where the course file names the library.
  public var libraryPlaces = LibraryPlaces()
  public var limits: Limits
  public var parts: [Part]
  /// What is wrong with the course file, apart from what kept it from being read.
  public var findings: [FormatFinding] = []

  /// The Swift package that the course is about.
  public struct Library: Hashable, Sendable {
    /// The package's folder, relative to the course's.
    public var package: String
    public var product: String
    /// The modules that every lesson imports.
    public var imports: [String]

    public init(package: String, product: String, imports: [String]) {
      self.package = package
      self.product = product
      self.imports = imports
    }
  }

  /// The places of what the course file says of the library; nil for what it leaves out.
  public struct LibraryPlaces: Sendable {
    public var package: SourcePosition?
    public var product: SourcePosition?
    /// One for each of the imports.
    public var imports: [SourcePosition] = []

    public init() {}
  }

  /// How much a lesson may use.
  public struct Limits: Hashable, Sendable {
    /// Wall-clock time.
    public var seconds = 10.0
    /// Bytes of memory.
    public var memory = 1_000_000_000
    /// Bytes of output.
    public var output = 1_000_000

    public init() {}
  }

  public struct Part: Hashable, Sendable {
    public var title: String
    /// The stems of the part's lessons.
    public var lessons: [String]

    public init(title: String, lessons: [String]) {
      self.title = title
      self.lessons = lessons
    }
  }

  public init(
    folder: String, title: String, description: String = "",
    library: Library = Library(package: "..", product: "Backprop", imports: ["Backprop"]),
    limits: Limits = Limits(), parts: [Part] = []
  ) {
    self.folder = folder
    self.title = title
    self.description = description
    self.library = library
    self.limits = limits
    self.parts = parts
  }

  /// The stems of all lessons, in order.
  public var lessons: [String] { parts.flatMap(\.lessons) }

  /// The path of a lesson's file.
  public func path(of lesson: String) -> String { Course.join(folder, lesson + ".md") }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

/// A course: what `course.yaml` says, and the lessons in their order.
public struct Course: Sendable {
  /// The folder, as the user would write it.
  public var folder: String
  /// The title, which may hold Markdown for a line.
  public var title: String
  /// What the course is about, in a sentence; empty where the file says nothing.
  public var description: String
  /// The Swift package that the course is about.
  public var library: Library
  /// Where the course file names the library.
  public var libraryPlaces = LibraryPlaces()
  /// How much each lesson may use.
  public var limits: Limits
  /// The parts, in the order of the file.
  public var parts: [Part]
  /// The language of the text, as BCP 47 has it.
  public var language = "en"
  /// Whether raw HTML of lessons comes to their pages as it is; else only what is harmless does.
  public var allowsHTML = false
  /// The stem of the lesson whose headings of the second level are the terms of the course.
  public var glossary: String?
  /// The table of what the course must teach.
  public var coverage: CoverageTable?
  /// The address of the lessons' folder where an author edits them, without a slash at its end.
  public var editAddress: String?
  /// The course file as it was read; nil for a course that was not read from one.
  public var file: SourceFile?
  /// What is wrong with the course file, apart from what kept it from being read.
  public var findings: [FormatFinding] = []

  /// The Swift package that the course is about.
  public struct Library: Hashable, Sendable {
    /// The package's folder, relative to the course's.
    public var package: String
    /// The product of the package that lessons are compiled against.
    public var product: String
    /// The modules that every lesson imports.
    public var imports: [String]

    /// A library of these names.
    public init(package: String, product: String, imports: [String]) {
      self.package = package
      self.product = product
      self.imports = imports
    }
  }

  /// The places of what the course file says of the library; nil for what it leaves out.
  public struct LibraryPlaces: Sendable {
    /// The place of all that it says.
    public var library: SourcePosition?
    /// The place of the package.
    public var package: SourcePosition?
    /// The place of the product.
    public var product: SourcePosition?
    /// One for each of the imports.
    public var imports: [SourcePosition] = []

    /// Nothing is named.
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

    /// The limits of a new course.
    public init() {}
  }

  /// A part of the course: lessons under a title.
  public struct Part: Hashable, Sendable {
    /// The title, which may hold Markdown for a line.
    public var title: String
    /// The stems of the part's lessons.
    public var lessons: [String]

    /// A part with these lessons, in order.
    public init(title: String, lessons: [String]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// A course as its file would say it; what is left out gets the values of a new course.
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

  /// Stems that no lesson can have: the site has pages of its own by these names.
  public static let reservedStems = ["cards", "index"]

  /// Whether the site has a file or a folder of its own at a path, or a page of one of these lessons.
  /// Some hosts do not tell upper from lower case.
  public static func isTaken(path: String, lessons: [String]) -> Bool {
    let path = path.lowercased()
    let folder = path.split(separator: "/").first.map(String.init) ?? ""
    return ["style.css", "site.js", "practice.js", "icon.svg"].contains(path)
      || ["katex", "fonts", "reference"].contains(folder)
      || (lessons + reservedStems).contains { path == $0.lowercased() + ".html" }
  }

  /// Whether a text can be the stem of a lesson that is a page of the site, and so a part of addresses:
  /// letters, digits, `-`, `_`, and `.` within. `javascript:…` would be an address of its own.
  static func isStem(_ text: String) -> Bool {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .nonspacingMark, .spacingMark:
        true
      default: "-_.".unicodeScalars.contains(scalar)
      }
    }
    return isPlain && !text.isEmpty && text.first != "." && text.last != "."
      && !text.hasSuffix(".md")
  }

  /// What a stem consists of, for those who have written another.
  static let stemRemedy = "use letters, digits, `-`, `_`, and `.` between them"

  /// The path of a lesson's file.
  public func path(of lesson: String) -> String { Course.join(folder, lesson + ".md") }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

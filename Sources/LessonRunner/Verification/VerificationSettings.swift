import LessonFormat

extension Verification {
  /// What lessons are run with.
  public struct Settings: Sendable {
    /// The modules that every block sees.
    public var imports: [String]
    /// The folder that holds the lessons and their `data`.
    public var folder: String
    /// The stems of the course's lessons, whether they are run now or not; nil for lessons that
    /// stand alone.
    public var course: [String]?
    /// What the course must teach; nil where nothing says so.
    public var coverage: CoverageTable?
    /// Whether raw HTML of lessons comes to their pages.
    public var allowsHTML = false
    /// How long a lesson may run, in seconds of wall-clock time.
    public var seconds: Double
    /// How many bytes of memory a lesson may take.
    public var memory: UInt64
    /// How many bytes a lesson may print, and a file of its may hold.
    public var output: Int
    /// How many lessons run at once.
    public var jobs: Int
    /// How lessons are kept from the rest of the machine; nil for the first way that works here.
    public var isolation: Isolation?
    /// Whether lessons may run without isolation where no way works.
    public var trusts: Bool
    /// Whether a number in the text that nothing backs is an error.
    public var isStrict: Bool
    /// Whether each lesson is run a second time, and must bring the same.
    public var runsTwice = false
    /// Where results are kept from one run to the next.
    public var cache: Cache
    /// Ends running compilers and lessons from another thread.
    public var cancellation = Cancellation()
    /// What formulas are held to; nil leaves them as they are.
    public var typesetter: Typesetter?
    /// Whether the library's symbols are wanted, even if no lesson names one.
    public var needsSymbols = false
    /// The folder of `lesson-host` and the modules; nil for that of this program.
    public var library: String?
    /// How long the units are in which a lesson is compiled that is being worked on, in lines.
    var unitLengths = CompilationUnit.lengths

    /// Settings with the limits of a lesson that stands alone; `jobs` is at least 1.
    public init(
      imports: [String] = ["Backprop", "Figures"], folder: String, course: [String]? = nil,
      seconds: Double = 20, memory: UInt64 = 1 << 30, output: Int = 1 << 20,
      jobs: Int = Verification.coreCount,
      trusts: Bool = false, isStrict: Bool = false, cache: Cache, library: String? = nil
    ) {
      self.imports = imports
      self.folder = folder
      self.course = course
      self.seconds = seconds
      self.memory = memory
      self.output = output
      self.jobs = max(1, jobs)
      self.trusts = trusts
      self.isStrict = isStrict
      self.cache = cache
      self.library = library
    }
  }
}

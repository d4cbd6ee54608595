import LessonFormat
import LessonRunner

/// Turns verified lessons into the pages of a static site.
///
/// It computes nothing about lessons: what a check brought and what a block drew is in the results.
/// All links are relative, so that the site works under any address and from a folder on disk.
public struct SiteGenerator: Sendable {
  /// The course, whose lessons become one page each.
  public let course: CourseOutline
  /// The folder of the site's own sources: styles, scripts, icons, fonts.
  public let assets: String
  /// The folder for what need not be made again; nil to keep nothing.
  public let cache: String?
  /// The address that the site will have, for canonical links; nil leaves them out.
  public let baseURL: String?
  /// The public symbols of the library, which get reference pages; nil for none.
  public let symbols: SymbolIndex?

  public init(
    course: CourseOutline, assets: String, cache: String?, baseURL: String? = nil,
    symbols: SymbolIndex? = nil
  ) {
    self.course = course
    self.assets = assets
    self.cache = cache
    self.baseURL = baseURL
    self.symbols = symbols
  }

  /// The files of the site: an index, a page for each result, and what they need.
  ///
  /// Lessons of the course that have no result are left out. Node runs once, and only if there is a
  /// formula that is not in the cache.
  public func pages(results: [LessonResult]) throws(SiteError) -> RenderedSite {
    var build = SiteBuild(generator: self)
    return try build.site(of: results)
  }

  /// What is wrong with the formulas of lessons, without a page being made.
  public func formulaFindings(in lessons: [Lesson]) throws(SiteError) -> [FormulaFinding] {
    var build = SiteBuild(generator: self)
    return try build.findings(in: lessons)
  }
}

/// A site ready to be written with ``SiteWriter``.
public struct RenderedSite: Sendable {
  public var files: [SiteFile]
  /// Formulas that KaTeX could not read. Their pages show the source instead.
  public var findings: [FormulaFinding]
}

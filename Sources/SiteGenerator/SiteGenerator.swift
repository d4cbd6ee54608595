import LessonFormat
import LessonRunner

/// Turns verified lessons into the pages of a static site.
///
/// It computes nothing about lessons: what a check brought and what a block drew is in their nodes.
/// All links are relative, so that the site works under any address and from a folder on disk.
public struct SiteGenerator: Sendable {
  /// The course, whose lessons become one page each.
  public let course: Course
  /// The folder of the site's own sources: styles, scripts, icons, fonts.
  public let assets: String
  /// What typesets the formulas that no lesson holds.
  public let katex: KaTeX
  /// Keeps what need not be made again.
  public let cache: Cache
  /// The address that the site will have, for canonical links; nil leaves them out.
  public let baseURL: String?
  /// The public symbols of the library, which get reference pages; nil for none.
  public let symbols: SymbolIndex?

  /// - Parameters:
  ///   - course: the course, whose lessons become one page each.
  ///   - assets: the folder of the site's own sources.
  ///   - cache: keeps what need not be made again.
  ///   - baseURL: the address that the site will have; nil leaves canonical links out.
  ///   - symbols: the public symbols of the library; nil for no reference pages.
  ///   - cancellation: ends typesetting from another thread.
  public init(
    course: Course, assets: String, cache: Cache, baseURL: String? = nil,
    symbols: SymbolIndex? = nil, cancellation: Cancellation = Cancellation()
  ) {
    self.course = course
    self.assets = assets
    katex = KaTeX(assets: assets, cancellation: cancellation)
    self.cache = cache
    self.baseURL = baseURL
    self.symbols = symbols
  }

  /// The files of the site: an index, a page for each lesson, and what they need.
  ///
  /// Lessons of the course that are not given are left out.
  public func site(of lessons: [VerifiedLesson]) throws(SiteError) -> RenderedSite {
    try SiteBuild(generator: self).site(of: lessons)
  }
}

/// A site ready to be written with ``SiteWriter``.
public struct RenderedSite: Sendable {
  /// The files, each path once.
  public var files: [SiteFile]
}

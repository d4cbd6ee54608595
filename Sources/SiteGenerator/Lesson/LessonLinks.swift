import LessonFormat

/// Links between lessons: relative links to `.md` files become links to their pages. Names in double
/// backticks become links to the reference.
struct LessonLinks: Sendable {
  /// The ids of the lessons that have a page.
  let lessons: Set<String>
  /// The glossary, where the course has one.
  var glossary: GlossaryLinks?
  var symbols = SymbolLinks()

  /// Where a link leads on the site.
  func destination(_ destination: String) -> String {
    let link = LinkDestination(destination)
    guard let stem = link.lessonStem, lessons.contains(stem) else { return destination }
    return "\(stem).html\(link.suffix)"
  }

  /// Whether a link leads to a term of the glossary.
  func isTerm(_ destination: String) -> Bool {
    guard let glossary else { return false }
    let link = LinkDestination(destination)
    return link.lessonStem == glossary.lesson && link.anchor != nil
  }
}

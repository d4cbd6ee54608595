/// Links between lessons: relative links to `.md` files become links to their pages. Names in double
/// backticks become links to the reference.
struct LessonLinks: Sendable {
  /// The ids of the lessons that have a page.
  let lessons: Set<String>
  var symbols = SymbolLinks()

  /// Where a link leads on the site.
  func destination(_ destination: String) -> String {
    let (path, rest) = split(destination)
    var stem = path[...]
    while stem.hasPrefix("./") { stem = stem.dropFirst(2) }
    guard stem.hasSuffix(".md") else { return destination }
    stem = stem.dropLast(3)
    return lessons.contains(String(stem)) ? "\(stem).html\(rest)" : destination
  }

  /// The path, and what follows it: a query or an anchor.
  private func split(_ destination: String) -> (path: String, rest: Substring) {
    let end = destination.firstIndex { $0 == "#" || $0 == "?" } ?? destination.endIndex
    return (String(destination[..<end]), destination[end...])
  }
}

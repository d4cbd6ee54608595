import FileSystem

/// Files beside lessons that a browser opens as pages of their own: what scripts are in them could do
/// whatever those of the site can, to whoever follows a link.
enum ScriptableFile {
  /// Whether a file may run scripts. A drawing is read for them; an image shows one without running any,
  /// but its address can be opened as well.
  static func isOne(_ path: String) -> Bool {
    let name = Files.name(of: path).lowercased()
    guard let dot = name.lastIndex(of: ".") else { return false }
    let kind = String(name[name.index(after: dot)...])
    if pages.contains(kind) { return true }
    guard kind == "svg" else { return false }
    guard let bytes = try? Files.read(path), let text = String(validating: bytes, as: UTF8.self)
    else {
      return true
    }
    return text.lowercased().contains(script)
  }

  /// Of pages and of what may bring one about.
  private static let pages: Set = [
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "xml", "xsl", "xslt", "rdf", "svgz",
    "hta",
  ]

  /// What runs scripts in a drawing, or may hide one.
  private static var script: Regex<AnyRegexOutput> {
    Regex(
      /<([\w.-]+:)?(script|foreignobject|iframe|embed|object|handler|listener|a)[\s\/>]|[\s"'\/]on[a-z]+\s*=|javascript:|<!entity|<\?xml-stylesheet/
    )
  }
}

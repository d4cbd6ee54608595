import FileSystem

/// Files beside lessons that a browser opens as pages of their own: what scripts are in them could do
/// whatever those of the site can, to whoever follows a link.
enum ScriptableFile {
  /// Whether a file may run scripts. A drawing is read for them; an image shows one without running any,
  /// but its address can be opened as well.
  static func isOne(_ path: String) -> Bool {
    let name = Files.name(of: path).lowercased()
    guard let dot = name.lastIndex(of: ".") else { return beginsLikePage(path) }
    let kind = String(name[name.index(after: dot)...])
    if pages.contains(kind) { return true }
    guard kind == "svg" else { return !plain.contains(kind) && beginsLikePage(path) }
    guard let bytes = try? Files.read(path), let text = String(validating: bytes, as: UTF8.self)
    else {
      return true
    }
    return text.lowercased().contains(script)
  }

  /// Whether a file of a kind that is not known begins as pages and all kinds of XML do, of which servers
  /// send some as XML, and of which browsers look for what they are. Other encodings are not read for it.
  private static func beginsLikePage(_ path: String) -> Bool {
    guard let bytes = try? Files.read(path) else { return true }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return text.first { !" \t\r\n\u{C}\0".utf8.contains($0) } == UInt8(ascii: "<")
  }

  /// Of data, pictures, sound, films, programs and archives.
  private static let plain: Set = [
    "csv", "tsv", "txt", "json", "jsonl", "yaml", "yml", "toml", "md", "swift", "py", "ipynb", "c",
    "h", "npy", "npz", "safetensors", "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico",
    "pdf", "mp3", "ogg", "wav", "flac", "mp4", "webm", "mov", "zip", "gz", "xz", "bz2", "tar",
    "woff", "woff2", "ttf", "otf", "parquet", "sqlite",
  ]

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

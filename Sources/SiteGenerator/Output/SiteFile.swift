/// One file of the finished site.
public struct SiteFile: Hashable, Sendable {
  /// The path below the output folder, with `/` between folders: `fonts/serif.woff2`.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// A file of these bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of this text, in UTF-8.
  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

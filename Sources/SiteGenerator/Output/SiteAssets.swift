import FileSystem
import LessonRunner

/// The files that all pages share: styles, script, icon and fonts of the site's own, and what KaTeX
/// needs to show its formulas.
struct SiteAssets {
  /// The folder `site/` of the sources.
  let folder: String
  /// The folder of KaTeX.
  let katex: String

  func files() throws(SiteError) -> [SiteFile] {
    var files = [
      try file("site.js", from: "\(folder)/site.js"),
      try file("practice.js", from: "\(folder)/practice.js"),
      try file("icon.svg", from: "\(folder)/icon.svg"),
      try styles(),
      try katexStyles(),
    ]
    for name in try names(in: "\(folder)/fonts")
    where name.hasSuffix(".woff2") || name == "LICENSE" {
      files.append(try file("fonts/\(name)", from: "\(folder)/fonts/\(name)"))
    }
    for name in try names(in: "\(katex)/fonts") where name.hasSuffix(".woff2") {
      files.append(try file("katex/fonts/\(name)", from: "\(katex)/fonts/\(name)"))
    }
    return files
  }

  /// The style sheets of the folder in the order of their names, as one.
  private func styles() throws(SiteError) -> SiteFile {
    var bytes: [UInt8] = []
    for name in try names(in: "\(folder)/styles") where name.hasSuffix(".css") {
      bytes += try read("\(folder)/styles/\(name)")
    }
    return SiteFile(path: "style.css", bytes: bytes)
  }

  /// KaTeX's style sheet with the one format of its fonts that every browser of today reads.
  private func katexStyles() throws(SiteError) -> SiteFile {
    let css = String(decoding: try read("\(katex)/katex.min.css"), as: UTF8.self)
    return SiteFile(path: "katex/katex.css", text: Self.trimmedToWOFF2(css))
  }

  /// The style sheet without the sources of fonts that are not WOFF2.
  static func trimmedToWOFF2(_ css: String) -> String {
    var result = ""
    var rest = css[...]
    while let start = rest.firstRange(of: "src:") {
      result += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      let end = rest.firstIndex { $0 == ";" || $0 == "}" } ?? rest.endIndex
      let sources = rest[..<end].split(separator: ",")
      let kept = sources.filter { $0.contains(".woff2") }
      result += (kept.isEmpty ? sources : kept).joined(separator: ",")
      rest = rest[end...]
    }
    return result + rest
  }

  private func names(in folder: String) throws(SiteError) -> [String] {
    let names = Files.list(folder)
    guard !names.isEmpty else {
      if folder.hasPrefix(katex) {
        throw .typesetting(.missingTool(name: "KaTeX", package: "libjs-katex fonts-katex"))
      }
      throw .unreadable(path: folder, reason: "No such folder")
    }
    return names
  }

  private func file(_ path: String, from source: String) throws(SiteError) -> SiteFile {
    SiteFile(path: path, bytes: try read(source))
  }

  private func read(_ path: String) throws(SiteError) -> [UInt8] {
    do {
      return try Files.read(path)
    } catch {
      if path.hasPrefix(katex) {
        throw .typesetting(.missingTool(name: "KaTeX", package: "libjs-katex fonts-katex"))
      }
      throw .unreadable(path: path, reason: error.reason)
    }
  }
}

import FileSystem

/// KaTeX as Debian ships it, run by Node: TeX in, HTML with MathML out.
struct KaTeX {
  /// The script of the site's sources that Node runs.
  let script: String
  /// The folder with `katex.js`, `katex.min.css` and `fonts/`.
  let folder: String

  static let debianFolder = "/usr/share/javascript/katex"

  init(assets: String, folder: String = KaTeX.debianFolder) {
    self.script = assets + "/katex-render.js"
    self.folder = folder
  }

  /// Renders all formulas in one process, in order. About 0.2 s to start, then 0.2 ms each.
  func render(_ formulas: [Formula]) throws(SiteError) -> [RenderedFormula] {
    guard !formulas.isEmpty else { return [] }
    guard Files.exists(folder + "/katex.js") else {
      throw .missingTool(name: "KaTeX", package: "libjs-katex fonts-katex")
    }
    guard Files.exists(script) else {
      throw .unreadable(path: script, reason: "No such file")
    }
    var input: [UInt8] = []
    for formula in formulas {
      input += Array("{\"tex\":\(quoted(formula.tex)),\"display\":\(formula.display)}\n".utf8)
    }
    let output = try NodeProcess.run(script, [folder + "/katex.js"], input: input)
    var replies = Replies(bytes: output)
    var rendered: [RenderedFormula] = []
    while let reply = replies.next() { rendered.append(reply) }
    guard rendered.count == formulas.count else {
      throw .mathRendererFailed("Node answered \(rendered.count) of \(formulas.count) formulas.")
    }
    return rendered
  }

  /// A JSON string.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// The replies of the script: a line with the kind and the length, then the bytes.
private struct Replies {
  let bytes: [UInt8]
  var offset = 0

  mutating func next() -> RenderedFormula? {
    guard let end = bytes[offset...].firstIndex(of: 10) else { return nil }
    let words = String(decoding: bytes[offset..<end], as: UTF8.self).split(separator: " ")
    guard words.count >= 2, let length = Int(words[1]), end + 1 + length <= bytes.count else {
      return nil
    }
    offset = end + 1 + length
    let text = String(decoding: bytes[(end + 1)..<offset], as: UTF8.self)
    if words[0] == "ok" { return .html(text) }
    let position = words.count > 2 ? Int(words[2]) : nil
    return .mistake(message: text, offset: position.flatMap { $0 >= 0 ? $0 : nil })
  }
}

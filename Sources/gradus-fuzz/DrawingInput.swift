import LessonRunner

/// A figure's SVG: what is let into a page is well formed, and holds nothing that runs.
struct DrawingInput {
  let bytes: [UInt8]

  static let seeds: [[UInt8]] = [
    "<svg viewBox=\"0 0 1 1\"><title>A</title><g><path d=\"M0 0\"/></g></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- a --><text x='1'>b &lt; c</text></svg>\n",
    "<svg><defs><clipPath id=\"a\"/></defs><use href=\"#a\" style=\"fill:url(#a)\"/></svg>",
    "<svg><script>alert(1)</script></svg>", "<svg onload=\"a()\"></svg>",
    "<svg><image href=\"http://a.b/c.png\"/></svg>",
  ].map { Array($0.utf8) }

  func run() throws {
    let svg = String(decoding: bytes, as: UTF8.self)
    guard (try? DrawingReader.width(of: svg)) != nil else { return }
    try TagBalance.check(svg.replacing(/<!--(.|\n)*?-->/, with: ""))
    let plain = svg.lowercased().replacing(/<!--(.|\n)*?-->/, with: "")
    for word in ["<script", "<foreignobject", "<style", "javascript:", "<image", "<!doctype"] {
      // In text or in a value it is only letters.
      try expect(!plain.contains(word) || !word.hasPrefix("<"), "it holds \(word)")
    }
  }
}

import Figures
import Markup

/// Reads a figure's SVG before it becomes a part of a page, whose own markup it must not change,
/// which may run no script of a lesson's, and which asks no other host for anything.
///
/// It takes one `<svg>` element of well-formed XML, of the elements and references that only draw.
/// What browsers read otherwise than XML has it, such as an element that ends the drawing, is not
/// among them.
package struct DrawingReader {
  private let bytes: [UInt8]
  private var index = 0
  /// The names of the elements that are open.
  private var open: [String] = []

  /// The width of the drawing's own coordinates, as its outermost element says.
  private var width: Double?
  /// The texts in it that a reader sees or is read, and the one that is open.
  private var words: [String] = []
  private var text = ""

  /// Reads a drawing that can stand in a page.
  ///
  /// - Returns: the width for which it is drawn; nil where it says none.
  package static func width(of svg: String) throws(DrawingFault) -> Double? {
    try contents(of: svg).width
  }

  /// Reads a drawing that can stand in a page.
  ///
  /// - Returns: the width for which it is drawn, nil where it says none, and the texts in it.
  package static func contents(
    of svg: String
  ) throws(DrawingFault) -> (width: Double?, words: [String]) {
    var reader = DrawingReader(bytes: Array(svg.utf8))
    try reader.read()
    return (reader.width, reader.words)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static let deepest = 100

  private static let elements: Set<String> = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "textPath", "title", "desc", "defs", "symbol", "use", "linearGradient", "radialGradient",
    "stop",
    "clipPath", "mask", "pattern", "marker", "filter", "feBlend", "feColorMatrix", "feComposite",
    "feFlood", "feGaussianBlur", "feMerge", "feMergeNode", "feOffset",
  ]

  // MARK: Structure

  private mutating func read() throws(DrawingFault) {
    skipBlanks()
    guard starts(with: "<svg") else { throw DrawingFault.notSVG }
    repeat {
      if starts(with: "</") {
        try readEndTag()
      } else if starts(with: "<!--") {
        try readComment()
      } else if starts(with: "<") {
        try readStartTag()
      } else {
        try readText()
      }
    } while !open.isEmpty
    skipBlanks()
    guard index == bytes.count else { throw DrawingFault.contentAfterEnd }
  }

  private mutating func readStartTag() throws(DrawingFault) {
    index += 1
    let name = readName()
    if name == "style", !open.isEmpty {
      try readStyleSheet()
      return
    }
    guard Self.elements.contains(name) else {
      throw name.isEmpty ? DrawingFault.strayMark : .forbiddenElement(name)
    }
    if let parent = open.last, parent == "title" || parent == "desc" {
      throw DrawingFault.markupInText(of: parent)
    }
    guard name == "svg" || !open.isEmpty else {
      throw DrawingFault.notSVG
    }
    guard open.count < Self.deepest else { throw DrawingFault.nestedTooDeeply }
    var seen: Set<String> = []
    while true {
      let hadBlank = skipBlanks()
      if starts(with: "/>") {
        index += 2
        return
      }
      if starts(with: ">") {
        index += 1
        open.append(name)
        return
      }
      guard index < bytes.count else { throw DrawingFault.unfinishedTag(name) }
      let attribute = readName()
      guard hadBlank, !attribute.isEmpty, seen.insert(attribute.lowercased()).inserted else {
        throw DrawingFault.malformedAttributes(of: name)
      }
      let value = try readValue(of: name)
      if open.isEmpty { try checkOutermost(attribute) }
      try check(attribute, value)
      if open.isEmpty, attribute == "viewBox" { width = Self.width(ofViewBox: value) }
      if attribute == "aria-label" { words.append(value) }
    }
  }

  private static func width(ofViewBox value: String) -> Double? {
    let numbers = value.split(separator: " ")
    guard numbers.count == 4, let width = Double(numbers[2]), width >= 1, width < 10000 else {
      return nil
    }
    return width
  }

  /// The one style sheet that may stand in a page is the one by which figures let a path draw itself,
  /// since rules in a drawing hold for the whole page.
  private mutating func readStyleSheet() throws(DrawingFault) {
    let known = Array((">" + Motion.styleSheet + "</style>").utf8)
    guard index + known.count <= bytes.count,
      bytes[index..<index + known.count].elementsEqual(known)
    else { throw DrawingFault.forbiddenElement("style") }
    index += known.count
  }

  private mutating func readEndTag() throws(DrawingFault) {
    index += 2
    let name = readName()
    skipBlanks()
    guard name == open.popLast(), starts(with: ">") else {
      throw DrawingFault.strayEndTag(name)
    }
    index += 1
    if Self.holdsText(name), !text.isEmpty {
      words.append(text)
      text = ""
    }
  }

  private mutating func readComment() throws(DrawingFault) {
    index += 4
    let start = index
    while index < bytes.count, !starts(with: "--") { index += 1 }
    // Where browsers see the end of a comment and XML does not.
    guard starts(with: "-->"), bytes[start] != UInt8(ascii: ">"), bytes[start] != UInt8(ascii: "-")
    else { throw DrawingFault.malformedComment }
    index += 3
  }

  private mutating func readText() throws(DrawingFault) {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    guard index < bytes.count else {
      throw DrawingFault.unclosedElement(open.last ?? "svg")
    }
    let decoded = try decoded(bytes[start..<index])
    if open.contains(where: Self.holdsText) { text += decoded }
  }

  private static func holdsText(_ element: String) -> Bool {
    element == "text" || element == "title" || element == "desc"
  }

  // MARK: Attributes

  private mutating func readValue(of element: String) throws(DrawingFault) -> String {
    skipBlanks()
    guard starts(with: "=") else {
      throw DrawingFault.attributeWithoutValue(of: element)
    }
    index += 1
    skipBlanks()
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    else {
      throw DrawingFault.unquotedValue(in: element)
    }
    let mark = bytes[index]
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != mark, bytes[index] != UInt8(ascii: "<") {
      index += 1
    }
    guard index < bytes.count, bytes[index] == mark else {
      throw DrawingFault.endlessValue(in: element)
    }
    index += 1
    return try decoded(bytes[start..<index - 1])
  }

  /// The outermost element may not draw over the page around it.
  private func checkOutermost(_ attribute: String) throws(DrawingFault) {
    guard !["transform", "overflow", "filter"].contains(attribute.lowercased()) else {
      throw .forbiddenAttribute(attribute, of: "svg")
    }
  }

  /// What a style may set: how things look, and how wide the drawing is, but not where on the page it
  /// stands, nor anything that lies outside of it.
  private static let properties: Set<String> = [
    "width", "min-width", "max-width", "height", "color", "opacity", "stop-color", "stop-opacity",
    "flood-color", "flood-opacity", "clip-path", "clip-rule", "mask", "marker", "marker-start",
    "marker-mid", "marker-end", "paint-order", "vector-effect", "visibility", "display",
    "dominant-baseline", "alignment-baseline", "baseline-shift", "letter-spacing", "word-spacing",
    "white-space", "mix-blend-mode", "color-interpolation-filters", "writing-mode", "direction",
  ]
  private static let families = ["--", "fill", "stroke", "font", "text-", "shape-"]

  private func checkStyle(_ value: String) throws(DrawingFault) {
    for declaration in value.split(separator: ";") {
      let name = declaration.prefix { $0 != ":" }.filter { !$0.isWhitespace }.lowercased()
      if name.isEmpty, !declaration.contains(":") { continue }
      guard Self.properties.contains(name) || Self.families.contains(where: name.hasPrefix) else {
        throw .forbiddenProperty(name)
      }
    }
  }

  /// An attribute may neither run anything nor lead out of the drawing.
  private func check(_ attribute: String, _ value: String) throws(DrawingFault) {
    let name = attribute.lowercased()
    if name.hasPrefix("on") { throw DrawingFault.script(attribute: attribute) }
    if name == "href" || name.hasSuffix(":href") || name == "src" {
      guard value.hasPrefix("#") else {
        throw DrawingFault.outsideReference(attribute: attribute)
      }
    }
    if name.hasPrefix("xmlns") {
      let known = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]
      guard known.contains(value.lowercased()) else {
        throw DrawingFault.foreignNamespace(attribute: attribute)
      }
      return
    }
    // In a style, a backslash or a comment could hide what is looked for here.
    var before: UInt8 = 0
    for byte in value.utf8 {
      let hides =
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "*") && before == UInt8(ascii: "/")
      guard !hides else { throw DrawingFault.forbiddenValue(attribute: attribute) }
      before = byte
    }
    if value.utf8.contains(UInt8(ascii: "@")), value.lowercased().contains("@import") {
      throw DrawingFault.forbiddenValue(attribute: attribute)
    }
    var rest = value[...]
    while let parenthesis = rest.utf8.firstIndex(of: UInt8(ascii: "(")) {
      let function = rest[..<parenthesis].lowercased().utf8
      rest = rest[rest.utf8.index(after: parenthesis)...]
      guard !function.ends(with: "image-set"), !function.ends(with: "src") else {
        throw DrawingFault.forbiddenValue(attribute: attribute)
      }
      guard !function.ends(with: "url") || rest.drop(while: " \t\n\r\"'".contains).hasPrefix("#")
      else {
        throw DrawingFault.outsideReference(attribute: attribute)
      }
    }
    if name == "style" { try checkStyle(value) }
    // The site's own style sheets place what has some of their classes.
    guard
      name != "class"
        || value.split(whereSeparator: \.isWhitespace).allSatisfy({ $0.hasPrefix("figure-") })
    else { throw .forbiddenAttribute(attribute, of: open.last ?? "svg") }
  }

  // MARK: Characters

  /// Text with its character references as what they stand for.
  private func decoded(_ text: ArraySlice<UInt8>) throws(DrawingFault) -> String {
    guard text.contains(UInt8(ascii: "&")) else {
      return try shown(String(decoding: text, as: UTF8.self))
    }
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if byte == UInt8(ascii: "&") {
        guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
          let scalar = Self.scalar(
            String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
        else { throw DrawingFault.strayAmpersand }
        result += Array(String(Character(scalar)).utf8)
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return try shown(String(decoding: result, as: UTF8.self))
  }

  /// Text in which nothing but white space steers how it is shown.
  private func shown(_ text: String) throws(DrawingFault) -> String {
    for scalar in text.unicodeScalars where ControlCharacters.picture(of: scalar) != nil {
      guard ["\t", "\n", "\r"].contains(scalar) else { throw .controlCharacter }
    }
    return text
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number >= 0x20 || number == 10
    else { return nil }
    return Unicode.Scalar(number)
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { word in
      index + word.count <= bytes.count && bytes[index..<index + word.count].elementsEqual(word)
    }
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = index
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    return index > start
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }

  private mutating func readName() -> String {
    let start = index
    while index < bytes.count, Self.isInName(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension String.UTF8View {
  fileprivate func ends(with word: StaticString) -> Bool {
    word.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}

/// HTML that is complete in itself and may stand in a context: among blocks, in a line of text, among
/// the rows of a table.
///
/// Elements are functions that take what may stand in them, so that a list item in a paragraph or a
/// table row in a list does not compile:
///
///     let note: HTML<Flow> = .p([.class("note")], "More than ", .b([], "one"), " is right.")
///
/// A string literal, interpolated or not, is text, and is escaped. Only ``trusted(_:)`` takes finished
/// HTML.
public struct HTML<Context: HTMLContext>: Sendable, Hashable {
  /// The HTML in UTF-8.
  public private(set) var bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Nothing.
  public init() { bytes = [] }

  /// Several pieces, one after the other.
  public init(_ pieces: [HTML]) {
    bytes = []
    for piece in pieces { bytes += piece.bytes }
  }

  /// HTML that is finished already, such as what KaTeX made of a formula or a figure's SVG. Whoever
  /// calls this answers for it.
  public static func trusted(_ html: String) -> HTML { HTML(bytes: Array(html.utf8)) }

  /// Text, escaped.
  public static func text(_ text: some StringProtocol) -> HTML {
    var html = HTML()
    html.add(text: text)
    return html
  }

  /// Whether there is nothing.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The HTML as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// One behind the other.
  public static func + (left: consuming HTML, right: HTML) -> HTML {
    left.bytes += right.bytes
    return left
  }
  /// Adds HTML at the end.
  public static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

  /// Adds text, escaped.
  public mutating func add(text: some StringProtocol) { MarkupText.append(text, to: &bytes) }

  /// Starts a line, unless there is nothing yet or one has just been started.
  public mutating func startLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// The same up to the end of a line, where what follows starts one.
  public consuming func endingLine() -> HTML {
    startLine()
    return self
  }
}

extension HTML {
  /// An element with what stands in it.
  static func element<Kind, Inner>(
    _ name: StaticString, _ attributes: [HTMLAttribute<Kind>], _ content: [HTML<Inner>]
  ) -> HTML {
    var html = HTML()
    html.open(name, attributes)
    for piece in content { html.bytes += piece.bytes }
    html.bytes += "</".utf8
    html.append(name)
    html.bytes.append(UInt8(ascii: ">"))
    return html
  }

  /// An element in which nothing can stand.
  static func void<Kind>(
    _ name: StaticString, _ attributes: [HTMLAttribute<Kind>], _ ending: VoidEnding = .html
  ) -> HTML {
    var html = HTML()
    html.open(name, attributes)
    if ending == .xhtml {
      html.bytes.removeLast()
      html.bytes += " />".utf8
    }
    return html
  }

  private mutating func open<Kind>(_ name: StaticString, _ attributes: [HTMLAttribute<Kind>]) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for attribute in attributes { attribute.append(to: &bytes) }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { bytes += $0 }
  }
}

/// How the tag of an element ends in which nothing can stand.
public enum VoidEnding: Sendable {
  /// `<br>`
  case html
  /// `<br />`, as the specifications of CommonMark and GitHub have it.
  case xhtml
}

extension HTML: ExpressibleByStringInterpolation {
  /// Text, escaped.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension HTML where Context == Flow {
  /// A line of text where blocks may stand, too.
  public init(_ line: HTML<Phrasing>) { bytes = line.bytes }
}

extension Sequence {
  /// What a function makes of each element, one after the other.
  public func html<Context>(_ make: (Element) throws -> HTML<Context>) rethrows -> HTML<Context> {
    HTML(try map(make))
  }
}

extension Sequence {
  /// Pieces with another between any two.
  public func joined<Context>(separator: HTML<Context>) -> HTML<Context>
  where Element == HTML<Context> {
    var joined = HTML<Context>()
    var isFirst = true
    for piece in self {
      if !isFirst { joined += separator }
      isFirst = false
      joined += piece
    }
    return joined
  }
}

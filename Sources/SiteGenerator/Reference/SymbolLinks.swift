import LessonFormat
import LessonRunner
import Markup

/// Links from names in double backticks to the reference pages.
struct SymbolLinks: Sendable {
  /// The module whose reference page the links stand on; nil for pages in the site's root.
  var page: String?

  /// Below the site's root.
  static func path(of module: String) -> String { "reference/\(module).html" }

  /// The name as a link.
  func html(_ node: SymbolNode) -> HTML<Phrasing> {
    let summary = MarkdownLine.nodes(node.symbol.summary).map(Self.words).joined()
    return .a(
      [.class("symbol"), .href(address(of: node.symbol, in: node.module))]
        + (summary.isEmpty ? [] : [.title(summary)]),
      .code([], .text(SymbolIndex.spelling(of: node.name, for: node.symbol))))
  }

  /// The text of a node of a comment, in which `Box<T>` without backticks is no tag.
  private static func words(_ node: Node) -> String {
    if case .htmlInline(let text) = node.kind { text } else { node.plainText }
  }

  private func address(of symbol: LibrarySymbol, in module: String) -> String {
    let anchor = "#" + Self.encoded(symbol.name)
    switch page {
    case module?: return anchor
    case nil: return Self.path(of: module) + anchor
    default: return "\(module).html\(anchor)"
    }
  }

  /// An anchor as the end of an address: the signs of operators are not all allowed there.
  static func encoded(_ anchor: String) -> String {
    var result = ""
    for byte in anchor.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-_.!*(),:".utf8.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += (digits.count == 1 ? "%0" : "%") + digits
      }
    }
    return result
  }
}

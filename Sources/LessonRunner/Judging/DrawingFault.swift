/// Why a drawing can't stand in a page.
package enum DrawingFault: Error, Hashable {
  /// It does not start with `<svg`, or with another element of that beginning.
  case notSVG
  /// Something follows the end of the outermost element.
  case contentAfterEnd
  /// An element that does more than draw, or is not one of SVG's.
  case forbiddenElement(String)
  /// A `<` that no name follows.
  case strayMark
  /// A `<title>` or `<desc>` with an element in it.
  case markupInText(of: String)
  case nestedTooDeeply
  /// The text ends within a start tag.
  case unfinishedTag(String)
  /// Two of one name, or one without a blank before it or without a name.
  case malformedAttributes(of: String)
  /// An end tag for something else than the innermost open element.
  case strayEndTag(String)
  case malformedComment
  /// The text ends within an element.
  case unclosedElement(String)
  case attributeWithoutValue(of: String)
  case unquotedValue(in: String)
  case endlessValue(in: String)
  /// An attribute that runs a script.
  case script(attribute: String)
  /// An attribute that refers to something outside of the drawing.
  case outsideReference(attribute: String)
  /// A namespace of another language.
  case foreignNamespace(attribute: String)
  /// A style that hides or loads something.
  case forbiddenValue(attribute: String)
  /// An attribute by which it would reach out of its place on the page.
  case forbiddenAttribute(String, of: String)
  /// A property of a style by which it would.
  case forbiddenProperty(String)
  case controlCharacter
  /// A `&` that starts no character reference.
  case strayAmpersand

  /// What is wrong, as the end of a sentence about the drawing.
  package var message: String {
    switch self {
    case .notSVG: "it does not start with `<svg`"
    case .contentAfterEnd: "something stands behind its `</svg>`"
    case .forbiddenElement(let name): "it holds `<\(name)>`"
    case .strayMark: "it holds a `<` that starts no element"
    case .markupInText(let name): "its `<\(name)>` holds more than text"
    case .nestedTooDeeply: "it is nested too deeply"
    case .unfinishedTag(let name): "it ends within `<\(name)`"
    case .malformedAttributes(let name): "the attributes of a `<\(name)>` are not well formed"
    case .strayEndTag(let name): "its `</\(name)>` ends no element that is open there"
    case .malformedComment: "a comment in it is not well formed"
    case .unclosedElement(let name): "its `<\(name)>` is never closed"
    case .attributeWithoutValue(let name): "an attribute of a `<\(name)>` has no value"
    case .unquotedValue(let name): "a value in a `<\(name)>` stands without quotation marks"
    case .endlessValue(let name): "a value in a `<\(name)>` never ends"
    case .script(let attribute): "it has an `\(attribute)` that runs a script"
    case .outsideReference(let attribute): "its `\(attribute)` leads out of the drawing"
    case .foreignNamespace(let attribute): "its `\(attribute)` names another language than SVG"
    case .forbiddenValue(let attribute): "its `\(attribute)` holds what a drawing must not"
    case .forbiddenAttribute(let attribute, let name):
      "`\(attribute)` of a `<\(name)>` could lay it over the page"
    case .forbiddenProperty(let name): "a style in it sets `\(name)`"
    case .controlCharacter: "it holds a control character"
    case .strayAmpersand: "it holds a `&` that starts no character reference"
    }
  }
}

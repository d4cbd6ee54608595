import Testing

@testable import Markup

struct HTMLAttributeTests {
  private static let text = "<a>&\"b'"
  private static let escaped = "&lt;a&gt;&amp;&quot;b'"

  private static func html<Kind>(_ attribute: HTMLAttribute<Kind>) -> String {
    var bytes: [UInt8] = []
    attribute.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every attribute that takes text, with text that would end its value.
  private static let ofText: [(name: String, html: String)] = [
    ("class", html(HTMLAttribute<HTMLElement.Plain>.class(text))),
    ("id", html(HTMLAttribute<HTMLElement.Plain>.id(text))),
    ("title", html(HTMLAttribute<HTMLElement.Plain>.title(text))),
    ("role", html(HTMLAttribute<HTMLElement.Plain>.role(text))),
    ("aria-label", html(HTMLAttribute<HTMLElement.Plain>.ariaLabel(text))),
    ("aria-labelledby", html(HTMLAttribute<HTMLElement.Plain>.ariaLabelledBy(text))),
    ("data-a", html(HTMLAttribute<HTMLElement.Plain>.data("data-a", text))),
    ("href", html(HTMLAttribute<HTMLElement.Anchor>.href(text))),
    ("rel", html(HTMLAttribute<HTMLElement.Link>.rel(text))),
    ("src", html(HTMLAttribute<HTMLElement.Script>.src(text))),
    ("type", html(HTMLAttribute<HTMLElement.Button>.type(text))),
    ("scope", html(HTMLAttribute<HTMLElement.Cell>.scope(text))),
    ("align", html(HTMLAttribute<HTMLElement.Cell>.align(text))),
    ("alt", html(HTMLAttribute<HTMLElement.Image>.alt(text))),
    ("name", html(HTMLAttribute<HTMLElement.Input>.name(text))),
    ("inputmode", html(HTMLAttribute<HTMLElement.Input>.inputMode(text))),
    ("autocapitalize", html(HTMLAttribute<HTMLElement.Input>.autocapitalize(text))),
    ("for", html(HTMLAttribute<HTMLElement.Label>.for(text))),
    ("charset", html(HTMLAttribute<HTMLElement.Meta>.charset(text))),
    ("name", html(HTMLAttribute<HTMLElement.Meta>.name(text))),
    ("content", html(HTMLAttribute<HTMLElement.Meta>.content(text))),
    ("value", html(HTMLAttribute<HTMLElement.Option>.value(text))),
    ("lang", html(HTMLAttribute<HTMLElement.Root>.lang(text))),
    ("name", html(HTMLAttribute<HTMLElement.Select>.name(text))),
  ]

  @Test func textCannotEndAnyAttribute() {
    for (name, html) in Self.ofText { #expect(html == " \(name)=\"\(Self.escaped)\"") }
  }

  @Test func addressesAndIDsThatAreEncodedCannotEndTheirsEither() {
    let encoded = "%3Ca%3E&amp;%22b&#x27;"
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Plain>.id(encoding: Self.text)) == " id=\"\(encoded)\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Anchor>.href(encoding: Self.text))
        == " href=\"\(encoded)\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Image>.src(encoding: Self.text)) == " src=\"\(encoded)\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Plain>.property(Self.text, 1))
        == " style=\"--\(Self.escaped): 1\"")
  }

  @Test func flagsHaveNoValueOrAnEmptyOne() {
    #expect(Self.html(HTMLAttribute<HTMLElement.Plain>.hidden) == " hidden")
    #expect(Self.html(HTMLAttribute<HTMLElement.Details>.open) == " open")
    #expect(Self.html(HTMLAttribute<HTMLElement.Plain>.data("data-a")) == " data-a")
    #expect(Self.html(HTMLAttribute<HTMLElement.Input>.checked) == " checked=\"\"")
    #expect(Self.html(HTMLAttribute<HTMLElement.Input>.disabled) == " disabled=\"\"")
  }

  @Test func numbersAndFlagsWithWordsAreWritten() {
    #expect(Self.html(HTMLAttribute<HTMLElement.Plain>.tabIndex(0)) == " tabindex=\"0\"")
    #expect(Self.html(HTMLAttribute<HTMLElement.OrderedList>.start(3)) == " start=\"3\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Plain>.property("drawn", 3)) == " style=\"--drawn: 3\"")
    #expect(Self.html(HTMLAttribute<HTMLElement.Plain>.ariaHidden) == " aria-hidden=\"true\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Button>.ariaPressed(false)) == " aria-pressed=\"false\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.FormElement>.autocomplete(false))
        == " autocomplete=\"off\"")
    #expect(
      Self.html(HTMLAttribute<HTMLElement.Input>.spellcheck(false)) == " spellcheck=\"false\"")
  }
}

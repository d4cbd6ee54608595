/// An attribute of an element. The type says of which: an `href` of a list item does not compile.
public struct HTMLAttribute<Kind>: Sendable {
  private let name: StaticString
  /// The value, escaped; nil for an attribute that has none.
  private let value: [UInt8]?

  /// An attribute with text for its value, which is escaped.
  init(_ name: StaticString, _ value: String) {
    self.name = name
    var bytes: [UInt8] = []
    MarkupText.append(value, to: &bytes)
    self.value = bytes
  }

  /// An attribute whose value has been escaped already, or that has none.
  init(_ name: StaticString, escaped value: [UInt8]?) {
    self.name = name
    self.value = value
  }

  /// Adds the attribute, and the space before it, to a tag.
  func append(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: " "))
    name.withUTF8Buffer { bytes += $0 }
    guard let value else { return }
    bytes += "=\"".utf8
    bytes += value
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The elements that have attributes of their own, for the types of those. They have no values.
public enum HTMLElement {
  /// Any element without attributes of its own.
  public enum Plain {}
  /// A link.
  public enum Anchor: Linking {}
  /// A button.
  public enum Button: Typed {}
  /// A cell or head of a table.
  public enum Cell {}
  /// A part that is folded away.
  public enum Details {}
  /// A form.
  public enum FormElement {}
  /// An image.
  public enum Image: Sourced {}
  /// A control that takes input.
  public enum Input: Typed {}
  /// An item of a list.
  public enum Item {}
  /// The name of a control.
  public enum Label {}
  /// A file that belongs to the document.
  public enum Link: Linking, Typed {}
  /// Something known of the document.
  public enum Meta {}
  /// A list in order.
  public enum OrderedList {}
  /// An option of a selection.
  public enum Option {}
  /// The root of the document.
  public enum Root {}
  /// A script.
  public enum Script: Sourced {}
  /// A selection.
  public enum Select {}
}

/// An element that leads somewhere.
public protocol Linking {}
/// An element that shows or runs a file.
public protocol Sourced {}
/// An element of which there are several types.
public protocol Typed {}

// MARK: Of all elements

extension HTMLAttribute {
  /// The classes that the style sheet knows, with blanks between.
  public static func `class`(_ names: String) -> Self { Self("class", names) }
  /// The name of the element on its page.
  public static func id(_ id: String) -> Self { Self("id", id) }
  /// An id in which what may not stand in an address is percent-encoded, as links to it have it.
  public static func id(encoding id: String) -> Self { Self("id", escaped: MarkupText.address(id)) }
  /// What is shown while the element is pointed at.
  public static func title(_ text: String) -> Self { Self("title", text) }
  /// What the element is for those who do not see it.
  public static func role(_ role: String) -> Self { Self("role", role) }
  /// Whether, and where in the order, the element is reached with the keyboard: 0 for its own place.
  public static func tabIndex(_ index: Int) -> Self { Self("tabindex", String(index)) }
  /// A custom property for the style sheet: `--name: value`.
  public static func property(_ name: String, _ value: Int) -> Self {
    Self("style", "--\(name): \(value)")
  }
  /// Keeps the element from being shown, for a script to show it.
  public static var hidden: Self { Self("hidden", escaped: nil) }

  /// The name for those who do not see.
  public static func ariaLabel(_ text: String) -> Self { Self("aria-label", text) }
  /// The id of what names the element for those who do not see.
  public static func ariaLabelledBy(_ id: String) -> Self { Self("aria-labelledby", id) }
  /// Leaves the element out for those who do not see.
  public static var ariaHidden: Self { Self("aria-hidden", "true") }
  /// Whether a button that stays down is down.
  public static func ariaPressed(_ isPressed: Bool) -> Self {
    Self("aria-pressed", isPressed ? "true" : "false")
  }

  /// Data for a script; the name begins with `data-`.
  public static func data(_ name: StaticString, _ value: String) -> Self { Self(name, value) }
  /// Data for a script that is there or not; the name begins with `data-`.
  public static func data(_ name: StaticString) -> Self { Self(name, escaped: nil) }
}

// MARK: Of some elements

extension HTMLAttribute where Kind: Linking {
  /// Where the link leads. The address holds nothing that an address must not.
  public static func href(_ address: String) -> Self { Self("href", address) }
  /// An address that may hold what an address must not, which is percent-encoded.
  public static func href(encoding address: String) -> Self {
    Self("href", escaped: MarkupText.address(address))
  }
  /// What that which is linked is to the page.
  public static func rel(_ relation: String) -> Self { Self("rel", relation) }
}

extension HTMLAttribute where Kind: Sourced {
  /// The address of the file.
  public static func src(_ address: String) -> Self { Self("src", address) }
  /// An address that may hold what an address must not, which is percent-encoded.
  public static func src(encoding address: String) -> Self {
    Self("src", escaped: MarkupText.address(address))
  }
}

extension HTMLAttribute where Kind: Typed {
  /// Which of its types the element is of.
  public static func type(_ type: String) -> Self { Self("type", type) }
}

extension HTMLAttribute where Kind == HTMLElement.Cell {
  /// What a head is the head of: `col` or `row`.
  public static func scope(_ scope: String) -> Self { Self("scope", scope) }
  /// Obsolete in HTML, and part of GitHub's specification.
  public static func align(_ side: String) -> Self { Self("align", side) }
}

extension HTMLAttribute where Kind == HTMLElement.Details {
  /// Unfolds the part.
  public static var open: Self { Self("open", escaped: nil) }
}

extension HTMLAttribute where Kind == HTMLElement.FormElement {
  /// Whether the browser may fill in what it knows.
  public static func autocomplete(_ isOn: Bool) -> Self {
    Self("autocomplete", isOn ? "on" : "off")
  }
}

extension HTMLAttribute where Kind == HTMLElement.Image {
  /// What the image shows, in words.
  public static func alt(_ text: String) -> Self { Self("alt", text) }
}

extension HTMLAttribute where Kind == HTMLElement.Input {
  /// The name of the control among those of its form; options of one name exclude each other.
  public static func name(_ name: String) -> Self { Self("name", name) }
  /// Ticks the box.
  public static var checked: Self { Self("checked", "") }
  /// Keeps the control from being used.
  public static var disabled: Self { Self("disabled", "") }
  /// Which keys a keyboard on the screen has: `decimal`.
  public static func inputMode(_ mode: String) -> Self { Self("inputmode", mode) }
  /// Whether what is typed begins with a capital letter: `off`.
  public static func autocapitalize(_ mode: String) -> Self { Self("autocapitalize", mode) }
  /// Whether spelling is checked.
  public static func spellcheck(_ isOn: Bool) -> Self {
    Self("spellcheck", isOn ? "true" : "false")
  }
}

extension HTMLAttribute where Kind == HTMLElement.Label {
  /// The id of the control that is named.
  public static func `for`(_ id: String) -> Self { Self("for", id) }
}

extension HTMLAttribute where Kind == HTMLElement.Meta {
  /// How the document is encoded.
  public static func charset(_ name: String) -> Self { Self("charset", name) }
  /// What it is that is known.
  public static func name(_ name: String) -> Self { Self("name", name) }
  /// What is known.
  public static func content(_ text: String) -> Self { Self("content", text) }
  /// Leads to another page at once.
  public static var refresh: Self { Self("http-equiv", "refresh") }
}

extension HTMLAttribute where Kind == HTMLElement.OrderedList {
  /// The number of the first item.
  public static func start(_ number: Int) -> Self { Self("start", String(number)) }
}

extension HTMLAttribute where Kind == HTMLElement.Option {
  /// What the option stands for.
  public static func value(_ value: String) -> Self { Self("value", value) }
}

extension HTMLAttribute where Kind == HTMLElement.Root {
  /// The language of the document.
  public static func lang(_ language: String) -> Self { Self("lang", language) }
}

extension HTMLAttribute where Kind == HTMLElement.Select {
  /// The name of the selection in its form.
  public static func name(_ name: String) -> Self { Self("name", name) }
}

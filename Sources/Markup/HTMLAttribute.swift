/// An attribute of an element. The type says of which: an `href` of a list item does not compile.
public struct HTMLAttribute<Kind>: Sendable {
  private let name: StaticString
  /// The value, escaped; nil for an attribute that has none.
  private let value: [UInt8]?

  init(_ name: StaticString, _ value: String) {
    self.name = name
    var bytes: [UInt8] = []
    MarkupText.append(value, to: &bytes)
    self.value = bytes
  }

  init(_ name: StaticString, escaped value: [UInt8]?) {
    self.name = name
    self.value = value
  }

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
  public enum Plain {}
  public enum Anchor: Linking {}
  public enum Button: Typed {}
  public enum Cell {}
  public enum Details {}
  public enum FormElement {}
  public enum Image {}
  public enum Input: Typed {}
  public enum Item {}
  public enum Label {}
  public enum Link: Linking, Typed {}
  public enum Meta {}
  public enum OrderedList {}
  public enum Option {}
  public enum Root {}
  public enum Script: Sourced {}
  public enum Select {}
}

extension HTMLElement.Image: Sourced {}

/// An element that leads somewhere.
public protocol Linking {}
/// An element that shows or runs a file.
public protocol Sourced {}
/// An element of which there are several types.
public protocol Typed {}

// MARK: Of all elements

extension HTMLAttribute {
  public static func `class`(_ names: String) -> Self { Self("class", names) }
  public static func id(_ id: String) -> Self { Self("id", id) }
  /// An id in which what may not stand in an address is percent-encoded, as links to it have it.
  public static func id(encoding id: String) -> Self { Self("id", escaped: MarkupText.address(id)) }
  public static func title(_ text: String) -> Self { Self("title", text) }
  public static func role(_ role: String) -> Self { Self("role", role) }
  public static func tabIndex(_ index: Int) -> Self { Self("tabindex", String(index)) }
  /// A custom property for the style sheet: `--name: value`.
  public static func property(_ name: String, _ value: Int) -> Self {
    Self("style", "--\(name): \(value)")
  }
  public static var hidden: Self { Self("hidden", escaped: nil) }

  /// The name for those who do not see.
  public static func ariaLabel(_ text: String) -> Self { Self("aria-label", text) }
  public static func ariaLabelledBy(_ id: String) -> Self { Self("aria-labelledby", id) }
  public static var ariaHidden: Self { Self("aria-hidden", "true") }
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
  public static func href(_ address: String) -> Self { Self("href", address) }
  /// An address that may hold what an address must not, which is percent-encoded.
  public static func href(encoding address: String) -> Self {
    Self("href", escaped: MarkupText.address(address))
  }
  public static func rel(_ relation: String) -> Self { Self("rel", relation) }
}

extension HTMLAttribute where Kind: Sourced {
  public static func src(_ address: String) -> Self { Self("src", address) }
  /// An address that may hold what an address must not, which is percent-encoded.
  public static func src(encoding address: String) -> Self {
    Self("src", escaped: MarkupText.address(address))
  }
}

extension HTMLAttribute where Kind: Typed {
  public static func type(_ type: String) -> Self { Self("type", type) }
}

extension HTMLAttribute where Kind == HTMLElement.Cell {
  public static func scope(_ scope: String) -> Self { Self("scope", scope) }
  /// Obsolete in HTML, and part of GitHub's specification.
  public static func align(_ side: String) -> Self { Self("align", side) }
}

extension HTMLAttribute where Kind == HTMLElement.Details {
  public static var open: Self { Self("open", escaped: nil) }
}

extension HTMLAttribute where Kind == HTMLElement.FormElement {
  public static func autocomplete(_ isOn: Bool) -> Self { Self("autocomplete", isOn ? "on" : "off") }
}

extension HTMLAttribute where Kind == HTMLElement.Image {
  public static func alt(_ text: String) -> Self { Self("alt", text) }
}

extension HTMLAttribute where Kind == HTMLElement.Input {
  public static func name(_ name: String) -> Self { Self("name", name) }
  public static var checked: Self { Self("checked", "") }
  public static var disabled: Self { Self("disabled", "") }
  public static func inputMode(_ mode: String) -> Self { Self("inputmode", mode) }
  public static func autocapitalize(_ mode: String) -> Self { Self("autocapitalize", mode) }
  public static func spellcheck(_ isOn: Bool) -> Self { Self("spellcheck", isOn ? "true" : "false") }
}

extension HTMLAttribute where Kind == HTMLElement.Label {
  public static func `for`(_ id: String) -> Self { Self("for", id) }
}

extension HTMLAttribute where Kind == HTMLElement.Meta {
  public static func charset(_ name: String) -> Self { Self("charset", name) }
  public static func name(_ name: String) -> Self { Self("name", name) }
  public static func content(_ text: String) -> Self { Self("content", text) }
}

extension HTMLAttribute where Kind == HTMLElement.OrderedList {
  public static func start(_ number: Int) -> Self { Self("start", String(number)) }
}

extension HTMLAttribute where Kind == HTMLElement.Option {
  public static func value(_ value: String) -> Self { Self("value", value) }
}

extension HTMLAttribute where Kind == HTMLElement.Root {
  public static func lang(_ language: String) -> Self { Self("lang", language) }
}

extension HTMLAttribute where Kind == HTMLElement.Select {
  public static func name(_ name: String) -> Self { Self("name", name) }
}

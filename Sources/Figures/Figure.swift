/// Something drawn: a complete SVG element with the words that belong to it.
///
/// Figures are values and are drawn when they are made, so that a mistake in the data traps at
/// the line that made it. The same data give the same bytes on every platform.
public protocol Figure: Sendable {
  /// What the figure is, in a few words; never empty.
  var title: String { get }
  /// What the figure shows, for those who do not see it; never empty.
  var alternative: String { get }
  /// The sentence printed beneath, or an empty string.
  var caption: String { get }
  /// The name by which prose places the figure (`![alt](figure:name)`), or nil.
  var name: String? { get }
  /// A complete `<svg>` element, which can stand alone or inside a page. It holds no ids and no
  /// style sheet, so that any number of figures can share a page.
  var svg: String { get }
  /// The numbers that the figure shows, for those who would rather read them; nil when there are
  /// none, or too many for a table.
  var dataTable: Table? { get }
}

extension Figure {
  /// A figure has no table unless it says otherwise.
  public var dataTable: Table? { nil }
}

/// Traps with a sentence at the caller's place, whatever the optimisation.
@inline(never)
func refuse(_ sentence: String, file: StaticString, line: UInt) -> Never {
  fatalError(sentence, file: file, line: line)
}

/// Traps unless a figure has the words that it must have.
func requireWords(title: String, alternative: String, file: StaticString, line: UInt) {
  if isBlank(title) {
    refuse(
      "A figure needs a title that says what it is; this one is empty.", file: file, line: line)
  }
  if isBlank(alternative) {
    refuse(
      "The figure “\(title)” needs a text (alt:) that says what it shows to those who do not see it.",
      file: file, line: line)
  }
}

private func isBlank(_ text: String) -> Bool {
  for byte in text.utf8 where byte > 32 { return false }
  return true
}

/// What may stand between the digits of a number without parting them for a reader.
///
/// In any text that is what nobody sees, such as a soft hyphen; in TeX also blanks, empty braces, negative
/// spaces, and groups and fonts for some of the digits (`0.5{}9`, `0.5 9`, `0.5\mathbf{9}` show 0.59).
struct NumberFiller {
  private let text: [Unicode.Scalar]
  private let notation: DecimalNumbers.Notation
  /// How many groups are open that show nothing of their own.
  private var depth = 0

  /// Begins where a number does.
  init(_ text: [Unicode.Scalar], _ notation: DecimalNumbers.Notation, before start: Int) {
    self.text = text
    self.notation = notation
    guard notation == .formula else { return }
    var open = start
    while open > 0, text[open - 1] == "{", isPlainGroup(at: open - 1) {
      open -= 1
      depth += 1
    }
  }

  private subscript(_ place: Int) -> Unicode.Scalar {
    text.indices.contains(place) ? text[place] : " "
  }

  /// Past what is not seen at a place, if something that belongs to the number follows; else the place.
  mutating func end(from start: Int, before belongs: (Unicode.Scalar) -> Bool) -> Int {
    var place = start
    var depth = depth
    while place < text.count, !belongs(text[place]) {
      guard let next = next(at: place, &depth) else { return start }
      place = next
    }
    guard place < text.count else { return start }
    self.depth = depth
    return place
  }

  /// Past one thing that is not seen; nil for what is.
  private func next(at place: Int, _ depth: inout Int) -> Int? {
    let scalar = text[place]
    if scalar.value >= 0xAD, scalar.properties.isDefaultIgnorableCodePoint { return place + 1 }
    guard notation == .formula else { return nil }
    switch scalar {
    case " ", "\n", "\t": return place + 1
    case "{":
      depth += 1
      return place + 1
    case "}":
      guard depth > 0 else { return nil }
      depth -= 1
      return place + 1
    case "\\":
      if self[place + 1] == "!" || self[place + 1] == "/" { return place + 2 }
      var end = place + 1
      while self[end].isASCIILetter { end += 1 }
      guard self[end] == "{", isFont(String(scalars: text[(place + 1)..<end])) else { return nil }
      return end
    default: return nil
    }
  }

  /// Whether braces hold what stands in the line as the rest does: no index, exponent or argument.
  private func isPlainGroup(at open: Int) -> Bool {
    var place = open - 1
    while place >= 0, text[place].isBlank { place -= 1 }
    guard place >= 0 else { return true }
    guard self[place].isASCIILetter else { return !"^_}]".unicodeScalars.contains(text[place]) }
    var first = place
    while self[first - 1].isASCIILetter { first -= 1 }
    return self[first - 1] == "\\" && isFont(String(scalars: text[first...place]))
  }

  /// Whether a command changes nothing but the looks of its argument.
  private func isFont(_ command: String) -> Bool {
    (command.hasPrefix("math") || command.hasPrefix("text") || command == "boldsymbol")
      && command != "textcolor"
  }
}

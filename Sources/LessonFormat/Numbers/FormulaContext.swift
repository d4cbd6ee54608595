/// What stands around a number in a formula's TeX.
struct FormulaContext {
  /// What a minus follows.
  enum Role {
    /// Something to subtract from.
    case operand
    /// Nothing to subtract from, so that the minus is a sign.
    case opening
    /// The start of a cell or row, where it may be either.
    case unclear
  }

  let text: [Unicode.Scalar]

  init(_ text: [Unicode.Scalar]) {
    self.text = text
  }

  private subscript(_ place: Int) -> Unicode.Scalar {
    text.indices.contains(place) ? text[place] : " "
  }

  // MARK: Backward

  /// The place of the last scalar before a place that is no space of any kind.
  func lastInk(before start: Int) -> Int? {
    var place = start - 1
    while place >= 0 {
      let scalar = text[place]
      let isAfterBackslash = self[place - 1] == "\\" && self[place - 2] != "\\"
      if scalar.isBlank || scalar == "~" {
        // `\ ` is a space too.
        place -= isAfterBackslash && scalar == " " ? 2 : 1
      } else if ",;:!".unicodeScalars.contains(scalar), isAfterBackslash {
        place -= 2
      } else {
        return place
      }
    }
    return nil
  }

  /// What a minus at a place follows.
  func role(before minus: Int) -> Role {
    guard let place = lastInk(before: minus) else { return .opening }
    let scalar = text[place]
    if scalar == "&" { return .unclear }
    if scalar == "|" { return .unclear }
    if scalar == "\\", self[place - 1] == "\\" { return .unclear }
    if scalar.isASCIILetter {
      var first = place
      while self[first - 1].isASCIILetter { first -= 1 }
      guard self[first - 1] == "\\", self[first - 2] != "\\" else { return .operand }
      let name = String(scalars: text[first...place])
      if name.hasSuffix("quad") { return .unclear }
      return Self.opening.contains(name) ? .opening : .operand
    }
    if scalar.isOperand || scalar == "'" || scalar == "!" { return .operand }
    return .opening
  }

  /// Commands after which a minus is a sign.
  private static let opening: Set<String> = [
    "approx", "ast", "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "cdot", "circ",
    "colon", "cos", "cosh", "div", "equiv", "exp", "ge", "geq", "gets", "gg", "gt", "iff",
    "implies",
    "in", "langle", "lbrace", "lbrack", "lceil", "le", "left", "leftarrow", "leq", "lfloor", "lim",
    "ll", "ln", "log", "lt", "lVert", "lvert", "mapsto", "max", "mid", "min", "mp", "ne", "neq",
    "notin", "odot", "oplus", "otimes", "pm", "propto", "Rightarrow", "rightarrow", "sim", "simeq",
    "sin", "sinh", "tan", "tanh", "times", "to",
  ]

  // MARK: Forward

  /// How many arguments of a command a reader does not see.
  private static let unseenArguments: [String: Int] = [
    "begin": 1, "color": 1, "colorbox": 1, "end": 1, "eqref": 1, "fcolorbox": 2, "href": 1,
    "hskip": 0, "hspace": 1, "kern": 0, "label": 1, "mkern": 0, "mskip": 0, "raisebox": 1, "ref": 1,
    "rule": 2, "tag": 1, "textcolor": 1, "url": 1, "vspace": 1,
  ]

  /// Past a command, with those of its arguments that are lengths, colours or names.
  func end(ofCommandAt start: Int) -> Int {
    var end = start + 1
    while self[end].isASCIILetter { end += 1 }
    if end == start + 1 {
      // A row may end with the space below it: `\\[0.5em]`.
      guard self[end] == "\\" else { return min(end + 1, text.count) }
      return afterGroup("[", "]", from: end + 1)
    }
    let name = String(scalars: text[(start + 1)..<end])
    guard let count = Self.unseenArguments[name] else { return end }
    if count == 0 { return afterLength(end) }
    if self[end] == "*" { end += 1 }
    end = afterGroup("[", "]", from: end)
    for _ in 0..<count { end = afterGroup("{", "}", from: end) }
    return end
  }

  /// Past a length such as `1.5pt`.
  private func afterLength(_ start: Int) -> Int {
    var end = start
    while end < text.count, text[end].isBlank || text[end].isMinus { end += 1 }
    while end < text.count, text[end].isDigit || text[end] == "." { end += 1 }
    return end
  }

  /// Past brackets that open at a place; nothing as long as this is a length, a colour or a name.
  private func afterGroup(_ open: Unicode.Scalar, _ close: Unicode.Scalar, from start: Int) -> Int {
    guard self[start] == open else { return start }
    let limit = min(text.count, start + 200)
    let end = text[start..<limit].firstIndex(of: close)
    return end.map { $0 + 1 } ?? start + 1
  }
}

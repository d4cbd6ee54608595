/// What a minus before a number means.
struct NumberSign {
  /// The sign of a number.
  struct Reading: Hashable {
    /// Where the minus that is the number's sign stands; nil where there is none.
    var place: Int?
    /// Whether a minus before it subtracts, or may.
    var subtracts = false
  }

  let text: [Unicode.Scalar]
  let notation: DecimalNumbers.Notation

  init(_ text: [Unicode.Scalar], _ notation: DecimalNumbers.Notation) {
    self.text = text
    self.notation = notation
  }

  /// The sign of the number whose digits start at a place.
  func before(_ start: Int) -> Reading {
    switch notation {
    case .prose: inProse(before: start)
    case .formula: inFormula(before: start)
    }
  }

  private func inProse(before start: Int) -> Reading {
    var start = start
    if start > 0, "$€£¥".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    guard start > 0 else { return Reading() }
    if text[start - 1].isMinus {
      let place = start - 1
      guard place > 0 else { return Reading(place: place) }
      let before = text[place - 1]
      // Between two numbers or words it subtracts, or joins the ends of a range.
      if before.isOperand { return Reading(subtracts: true) }
      return before == "-" ? Reading() : Reading(place: place)
    }
    guard text[start - 1].isBlank, let place = lastInk(before: start), text[place].isMinus
    else { return Reading() }
    // A dash between two blanks parts a sentence.
    guard text[place] != "–" && text[place] != "‒" else { return Reading() }
    guard let before = lastInk(before: place) else { return Reading(place: place) }
    let opens = "([{=≈≠<>≤≥±∓×·⋅*/^~∈".unicodeScalars.contains(text[before])
    return opens ? Reading(place: place) : Reading(subtracts: true)
  }

  private func lastInk(before place: Int) -> Int? {
    var place = place - 1
    while place >= 0, text[place].isBlank { place -= 1 }
    return place >= 0 ? place : nil
  }

  private func inFormula(before start: Int) -> Reading {
    let context = FormulaContext(text)
    guard let place = context.lastInk(before: start) else { return Reading() }
    // `{-}1.5` is a minus without the space of an operation.
    if text[place] == "}", place >= 2, text[place - 1].isMinus, text[place - 2] == "{" {
      return Reading(place: place - 2)
    }
    guard text[place].isMinus else { return Reading() }
    switch context.role(before: place) {
    case .operand, .unclear: return Reading(subtracts: true)
    case .opening: return Reading(place: place)
    }
  }
}

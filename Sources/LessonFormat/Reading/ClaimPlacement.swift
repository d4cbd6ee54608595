/// Finds the number that a check comment speaks of in the text before it, and marks it there.
///
/// A number in text becomes a node of its own that carries the claim; a formula carries the claims of
/// all its numbers; a code span the claim of the number in it.
struct ClaimPlacement {
  let claim: Claim

  /// Marks the number in the last block that holds it, looking a few blocks back.
  ///
  /// - Returns: Whether it was found.
  func mark(behind blocks: inout [Node]) -> Bool {
    let shown = blocks.indices.reversed().filter { blocks[$0].meaning != .checkComment(loose: []) }
    for index in shown.prefix(3) {
      var one = [blocks[index]]
      // The list alone holds what is below the block, so that nothing is copied for each of many claims.
      blocks[index].children = []
      let isFound = mark(in: &one)
      blocks.replaceSubrange(index...index, with: one)
      if isFound { return true }
    }
    return false
  }

  /// Marks the last number as written that no other claim has, in nodes or below them.
  ///
  /// - Returns: Whether it was found.
  func mark(in nodes: inout [Node]) -> Bool {
    for index in nodes.indices.reversed() {
      let meaning = nodes[index].meaning
      switch nodes[index].kind {
      case .text(let text):
        guard meaning == nil, let number = number(in: text) else { continue }
        let range = nodes[index].range
        let parts = [
          Node(.text(String(text[..<number.lowerBound])), range: range),
          Node(.text(String(text[number])), range: range, meaning: .claims([claim.index])),
        ]
        let rest = text[number.upperBound...]
        nodes.replaceSubrange(
          index...index,
          with: rest.isEmpty ? parts : parts + [Node(.text(String(rest)), range: range)])
        return true
      case .math(let text, _), .mathBlock(let text):
        guard number(in: text) != nil else { continue }
        var claims: [Int] = []
        if case .claims(let earlier) = meaning { claims = earlier }
        nodes[index].meaning = .claims(claims + [claim.index])
        return true
      case .code(let text, _):
        guard meaning == nil, number(in: text) != nil else { continue }
        nodes[index].meaning = .claims([claim.index])
        return true
      default:
        if mark(in: &nodes[index].children) { return true }
      }
    }
    return false
  }

  /// Where the number stands last in a text.
  private func number(in text: String) -> Range<String.Index>? {
    WrittenText.lastPlace(of: spelling, in: text)
  }

  /// The expected number as written.
  private var spelling: String {
    claim.expectation.text.prefix { $0 != "±" }.trimmingBlanks
  }
}

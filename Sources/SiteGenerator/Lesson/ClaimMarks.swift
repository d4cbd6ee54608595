import LessonFormat
import LessonRunner

/// Puts the marks of verified claims into a lesson's tree.
///
/// A code span that claims something gets its mark behind it. A comment such as
/// `<!-- check: loss ≈ 0.1013 -->` goes, and the number it checks gets the mark: in the text or the
/// table before the comment, or in the formula before it, which then carries the indices of its
/// claims as children.
struct ClaimMarks {
  private let claims: [Claim]
  private let values: [CheckedValue]
  private var nextSpan = 0
  private var nextComment = 0

  init(_ result: LessonResult) {
    self.claims = result.lesson.claims
    self.values = result.claims
  }

  /// The blocks with their marks.
  mutating func placed(in blocks: [Node]) -> [Node] {
    var placed: [Node] = []
    for block in blocks {
      switch block.kind {
      case .htmlBlock(let text):
        let found = takeComments(in: text)
        guard !found.isEmpty else {
          placed.append(block)
          continue
        }
        var loose = ""
        for claim in found where !attach(claim, behind: &placed) {
          loose += mark(of: claim).html(behind: "")
        }
        if !loose.isEmpty {
          placed.append(
            Node(.htmlBlock("<p class=\"marks\">\(loose)</p>\n"), range: block.range))
        }
      case .paragraph, .heading, .tableCell:
        var block = block
        block.children = placedInline(in: block.children)
        placed.append(block)
      default:
        var block = block
        block.children = self.placed(in: block.children)
        placed.append(block)
      }
    }
    return placed
  }

  private mutating func placedInline(in nodes: [Node]) -> [Node] {
    var placed: [Node] = []
    var removedComment = false
    for node in nodes {
      switch node.kind {
      case .code(let text, _):
        if let claim = takeSpan(text) {
          let html = mark(of: claim).html(ofClaim: text)
          placed.append(Node(.htmlInline(html), range: node.range))
        } else {
          placed.append(node)
        }
      case .htmlInline(let text):
        let found = takeComments(in: text)
        if found.isEmpty { placed.append(node) }
        for claim in found where !attach(claim, to: &placed) {
          placed.append(looseMark(claim, range: node.range))
        }
      case .text(let text):
        if removedComment, text.first?.isPunctuation ?? false { dropFinalSpace(of: &placed) }
        placed.append(node)
      default:
        var node = node
        node.children = placedInline(in: node.children)
        placed.append(node)
      }
      removedComment = isComment(node)
    }
    return placed
  }

  private func isComment(_ node: Node) -> Bool {
    if case .htmlInline(let text) = node.kind { text.hasPrefix("<!--") } else { false }
  }

  /// Drops the space that stood between a number and the comment that checks it.
  private func dropFinalSpace(of nodes: inout [Node]) {
    guard case .text(let text)? = nodes.last?.kind, text.hasSuffix(" ") else { return }
    nodes[nodes.count - 1].kind = .text(String(text.dropLast()))
  }

  // MARK: Finding the claim of a node

  /// The claim that a code span makes, or nil where it makes none.
  private mutating func takeSpan(_ text: String) -> Int? {
    for index in nextSpan..<max(nextSpan, claims.count)
    where claims[index].form == .codeSpan && index < values.count {
      guard text.contains(claims[index].expression), holdsRelation(text) else { return nil }
      nextSpan = index + 1
      return index
    }
    return nil
  }

  /// The claims that comments in a stretch of HTML make, in order.
  private mutating func takeComments(in text: String) -> [Int] {
    guard text.contains("<!--") else { return [] }
    var found: [Int] = []
    for index in nextComment..<max(nextComment, claims.count)
    where claims[index].form == .comment && index < values.count {
      guard text.contains(claims[index].expression), text.contains("check:") else { break }
      nextComment = index + 1
      found.append(index)
      if text.ranges(of: "check:").count == found.count { break }
    }
    return found
  }

  private func holdsRelation(_ text: String) -> Bool {
    text.contains("≈") || text.contains("~=")
  }

  // MARK: Finding the number of a claim

  /// Attaches a mark to the number in the last block that holds it, looking a few blocks back.
  private func attach(_ claim: Int, behind blocks: inout [Node]) -> Bool {
    for index in blocks.indices.reversed().prefix(3) {
      var one = [blocks[index]]
      if attach(claim, to: &one) {
        blocks.replaceSubrange(index...index, with: one)
        return true
      }
    }
    return false
  }

  /// Attaches a mark to the last number as written that has none, in nodes or below them.
  private func attach(_ claim: Int, to nodes: inout [Node]) -> Bool {
    for index in nodes.indices.reversed() {
      switch nodes[index].kind {
      case .text(let text):
        guard let number = number(of: claim, in: text) else { continue }
        let range = nodes[index].range
        let mark = mark(of: claim).html(behind: text[number].escapedForPage)
        var pieces = [
          Node(.text(String(text[..<number.lowerBound])), range: range),
          Node(.htmlInline(mark), range: range),
        ]
        if number.upperBound < text.endIndex {
          pieces.append(Node(.text(String(text[number.upperBound...])), range: range))
        }
        nodes.replaceSubrange(index...index, with: pieces)
        return true
      case .math(let text, _), .mathBlock(let text):
        guard number(of: claim, in: text) != nil else { continue }
        nodes[index].children.append(Node(.text(String(claim)), range: nodes[index].range))
        return true
      case .code(let text, _):
        guard number(of: claim, in: text) != nil else { continue }
        let mark = mark(of: claim).html(
          behind: "<code>\(text.escapedForPage)</code>")
        nodes[index].kind = .htmlInline(mark)
        return true
      default:
        if attach(claim, to: &nodes[index].children) { return true }
      }
    }
    return false
  }

  private func mark(of claim: Int) -> CheckMark {
    CheckMark(values[claim], claims[claim].expectation.relation)
  }

  private func looseMark(_ claim: Int, range: SourceRange) -> Node {
    Node(.htmlInline(mark(of: claim).html(behind: "")), range: range)
  }

  /// Where the number of a claim stands last in a text.
  private func number(of claim: Int, in text: String) -> Range<String.Index>? {
    for spelling in spellings(of: claims[claim]) {
      for range in text.ranges(of: spelling).reversed() {
        if isNumberPart(text[..<range.lowerBound].last) { continue }
        let rest = text[range.upperBound...]
        if rest.first?.isNumber ?? false { continue }
        if rest.first == ".", rest.dropFirst().first?.isNumber ?? false { continue }
        return range
      }
    }
    return nil
  }

  private func isNumberPart(_ character: Character?) -> Bool {
    guard let character else { return false }
    return character.isNumber || character == "."
  }

  /// The expected number as written, and with a true minus sign.
  private func spellings(of claim: Claim) -> [String] {
    var text = claim.expectation.text[...]
    if let sign = text.firstIndex(of: "±") { text = text[..<sign] }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    let written = String(text)
    guard written.hasPrefix("-") else { return [written] }
    return [written, "−" + written.dropFirst()]
  }
}

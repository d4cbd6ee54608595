import LessonFormat
import LessonRunner

/// Links from the first use of each term in a lesson to what the glossary says of it.
struct GlossaryLinks: Sendable {
  /// A term of the glossary.
  private struct Term {
    /// In lower case.
    var words: [Substring]
    var anchor: String
  }

  /// The stem of the glossary.
  let lesson: String
  /// The terms by their first word.
  private let terms: [Substring: [Term]]

  /// - Parameter glossary: the lesson whose headings of the second level are the terms.
  init(of glossary: VerifiedLesson) {
    lesson = glossary.id
    var terms: [Substring: [Term]] = [:]
    LessonNode.visit(glossary.content) { node in
      guard case .prose(let heading) = node, case .heading(2, let anchor) = heading.kind else {
        return
      }
      let text = LessonNode.plainText(heading.children).lowercased()
      let words = Self.words(of: text).map { text[$0] }
      guard let first = words.first else { return }
      terms[first, default: []].append(Term(words: words, anchor: anchor))
    }
    // Of two terms that begin alike, the longer one says more.
    self.terms = terms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The content of another lesson, with a link at the first use of each term in a paragraph. Headings,
  /// links, code, quizzes and cards have none, and neither has a term to which the author links.
  func linked(_ nodes: [LessonNode]) -> [LessonNode] {
    var used: Set<String> = []
    LessonNode.visit(nodes) { node in
      guard case .prose(let prose) = node, case .link(let destination, _) = prose.kind else {
        return
      }
      let link = LinkDestination(destination)
      if link.lessonStem == lesson, let anchor = link.anchor { used.insert(anchor) }
    }
    return blocks(nodes, &used)
  }

  private func blocks(_ nodes: [LessonNode], _ used: inout Set<String>) -> [LessonNode] {
    nodes.map { node in
      switch node {
      case .prose(var prose):
        switch prose.kind {
        case .paragraph: prose.children = line(prose.children, &used)
        case .document, .blockQuote, .list, .item, .alert:
          prose.children = blocks(prose.children, &used)
        default: break
        }
        return .prose(prose)
      case .prediction(let prediction):
        return .prediction(
          PredictionNode(
            question: prediction.question, revealed: blocks(prediction.revealed, &used)))
      default: return node
      }
    }
  }

  private func line(_ nodes: [LessonNode], _ used: inout Set<String>) -> [LessonNode] {
    nodes.flatMap { node -> [LessonNode] in
      guard case .prose(var prose) = node else { return [node] }
      switch prose.kind {
      case .text(let text): return split(text, prose.range, &used)
      case .emphasis, .strong:
        prose.children = line(prose.children, &used)
        return [.prose(prose)]
      default: return [node]
      }
    }
  }

  /// A text in which the first uses of terms are links.
  private func split(
    _ text: String, _ range: SourceRange, _ used: inout Set<String>
  ) -> [LessonNode] {
    let words = Self.words(of: text)
    var nodes: [LessonNode] = []
    func add(_ part: Substring) {
      if !part.isEmpty { nodes.append(.prose(ProseNode(.text(String(part)), range: range))) }
    }
    var written = text.startIndex
    var index = 0
    while index < words.count {
      guard let (term, count) = term(at: index, of: words, in: text) else {
        index += 1
        continue
      }
      guard used.insert(term.anchor).inserted else {
        index += count
        continue
      }
      let place = words[index].lowerBound..<words[index + count - 1].upperBound
      add(text[written..<place.lowerBound])
      nodes.append(
        .prose(
          ProseNode(
            .link(destination: "\(lesson).md#\(term.anchor)", title: ""), range: range,
            children: [.prose(ProseNode(.text(String(text[place])), range: range))])))
      written = place.upperBound
      index += count
    }
    add(text[written...])
    return nodes
  }

  /// The longest term that begins with a word, in the singular or the plural.
  private func term(
    at index: Int, of words: [Range<String.Index>], in text: String
  ) -> (term: Term, count: Int)? {
    let first = text[words[index]].lowercased()
    let singular = Self.singular(first)
    for start in singular == first[...] ? [singular] : [first[...], singular] {
      for term in terms[start] ?? [] where index + term.words.count <= words.count {
        let isUsed = term.words.indices.allSatisfy { offset in
          let word = text[words[index + offset]].lowercased()
          let isLast = offset == term.words.count - 1
          return word == term.words[offset] || (isLast && Self.singular(word) == term.words[offset])
        }
        let place = words[index].lowerBound..<words[index + term.words.count - 1].upperBound
        if isUsed, Self.isOneStretch(text[place]) { return (term, term.words.count) }
      }
    }
    return nil
  }

  private static func singular(_ word: String) -> Substring {
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word[...]
  }

  /// Whether nothing ends within some words, such as a sentence.
  private static func isOneStretch(_ text: Substring) -> Bool {
    !text.contains { ".,;:!?()".contains($0) }
  }

  /// The words of a text; a hyphen or an apostrophe is part of the word that it stands in.
  private static func words(of text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isLetter || text[index].isNumber else {
        index = text.index(after: index)
        continue
      }
      let start = index
      while index < text.endIndex,
        text[index].isLetter || text[index].isNumber || "-'’".contains(text[index])
      {
        index = text.index(after: index)
      }
      words.append(start..<index)
    }
    return words
  }
}

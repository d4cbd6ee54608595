/// Reads a quiz or a prediction from its alert, and says what is wrong with it.
struct QuizReader {
  private let node: Node
  private let purpose: Quiz.Purpose
  private let file: SourceFile
  private let parts: QuizParts
  private var findings: [FormatFinding] = []

  /// - Parameters:
  ///   - index: The place that the quiz gets among those of the lesson.
  ///   - claims: The claims of the lesson up to here, those of the alert among them.
  /// - Returns: The quiz, or the findings that keep it from being one. A claim that could not be
  ///   read has a finding of its own; then there may be neither.
  static func read(
    _ node: Node, _ purpose: Quiz.Purpose, index: Int, claims: [Claim], file: SourceFile
  ) -> (quiz: Quiz?, findings: [FormatFinding]) {
    var reader = QuizReader(node: node, purpose, file: file)
    let quiz = reader.read(index: index, claims: claims)
    return (reader.findings.isEmpty ? quiz : nil, reader.findings)
  }

  private init(node: Node, _ purpose: Quiz.Purpose, file: SourceFile) {
    self.node = node
    self.purpose = purpose
    self.file = file
    parts = QuizParts(node.children)
  }

  /// What it is called.
  private var name: String {
    switch purpose {
    case .question: "quiz"
    case .prediction: "prediction"
    }
  }

  private mutating func read(index: Int, claims: [Claim]) -> Quiz? {
    if parts.items.isEmpty { return readNumeric(index: index, claims: claims) }
    requireQuestion(parts.question)
    readOptions()
    if let span = parts.finalClaim, !parts.rest.isEmpty {
      report(
        span.range.start, "this \(name) has options, and a claim behind them",
        "ask for a number in a \(name) of its own, without options")
    } else if let next = parts.rest.first {
      report(
        next.range.start,
        QuizParts.isTaskList(next)
          ? "this \(name) has a second list of options" : "there is text behind the options",
        QuizParts.isTaskList(next)
          ? "begin all options with the same mark, `-`, or make two of it"
          : "move it before the options, or into the explanation of one")
    }
    return quiz(index, claim: nil)
  }

  private func quiz(_ index: Int, claim: Int?) -> Quiz {
    Quiz(index: index, purpose: purpose, range: node.range, blocks: node.children, claim: claim)
  }

  // MARK: Numbers

  private mutating func readNumeric(index: Int, claims: [Claim]) -> Quiz? {
    guard let span = parts.finalClaim else {
      requireQuestion(parts.question)
      // What follows a prediction may be answer enough.
      if purpose == .prediction {
        reportMissedAnswer()
        return quiz(index, claim: nil)
      }
      report(
        node.range.start, "this quiz has neither options nor a number as its answer",
        "list the options as tasks, `- [x] right — why` and `- [ ] wrong — why`, or end with a "
          + "claim such as `loss ≈ 0.111` in backticks")
      return nil
    }
    guard case .claims(let indices)? = span.meaning, let claim = indices.first.map({ claims[$0] })
    else { return nil }
    let quiz = quiz(index, claim: claim.index)
    requireQuestion(quiz.question)
    guard case .number(let number) = claim.expectation.value, number.value.isFinite else {
      report(
        claim.position, width: claim.width, "the answer of a numeric question must be one number",
        "claim a single number, such as `gradient[0] ≈ 0.111`")
      return nil
    }
    return quiz
  }

  /// What was meant as the answer of a prediction, and is none: it would stand in the question.
  private mutating func reportMissedAnswer() {
    let blocks = parts.question.filter { !QuizParts.isComment($0) }
    guard let last = blocks.last else { return }
    if case .list = last.kind,
      let item = last.children.first(where: { item in
        let text = item.children.first?.plainText.lowercased() ?? ""
        return ["[x]", "[ ]", "[]"].contains(where: text.hasPrefix)
      })
    {
      report(
        item.range.start, "this option has no box",
        "begin it with `[x]` if it is right and with `[ ]` if it is wrong, and write something "
          + "behind the box")
      return
    }
    guard last.kind == .paragraph,
      let place = last.children.lastIndex(where: { if case .code = $0.kind { true } else { false } }
      ),
      case .code(let text, 1) = last.children[place].kind
    else { return }
    let before = (blocks.dropLast().map(\.plainText) + last.children[..<place].map(\.plainText))
      .joined()
    let after = last.children[(place + 1)...].map(\.plainText).joined()
    guard before.contains("?"), !after.contains("?") else { return }
    if last.children[place].meaning != nil {
      report(
        last.children[place].range.start, width: text.unicodeScalars.count + 2,
        "text stands behind this claim, so that it is no answer and stands in the question",
        "end the prediction with the claim")
    } else if let sign = text.range(of: "=", last: true), after.trimmingBlanks.count <= 1,
      WrittenNumber(String(text[sign.upperBound...]).trimmingBlanks) != nil
    {
      report(
        last.children[place].range.start, width: text.unicodeScalars.count + 2,
        "this is no answer, and stands in the question", "claim the number with `≈`")
    }
  }

  private mutating func requireQuestion(_ blocks: [Node]) {
    guard blocks.allSatisfy(QuizParts.isComment) else { return }
    report(
      node.range.start, "this \(name) asks nothing",
      "write the question below the line `[!\(purpose == .question ? "QUIZ" : "PREDICT")]`")
  }

  // MARK: Options

  private mutating func readOptions() {
    var options: [Quiz.Option] = []
    for item in parts.items {
      guard case .item(_?) = item.kind else {
        report(
          item.range.start, "this option has no box",
          "begin it with `[x]` if it is right and with `[ ]` if it is wrong, and write something "
            + "behind the box")
        continue
      }
      options.append(Quiz.Option(item))
    }
    for option in options {
      if option.text.isEmpty {
        report(
          option.range.start, "this option says nothing", "write the option before the em dash")
      } else if purpose == .question, option.explanation.allSatisfy(Inlines.isBlank) {
        report(
          option.range.start, "this option has no explanation",
          Self.remedy(for: option.text.map(\.plainText).joined()))
      }
    }
    requireDistinct(options)
    if parts.items.count < 2 {
      report(
        parts.items[0].range.start, "this \(name) has one option only",
        "give the reader something to choose: two options or more")
    }
    if options.count == parts.items.count, !options.contains(where: \.isRight) {
      report(
        parts.items[0].range.start, "no option of this \(name) is right",
        "tick the right ones: `- [x]`")
    }
  }

  private static func remedy(for text: String) -> String {
    if text.contains("—") {
      return "put a blank on either side of the em dash, outside of code and formulas"
    }
    if [" – ", " -- ", " - "].contains(where: text.contains) {
      return "the dash before the explanation must be an em dash, ` — `"
    }
    return "write behind it ` — ` (an em dash between blanks), and then why it is right or wrong"
  }

  private mutating func requireDistinct(_ options: [Quiz.Option]) {
    var seen: [String: Int] = [:]
    for option in options where !option.text.isEmpty {
      let text = option.text.map(\.plainText).joined().split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      if let line = seen[text] {
        report(
          option.range.start, "this option has the same text as the one in line \(line)",
          "reword one, or drop it")
      } else {
        seen[text] = option.range.start.line
      }
    }
  }

  private mutating func report(
    _ position: SourcePosition, width: Int? = nil, _ message: String, _ remedy: String
  ) {
    findings.append(
      .quiz(at: position, width: width, in: file, message: message, remedy: remedy))
  }
}

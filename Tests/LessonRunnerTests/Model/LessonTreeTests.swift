import LessonFormat
import Testing

@testable import LessonRunner

struct LessonTreeTests {
  private static let svg = "<svg viewBox=\"0 0 1 1\"></svg>"

  private static func figure(_ name: String) -> Record {
    .figure(name: name, title: "T", alternative: "A", caption: "On $\(name)$.", svg: svg)
  }

  private func content(
    _ text: String, _ records: [Record] = [], symbols: SymbolIndex? = nil
  ) -> [LessonNode] {
    let judgement = LessonJudge.judgement(
      of: sampleLesson(text), RunOutcome(records: records + [.end]))
    return VerifiedLesson(judgement, typeset: [:], symbols: symbols).content
  }

  /// What the nodes are, in short; prose by its text.
  private func kinds(_ nodes: [LessonNode]) -> [String] {
    nodes.map { node in
      switch node {
      case .prose(let prose):
        prose.children.contains { if case .prose = $0 { false } else { true } }
          ? "prose(\(kinds(prose.children).joined(separator: " ")))" : node.plainText
      case .code(let code): "code \(code.block.index)"
      case .exercise(let exercise):
        "exercise(\(kinds(exercise.content).joined(separator: " ")))"
      case .exercisePart(let part): "part \(part.code.block.index)\(part.isApart ? " apart" : "")"
      case .figure(let figure): "figure \(figure.number)"
      case .drawing: "drawing"
      case .table(let table): "table \(table.number)"
      case .formula(let formula): "formula \(formula.claims.count)"
      case .claim(let claim):
        "claim " + claim.claims.map(\.value.expected).joined(separator: " ")
      case .symbol(let symbol): "symbol \(symbol.name)"
      case .quiz(let quiz): "quiz \(quiz.number)"
      case .prediction(let prediction):
        "prediction(\(kinds(prediction.revealed).joined(separator: " ")))"
      case .card(let card): "card \(card.card.index)"
      case .hints(let hints): "hints \(hints.count)"
      }
    }
  }

  @Test func firstHeadingOfTheFirstLevelIsLeftOutAndNoOther() {
    #expect(kinds(content("# T\n\n# U\n\nA\n")) == ["U", "A"])
    #expect(kinds(content("A\n\n# T\n")) == ["A", "T"])
  }

  // MARK: Code, figures and tables

  @Test func fencesThatBelongToABlockAreAPartOfIt() {
    let text = "```swift\nprint(1)\n```\n\n```output\n1\n```\n\nA\n"
    let nodes = content(text, [.block(0), .text("1\n")])
    #expect(kinds(nodes) == ["code 0", "A"])
    guard case .code(let code)? = nodes.first else { return }
    #expect(code.result.output == "1\n" && code.result.printedAsExpected == true)
  }

  @Test func whatABlockShowsStandsBehindItNumberedThroughTheLesson() {
    let text = "```swift\na\n```\n\n```swift\nb\n```\n"
    let nodes = content(
      text,
      [
        .block(0), Self.figure("a"), .table(title: "T", columns: ["c"], rows: []), .block(1),
        Self.figure("b"),
      ])
    #expect(kinds(nodes) == ["code 0", "figure 1", "table 1", "code 1", "figure 2"])
  }

  @Test func figureThatTheTextPlacesStandsThereAndIsNumberedThere() {
    let text = "```swift\na\n```\n\n![x](figure:a)\n\nIn a ![x](figure:b) line.\n"
    let nodes = content(
      text, [.block(0), Self.figure("a"), Self.figure("b"), Self.figure("c")])
    #expect(kinds(nodes) == ["code 0", "figure 1", "figure 2", "prose(In a  drawing  line.)"])
    guard case .figure(let last) = nodes[2] else { return }
    #expect(last.figure.name == "a" && last.caption.plain == "On a.")
  }

  @Test func whatAProgramSaysInACaptionIsNeitherHTMLNorALink() {
    let caption = "<kbd>a</kbd> <script>b</script> [c](javascript:d) ![e](https://f.g/h.png)"
    let figure = Record.figure(
      name: "", title: "T", alternative: "A", caption: caption, svg: Self.svg)
    guard
      case .figure(let shown)? = content("```swift\na\n```\n", [.block(0), figure]).last
    else {
      Issue.record("there is no figure")
      return
    }
    #expect(shown.caption.plain == "<kbd>a</kbd> <script>b</script> c e")
    for case .prose(let node) in shown.caption.nodes {
      if case .text = node.kind { continue }
      Issue.record("\(node.kind)")
    }
  }

  @Test func placeOfAFigureThatWasNotDrawnStaysAnImage() {
    let nodes = content("![x](figure:a)\n")
    guard case .prose(let paragraph)? = nodes.first,
      case .prose(let image)? = paragraph.children.first
    else {
      Issue.record("\(nodes)")
      return
    }
    #expect(image.kind == .image(destination: "figure:a", title: ""))
  }

  // MARK: Claims

  private static let x = Record.claim(0, value: "0.5")

  @Test func claimIsANodeWithItsValueAndRelation() {
    let text = "It is `x ≈ 0.5`, or 1 <!-- check: x <= 1 --> at most.\n"
    let nodes = content(text, [Self.x, .claim(1, value: "0.75")])
    guard case .prose(let paragraph)? = nodes.first else {
      Issue.record("\(nodes)")
      return
    }
    let claims = paragraph.children.compactMap { node -> ClaimNode? in
      if case .claim(let claim) = node { claim } else { nil }
    }
    #expect(claims.map(\.text.plain) == ["x ≈ 0.5", "1"])
    #expect(claims.map { $0.claims[0].value.actual } == ["0.5", "0.75"])
    #expect(claims.map { $0.claims[0].relation } == [.approximately, .lessOrEqual])
    #expect(claims.map { $0.claims.count } == [1, 1])
  }

  @Test func commentWhoseNumberIsMarkedGoesWithTheSpaceBeforeIt() {
    let nodes = content("It is 0.5 <!-- check: x ≈ 0.5 -->, so.\n", [Self.x])
    #expect(LessonNode.plainText(nodes) == "It is 0.5, so.")
  }

  @Test func commentWhoseNumberStandsNowhereIsAClaimWithoutText() {
    #expect(kinds(content("A.\n\n<!-- check: x ≈ 0.5 -->\n", [Self.x])) == ["A.", "claim 0.5"])
    #expect(
      kinds(content("A <!-- check: x ≈ 0.5 --> b.\n", [Self.x])) == ["prose(A  claim 0.5  b.)"])
  }

  @Test func formulaHoldsTheClaimsOfItsNumbers() {
    let text = "$$\na = 0.5 + 0.25\n$$\n\n<!-- check: x ≈ 0.5 -->\n<!-- check: y ≈ 0.25 -->\n"
    #expect(kinds(content(text, [Self.x])) == ["formula 2"])
    #expect(kinds(content("Let $a$.\n")) == ["prose(Let  formula 0 .)"])
  }

  // MARK: Exercises

  private static let exercise = """
    ```swift exercise="s"
    let s = 1
    ```

    > [!HINT]
    > a

    b

    ```swift check="s"
    s  // = 2
    ```

    ```swift solution="s"
    let s = 2
    ```

    """

  @Test func exerciseIsOneNodeUpToItsLastBlock() {
    let nodes = content(Self.exercise + "\nc\n")
    #expect(kinds(nodes) == ["exercise(part 0 hints 1 b part 1 part 2)", "c"])
    guard case .exercise(let exercise)? = nodes.first else { return }
    #expect(exercise.starter.block.index == 0 && exercise.checks.block.index == 1)
    #expect(exercise.solutions.map(\.block.index) == [2] && exercise.hints.count == 1)
    #expect(exercise.label.number == 1 && !exercise.label.isAnchorTaken)
  }

  @Test func partBehindAHeadingStandsApart() {
    let text = Self.exercise.replacing("```swift solution", with: "## Answer\n\n```swift solution")
    #expect(
      kinds(content(text)) == ["exercise(part 0 hints 1 b part 1)", "Answer", "part 2 apart"])
  }

  @Test func anchorThatAHeadingHasIsTaken() {
    guard case .exercise(let exercise)? = content("## Exercise s\n\n" + Self.exercise).last else {
      Issue.record("no exercise")
      return
    }
    #expect(exercise.label.isAnchorTaken)
  }

  // MARK: Practice and symbols

  @Test func quizHasItsOptionsOrTheValueOfItsAnswer() {
    let text =
      "> [!QUIZ]\n> Which?\n> - [x] a — b\n> - [ ] c — d\n\n> [!QUIZ]\n> How many? `x ≈ 3`\n"
    let nodes = content(text, [.claim(0, value: "3")])
    #expect(kinds(nodes) == ["quiz 1", "quiz 2"])
    guard case .quiz(let options) = nodes[0], case .quiz(let number) = nodes[1] else { return }
    #expect(options.options.map(\.isRight) == [true, false] && options.answer == nil)
    #expect(options.options.map { LessonNode.plainText($0.explanation) } == ["b", "d"])
    #expect(number.options.isEmpty && number.answer?.value.actual == "3")
  }

  @Test func hintsThatFollowOneAnotherAreOneNode() {
    let text = "> [!HINT]\n> a\n\n> [!HINT]\n> b\n\nc\n\n> [!HINT]\n> d\n"
    #expect(kinds(content(text)) == ["hints 2", "c", "hints 1"])
  }

  @Test func nameInDoubleBackticksIsASymbolUnlessItStandsInALink() {
    let symbol = LibrarySymbol(
      kind: .struct, path: ["Box"],
      declarations: [.init(code: "struct Box", documentation: "", file: "", line: 1, labels: [])],
      conformances: [])
    let symbols = SymbolIndex([LibraryModule(name: "Library", symbols: [symbol], stamp: "1")])
    let text = "A ``Box`` [``Box``](a.md) ``None`` `Box`.\n"
    #expect(
      kinds(content(text, symbols: symbols)) == ["prose(A  symbol Box   Box   None   Box .)"])
    #expect(kinds(content(text)) == ["A Box Box None Box."])
  }
}

import LessonFormat
import LessonRunner

/// A quiz on the page, as HTML with the nodes of its text in between.
///
/// Without scripts it lists the options, each with its explanation folded away, or folds away the
/// number. The inputs are there for `practice.js`, which makes them a form that can be answered.
struct QuizView {
  /// HTML of the view's own, or nodes of the lesson's text that are still to be lowered.
  enum Piece {
    case html(String)
    case text([Node])
  }

  let quiz: Quiz
  /// What came of the claim that answers a numeric question, and what it expects.
  let answer: (value: CheckedValue, expectation: Expectation)?

  private var name: String { "quiz.\(quiz.index + 1)" }

  var pieces: [Piece] {
    let title = PracticeTitle(
      sign: .question, title: "Question \(quiz.index + 1)", id: "\(name).title")
    return [
      .html(
        "<form class=\"quiz\" id=\"\(name)\" autocomplete=\"off\" aria-labelledby=\"\(name).title\""
          + "\(attributes)>\n\(title.html)<div class=\"question\" id=\"\(name).question\">\n"),
      .text(quiz.question),
      .html("</div>\n"),
    ] + (quiz.answer.map(numberPieces) ?? optionPieces) + [.html("</form>\n")]
  }

  private static let result = "<p class=\"result\" role=\"status\"></p>\n"

  // MARK: Options

  private var hasSeveralRight: Bool { quiz.options.count(where: \.isRight) > 1 }

  private var optionPieces: [Piece] {
    let note = hasSeveralRight ? "<p class=\"note\">More than one is right.</p>\n" : ""
    let head = "<fieldset aria-labelledby=\"\(name).question\">\n\(note)<ul class=\"options\">\n"
    let foot = """
      </ul>
      </fieldset>
      <p class="answering" hidden><button type="submit">Check</button></p>
      \(Self.result)
      """
    return [.html(head)] + quiz.options.enumerated().flatMap(pieces) + [.html(foot)]
  }

  private func pieces(_ number: Int, _ option: Quiz.Option) -> [Piece] {
    let id = "\(name).\(number + 1)"
    let kind = hasSeveralRight ? "checkbox" : "radio"
    let verdict = option.isRight ? "✓ Right:" : "✗ Wrong:"
    let explanation = Node(
      .paragraph, range: option.range,
      children: [
        Node(.htmlInline("<b class=\"verdict\">\(verdict)</b> "), range: option.range)
      ] + option.explanation)
    return [
      .html(
        """
        <li class="option"><input type="\(kind)" name="\(name)" aria-labelledby="\(id)" hidden>\
        <div class="choice" id="\(id)">

        """),
      .text(option.text),
      .html(
        """
        </div>
        <details class="why \(option.isRight ? "right" : "wrong")" id="\(id).why">\
        <summary>Check this answer</summary>

        """),
      .text([explanation] + option.more),
      .html("</details></li>\n"),
    ]
  }

  // MARK: A number

  /// The computed value, and how far a reader's number may be from it.
  private var attributes: String {
    guard quiz.answer != nil else { return "" }
    guard let answer, case .number(let written) = answer.expectation.value else { return "" }
    var value = written.value
    if let actual = answer.value.actual,
      case .number(let computed)? = Comparison.readNumeric(actual)
    {
      value = computed.value
    }
    let within =
      switch answer.expectation.tolerance {
      case nil: written.halfUnit
      case .absolute(let bound): bound
      case .percent(let percent): abs(written.value) * percent / 100
      }
    return " data-value=\"\(value)\" data-within=\"\(within)\""
  }

  /// How precisely the answer is asked for.
  private var precision: String {
    guard let answer, answer.expectation.tolerance == nil,
      case .number(let written) = answer.expectation.value
    else { return "" }
    let digits = written.text
    guard !digits.contains(where: { "eE".contains($0) }) else { return "" }
    guard let point = digits.firstIndex(of: ".") else { return " (a whole number)" }
    let count = digits[digits.index(after: point)...].count(where: \.isNumber)
    return " (\(count) \(count == 1 ? "decimal" : "decimals"))"
  }

  private func numberPieces(_ answer: Quiz.Answer) -> [Piece] {
    let solution = Node(.paragraph, range: answer.span.range, children: [answer.span])
    return [
      .html(
        """
        <p class="answering" hidden><label for="\(name).number">Your answer\(precision)</label> \
        <input type="text" inputmode="decimal" id="\(name).number" autocapitalize="off" \
        spellcheck="false"> <button type="submit">Check</button></p>
        \(Self.result)\
        <details class="why right"><summary>Show the answer</summary>

        """),
      .text([solution]),
      .html("</details>\n"),
    ]
  }
}

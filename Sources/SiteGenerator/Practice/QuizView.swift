import LessonFormat
import LessonRunner
import Markup

/// A quiz on the page.
///
/// Without scripts it lists the options, each with its explanation folded away, or folds away the
/// number. The inputs are there for `practice.js`, which makes them a form that can be answered.
struct QuizView {
  let quiz: QuizNode
  let renderer: LessonRenderer

  /// The id of the form.
  var name: String {
    switch quiz.purpose {
    case .question: "quiz.\(quiz.number)"
    case .prediction: "prediction.\(quiz.number)"
    }
  }

  private var title: PracticeTitle {
    switch quiz.purpose {
    case .question:
      PracticeTitle(sign: .question, title: "Question \(quiz.number)", id: "\(name).title")
    case .prediction:
      PracticeTitle(
        sign: .question, title: "Prediction \(quiz.number)", detail: "before you read on",
        id: "\(name).title")
    }
  }

  var html: HTML<Flow> {
    .form(
      [
        .class(quiz.purpose == .question ? "quiz" : "quiz prediction"), .id(name),
        .autocomplete(false),
        .ariaLabelledBy("\(name).title"),
      ] + attributes, "\n", title.html,
      .div(
        [.class("question"), .id("\(name).question")], "\n", renderer.blocks(quiz.question).html),
      "\n", quiz.answer.map(number) ?? (quiz.options.isEmpty ? thought : options)) + "\n"
  }

  /// What sends the answer; of a prediction also what shows the result without one.
  private var buttons: HTML<Phrasing> {
    switch quiz.purpose {
    case .question: .button([.type("submit")], "Check")
    case .prediction:
      .button([.type("submit")], "Commit") + " "
        + .button([.type("button"), .class("show")], "Show without a guess")
    }
  }

  /// Nothing to answer: the reader thinks, and then asks to see.
  private var thought: HTML<Flow> {
    .p(
      [.class("answering"), .hidden],
      .button([.type("button"), .class("show")], "Show what happens")) + "\n" + Self.result
  }

  private static let result: HTML<Flow> = .p([.class("result"), .role("status")]) + "\n"

  // MARK: Options

  private var hasSeveralRight: Bool { quiz.options.count(where: \.isRight) > 1 }

  private var options: HTML<Flow> {
    let note: HTML<Flow> =
      hasSeveralRight ? .p([.class("note")], "More than one is right.") + "\n" : HTML()
    let items = quiz.options.enumerated().html { number, option in self.option(number, option) }
    return .fieldset(
      [.ariaLabelledBy("\(name).question")], "\n", note,
      .ul([.class("options")], "\n", items), "\n") + "\n"
      + .p([.class("answering"), .hidden], buttons) + "\n"
      + Self.result
  }

  private func option(_ number: Int, _ option: QuizNode.Option) -> HTML<ListItems> {
    let id = "\(name).\(number + 1)"
    let word = option.isRight ? "✓ Right" : "✗ Wrong"
    let verdict: HTML<Phrasing> =
      .b([.class("verdict")], option.explanation.isEmpty ? "\(word)" : "\(word):") + " "
    let explanation: HTML<Flow> =
      .p([], verdict, renderer.line(option.explanation)) + "\n"
    return .li(
      [.class("option")],
      .input([
        .type(hasSeveralRight ? "checkbox" : "radio"), .name(name), .ariaLabelledBy(id), .hidden,
      ]),
      .div([.class("choice"), .id(id)], "\n", HTML(renderer.line(option.text)).endingLine()), "\n",
      .details(
        [.class("why \(option.isRight ? "right" : "wrong")"), .id("\(id).why")],
        .summary([], "Check this answer"), "\n", explanation,
        renderer.blocks(option.more).html)) + "\n"
  }

  // MARK: A number

  /// The computed value, and how far a reader's number may be from it.
  private var attributes: [HTMLAttribute<HTMLElement.FormElement>] {
    guard let answer = quiz.answer, case .number(let written) = answer.expectation.value else {
      return []
    }
    var value = written.value
    if let actual = answer.value.computed,
      case .number(let computed)? = Comparison.numbers(of: actual)
    {
      value = computed.value
    }
    let within =
      switch answer.expectation.tolerance {
      case nil: written.halfUnit
      case .absolute(let bound): bound
      case .percent(let percent): abs(written.value) * percent / 100
      }
    return [.data("data-value", "\(value)"), .data("data-within", "\(within)")]
  }

  /// How precisely the answer is asked for.
  private var precision: String {
    guard let answer = quiz.answer, answer.expectation.tolerance == nil,
      case .number(let written) = answer.expectation.value
    else { return "" }
    let digits = written.text
    guard !digits.contains(where: { "eE".contains($0) }) else { return "" }
    guard let point = digits.firstIndex(of: ".") else { return " (a whole number)" }
    let count = digits[digits.index(after: point)...].count(where: \.isNumber)
    return " (\(count) \(count == 1 ? "decimal" : "decimals"))"
  }

  private func number(_ answer: QuizNode.Answer) -> HTML<Flow> {
    .p(
      [.class("answering"), .hidden],
      .label([.for("\(name).number")], "Your answer\(precision)"), " ",
      .input([
        .type("text"), .inputMode("decimal"), .id("\(name).number"), .autocapitalize("off"),
        .spellcheck(false),
      ]), " ", buttons) + "\n" + Self.result
      + .details(
        [.class("why right")], .summary([], "Show the answer"), "\n",
        .p([], renderer.line([answer.text])), "\n") + "\n"
  }
}

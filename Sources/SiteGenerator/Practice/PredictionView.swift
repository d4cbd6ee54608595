import Markup

/// A prediction on the page: a question, and behind it what tells the answer.
///
/// Nothing is covered in the page itself. `practice.js` covers what is revealed until the reader has
/// answered or asks to see it, so that it stands there without scripts, in print and for a search.
struct PredictionView {
  let question: QuizView
  /// What stays covered until then.
  let revealed: HTML<Flow>

  var html: HTML<Flow> {
    question.html
      + .div([.class("revealed"), .data("data-prediction", question.name)], "\n", revealed) + "\n"
  }
}

import Markup

/// Hints that follow one another, each folded away.
struct HintsView {
  let hints: [HTML<Flow>]

  var html: HTML<Flow> {
    let views = hints.enumerated().html { number, hint -> HTML<Flow> in
      let label = hints.count == 1 ? "Hint" : "Hint \(number + 1) of \(hints.count)"
      return .details([.class("alert alert-hint")], .summary([], .text(label)), "\n", hint) + "\n"
    }
    return .div([.class("hints")], "\n", views) + "\n"
  }
}

import SwiftSyntax

/// Expressions at the top level of a block, one after another, that declare nothing.
///
/// To the compiler each statement of a file opens a scope that all the following ones are in, and it looks
/// each name up through all of them: the time for many grows with their square. A scope that holds a run
/// of them counts once, and changes nothing of what they mean.
enum ExpressionRun {
  /// So many that a scope gains something.
  static let shortest = 16

  /// The stretches that runs of expressions take, in order.
  static func all(in tree: SourceFileSyntax) -> [CodeSpan] {
    // What has mistakes of syntax may end elsewhere than it seems to.
    guard !tree.hasError else { return [] }
    var runs: [CodeSpan] = []
    var run: [CodeBlockItemSyntax] = []
    func endRun() {
      if run.count >= shortest, let first = run.first, let last = run.last {
        runs.append(
          CodeSpan(
            start: first.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: last.endPositionBeforeTrailingTrivia.utf8Offset))
      }
      run = []
    }
    for item in tree.statements {
      if item.declaresNothing { run.append(item) } else { endRun() }
    }
    endRun()
    return runs
  }
}

extension CodeBlockItemSyntax {
  /// Whether it is an expression, and no macro, which may declare something.
  fileprivate var declaresNothing: Bool {
    if case .expr(let expression) = item {
      !expression.is(MacroExpansionExprSyntax.self)
    } else {
      false
    }
  }
}

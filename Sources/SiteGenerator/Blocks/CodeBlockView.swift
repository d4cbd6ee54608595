import LessonFormat
import LessonRunner
import Markup

/// A block of Swift on the page: its code, and below it the value, the output or the diagnostic
/// that it brought.
struct CodeBlockView {
  private let block: CodeBlock
  private let result: BlockResult
  /// The lines of ``CodeListing``.
  private let listing: HTML<Phrasing>

  init(code: CodeNode, listing: HTML<Phrasing>) {
    block = code.block
    result = code.result
    self.listing = listing
  }

  var html: HTML<Flow> {
    let notice = notice
    let body = [notice.banner, code, outcomes]
    switch block.presentation {
    case .shown, .live: return .div([.class("block\(notice.name)")], HTML(body)) + "\n"
    case .hidden:
      return .details(
        [.class("block folded")] + (result.hasFailed ? [.open] : []),
        .summary([], .text(summary), " ", block.lineCount), HTML(body)) + "\n"
    }
  }

  /// What folded code is there for.
  private var summary: String {
    let figures = result.shown.count {
      if case .figure = $0 { true } else { false }
    }
    if figures == 1, result.shown.count == 1 { return "The code of this figure" }
    if figures > 1, result.shown.count == figures { return "The code of these figures" }
    if figures == 0, result.shown.count == 1 { return "The code of this table" }
    return "Code that runs here"
  }

  /// What is to be known before the code is read, and the class of the block for it.
  private var notice: (name: String, banner: HTML<Flow>) {
    let cross: HTML<Phrasing> = .span([.ariaHidden], "✗") + " "
    return switch block.execution {
    case .run, .starter, .solution, .check: ("", HTML())
    case .skip(let reason):
      (" skipped", .p([.class("banner")], .b([], "Not run."), " ", .text(reason)))
    case .fails:
      (
        " fails",
        .p([.class("banner")], cross, .b([], "Does not compile"), ", as it should not.")
      )
    case .traps:
      (" traps", .p([.class("banner")], cross, .b([], "Stops with a trap"), ", as it should."))
    }
  }

  /// The code alone.
  var code: HTML<Flow> {
    .scroll(
      "listing", label: "Swift code \(block.index + 1)",
      .pre([], .code([.class("language-swift")], listing)))
  }

  private var outcomes: HTML<Flow> {
    var html = HTML<Flow>()
    if let value = result.shownValue { html += outcome("value", "Value", value, nil) }
    let printed = result.output.isEmpty ? block.output?.text ?? "" : result.output
    if !printed.isEmpty {
      html += outcome("output", "Output", printed, result.printedAsExpected)
    }
    if let diagnostic = result.diagnostic ?? block.diagnostic?.text {
      let label = block.execution == .fails ? "The compiler says" : "How it ends"
      html += outcome("diagnostic", label, diagnostic, result.endedAsExpected)
    }
    return html
  }

  private func outcome(
    _ name: String, _ label: String, _ text: String, _ isAsExpected: Bool?
  ) -> HTML<Flow> {
    let verdict: HTML<Phrasing> =
      switch isAsExpected {
      case nil: HTML()
      case true?: " " + .span([.class("verdict pass")], "✓ as expected")
      case false?: " " + .span([.class("verdict fail")], "✗ not as expected")
      }
    return .div(
      [.class("outcome \(name)")],
      .p([.class("label")], .text(label), verdict),
      .div(
        [
          .class("scroll"), .role("region"), .tabIndex(0),
          .ariaLabel("\(label) of code \(block.index + 1)"),
        ], .pre([], .text(text.trimmingFinalLineFeeds))))
  }
}

extension CodeBlock {
  /// How many lines the code has.
  var lineCount: HTML<Phrasing> {
    let lines = code.utf8.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
    return .span([.class("quiet")], "\(lines) \(lines == 1 ? "line" : "lines")")
  }
}

extension String {
  /// The text without line feeds at its end.
  fileprivate var trimmingFinalLineFeeds: Substring {
    var text = self[...]
    while text.last == "\n" || text.last == "\r\n" { text.removeLast() }
    return text
  }
}

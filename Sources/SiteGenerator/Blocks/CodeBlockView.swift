import LessonFormat
import LessonRunner

/// A block of Swift on the page: its code, and below it the value, the output or the diagnostic
/// that it brought.
struct CodeBlockView {
  let block: CodeBlock
  let result: BlockResult
  /// The lines of the report that stand in the block or in the fences after it.
  let reports: [CheckResult]
  /// The lines of ``CodeListing``.
  let listing: String

  var html: String {
    let body = banner + code + outcomes
    guard block.role == .hidden else { return "<div class=\"block\(roleClass)\">\(body)</div>\n" }
    let lines = block.code.utf8.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
    let open = reports.contains { $0.status == .fail } ? " open" : ""
    return """
      <details class="block folded"\(open)><summary>\(summary) \
      <span class="quiet">\(lines) \(lines == 1 ? "line" : "lines")</span></summary>\
      \(banner)\(code)\(outcomes)</details>

      """
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

  private var roleClass: String {
    switch block.role {
    case .shown, .hidden, .exercise, .solution, .check: ""
    case .skip: " skipped"
    case .fails: " fails"
    case .traps: " traps"
    }
  }

  /// What is to be known before the code is read.
  private var banner: String {
    switch block.role {
    case .shown, .hidden, .exercise, .solution, .check: ""
    case .skip(let reason):
      "<p class=\"banner\"><b>Not run.</b> \(reason.escapedForPage)</p>"
    case .fails:
      "<p class=\"banner\"><span aria-hidden=\"true\">✗</span> <b>Does not compile</b>, as it"
        + " should not.</p>"
    case .traps:
      "<p class=\"banner\"><span aria-hidden=\"true\">✗</span> <b>Stops with a trap</b>, as it"
        + " should.</p>"
    }
  }

  /// The code alone.
  var code: String {
    """
    <div class="listing scroll" role="region" tabindex="0" aria-label="Swift code \
    \(block.index + 1)"><pre><code class="language-swift">\(listing)</code></pre></div>
    """
  }

  private var outcomes: String {
    var html = ""
    if let value = result.shownValue {
      html += outcome("value", label: "Value", text: value, report: nil)
    }
    let printed = result.output.isEmpty ? block.output?.text ?? "" : result.output
    if !printed.isEmpty {
      html += outcome("output", label: "Output", text: printed, report: report(.output))
    }
    if let diagnostic = result.diagnostic ?? block.diagnostic?.text {
      let label = block.role == .fails ? "The compiler says" : "How it ends"
      let kinds: [CheckKind] = [.diagnostic, block.role == .fails ? .compile : .trap]
      html += outcome(
        "diagnostic", label: label, text: diagnostic,
        report: kinds.lazy.compactMap { report($0) }.first)
    }
    return html
  }

  private func report(_ kind: CheckKind) -> CheckResult? {
    let reports = reports.filter { $0.kind == kind }
    return reports.first { $0.status == .fail } ?? reports.first
  }

  private func outcome(_ name: String, label: String, text: String, report: CheckResult?) -> String
  {
    var verdict = ""
    switch report?.status {
    case .pass: verdict = " <span class=\"verdict pass\">✓ as expected</span>"
    case .fail: verdict = " <span class=\"verdict fail\">✗ not as expected</span>"
    default: break
    }
    return """
      <div class="outcome \(name)"><p class="label">\(label)\(verdict)</p>\
      <div class="scroll" role="region" tabindex="0" aria-label="\(label) of code \
      \(block.index + 1)"><pre>\(text.trimmingFinalLineFeeds.escapedForPage)</pre></div></div>
      """
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

import LessonFormat

/// What a caller puts in place of the renderer's own HTML.
///
/// Every closure may return nil, and the renderer does as it would without. Blocks end with a
/// line feed; `inner` is the HTML of the node's children.
public struct HTMLHooks {
  /// A code block, fenced or indented.
  public var codeBlock: (_ fence: Node.CodeFence, _ node: Node) -> String? = { _, _ in nil }
  /// A code span.
  public var codeSpan: (_ code: String, _ backticks: Int, _ node: Node) -> String? = { _, _, _ in
    nil
  }
  /// Math in a line; `isDisplay` when it stands between `$$`.
  public var math: (_ formula: String, _ isDisplay: Bool, _ node: Node) -> String? = { _, _, _ in
    nil
  }
  /// A formula that is a block of its own.
  public var mathBlock: (_ formula: String, _ node: Node) -> String? = { _, _ in nil }
  /// The address that a link's destination becomes.
  public var linkDestination: (_ destination: String, _ node: Node) -> String? = { _, _ in nil }
  /// An image. One that stands alone in its paragraph replaces the paragraph, so that the HTML
  /// may be a block.
  public var image: (_ destination: String, _ alternative: String, _ node: Node) -> String? = {
    _, _, _ in nil
  }
  public var alert: (_ alert: Node.Alert, _ inner: String, _ node: Node) -> String? = {
    _, _, _ in nil
  }
  public var heading: (_ level: Int, _ id: String, _ inner: String, _ node: Node) -> String? = {
    _, _, _, _ in nil
  }
  public var table: (_ inner: String, _ node: Node) -> String? = { _, _ in nil }
  /// A block or stretch of raw HTML, comments among them.
  public var html: (_ html: String, _ node: Node) -> String? = { _, _ in nil }
  /// HTML to put after a block of any kind.
  public var after: (_ node: Node) -> String? = { _ in nil }

  public init() {}
}

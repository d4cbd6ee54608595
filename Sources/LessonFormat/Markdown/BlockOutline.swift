import CCommonMark

/// Which lines are code or HTML, and which belong to one paragraph: what the scanners for `$$`
/// blocks and footnotes must know before the document is read.
struct BlockOutline {
  /// For each line, whether it is part of a code block or an HTML block.
  var isVerbatim: [Bool]
  /// For each line, the number of its paragraph from 1; 0 outside paragraphs.
  var paragraph: [Int]

  init(_ lines: [BlockLine]) {
    isVerbatim = Array(repeating: false, count: lines.count)
    paragraph = Array(repeating: 0, count: lines.count)
    let tree = CMarkTree(parsing: BlockReader.text(of: lines))
    var count = 0
    var pending = [tree.root]
    while let node = pending.popLast() {
      let last = min(node.endLine, lines.count - 1)
      switch node.type {
      case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
        for line in node.startLine..<max(node.startLine, last + 1) { isVerbatim[line] = true }
      case CMARK_NODE_PARAGRAPH:
        count += 1
        for line in node.startLine..<max(node.startLine, last + 1) { paragraph[line] = count }
      case CMARK_NODE_HEADING, CMARK_NODE_THEMATIC_BREAK:
        break
      default:
        pending += node.children
      }
    }
  }
}

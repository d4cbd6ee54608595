import CCommonMark

/// A document as libcmark parsed it; freed with the value.
struct CMarkTree: ~Copyable {
  let root: CMarkNode

  init(parsing text: [UInt8]) {
    let pointer = text.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let pointer else { fatalError("libcmark returned no document") }
    root = CMarkNode(pointer)
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of libcmark's tree, valid as long as the tree is.
struct CMarkNode {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var next: CMarkNode? { cmark_node_next(pointer).map(CMarkNode.init) }
  var firstChild: CMarkNode? { cmark_node_first_child(pointer).map(CMarkNode.init) }

  /// Takes the node out of its tree, and frees it with all below it.
  func free() { cmark_node_free(pointer) }

  /// Lines and columns, counted from 0; columns are bytes.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) - 1 }
  var startByte: Int { Int(cmark_node_get_start_column(pointer)) - 1 }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) - 1 }
  /// The column of the last byte, counted from 1: the end of a half-open range from 0.
  var endByte: Int { Int(cmark_node_get_end_column(pointer)) }

  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  /// The bytes of the literal, without the NUL at the end.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_literal(pointer) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    var count = 0
    while text[count] != 0 { count += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
  var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
  var info: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var list: Node.List {
    let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    return Node.List(
      start: isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil,
      isTight: cmark_node_get_list_tight(pointer) != 0)
  }

  var children: ChildSequence { ChildSequence(node: firstChild) }

  struct ChildSequence: Sequence, IteratorProtocol {
    var node: CMarkNode?

    mutating func next() -> CMarkNode? {
      defer { node = node?.next }
      return node
    }
  }
}

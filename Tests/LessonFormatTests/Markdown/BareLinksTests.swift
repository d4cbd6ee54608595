import Testing

@testable import LessonFormat

@Suite struct BareLinksTests {
  /// The bare links in a paragraph, each as its destination and its text.
  private func links(_ markdown: String) -> [String] {
    inlines(markdown).compactMap { node in
      guard case .link(let destination, "") = node.kind else { return nil }
      return destination == node.plainText ? destination : "\(destination) \(node.plainText)"
    }
  }

  @Test(arguments: [
    ("see https://a.example/b?c=d.", ["https://a.example/b?c=d"]),
    ("(http://a.example)", ["http://a.example"]),
    ("www.a.example", ["http://www.a.example www.a.example"]),
    ("https://a.example/(b)", ["https://a.example/(b)"]),
    ("https://a.example/b&hl;", ["https://a.example/b"]),
    (
      "https://a.example and www.b.example!",
      [
        "https://a.example", "http://www.b.example www.b.example",
      ]
    ),
    ("*https://a.example*", []), ("https://é.example", ["https://é.example"]),
  ])
  func anAddressIsALinkWithoutThePunctuationAfterIt(markdown: String, expected: [String]) {
    #expect(links(markdown) == expected)
  }

  @Test(arguments: [
    "xhttps://a.example", "https://a", "https://a_b.c_d", "ftp://a.example",
    "`https://a.example`", "https://",
  ])
  func otherTextIsNone(markdown: String) {
    #expect(links(markdown) == [])
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Runs of blanks as one blank, none at the ends.
  var squeezed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

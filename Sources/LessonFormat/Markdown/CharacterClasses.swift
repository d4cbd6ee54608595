/// What the rules for delimiter runs ask of a character.
extension Unicode.Scalar {
  var isSpaceOfMarkdown: Bool {
    switch self {
    case "\t", "\n", "\u{0C}", "\r", " ": true
    default: properties.generalCategory == .spaceSeparator
    }
  }

  var isPunctuationOfMarkdown: Bool {
    if isASCII { return UInt8(value).isPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default:
      return false
    }
  }
}

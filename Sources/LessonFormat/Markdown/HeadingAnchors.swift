/// Gives headings the anchors that GitHub gives them, so that links work in both places.
public struct HeadingAnchors {
  private var uses: [String: Int] = [:]

  /// The anchors of a document in which nothing has one yet.
  public init() {}

  /// The anchor for a heading's text: lower case, blanks as hyphens, no punctuation but `-` and
  /// `_`; the second of the same text gets `-1`, the third `-2`. Text of which nothing is left gets a
  /// name with a point in it, which no other heading has.
  public mutating func anchor(for text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isKeptInAnchors {
        slug.append(scalar)
      }
    }
    let base = slug.isEmpty ? "heading." : String(slug)
    var anchor = base
    while uses[anchor] != nil {
      uses[base, default: 0] += 1
      anchor = "\(base)-\(uses[base] ?? 0)"
    }
    uses[anchor] = 0
    return anchor
  }

  /// Sets the id of every heading in the nodes, in document order.
  static func assign(in nodes: inout [Node]) {
    var anchors = HeadingAnchors()
    assign(in: &nodes, &anchors)
  }

  private static func assign(in nodes: inout [Node], _ anchors: inout HeadingAnchors) {
    for index in nodes.indices {
      if case .heading(let level, _) = nodes[index].kind {
        nodes[index].kind = .heading(level: level, id: anchors.anchor(for: nodes[index].plainText))
      } else if nodes[index].kind != .paragraph, !nodes[index].children.isEmpty {
        assign(in: &nodes[index].children, &anchors)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isKeptInAnchors: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      return true
    default:
      return false
    }
  }
}

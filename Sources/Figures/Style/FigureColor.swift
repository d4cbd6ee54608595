/// The colour of a mark. Marks that say nothing take the series colours in turn, and marks with
/// the same label share one.
public enum FigureColor: Equatable, Sendable {
  /// A series colour, counted from 1.
  case series(Int)
  /// The colour of the text.
  case text
  /// The colour of the text, faded: for what is context.
  case muted
}

/// How a line is broken, so that series differ in more than colour.
public enum Dash: Equatable, Sendable {
  /// Unbroken.
  case solid
  /// Dashes.
  case dashed
  /// Dots.
  case dotted
  /// Dashes and dots in turn.
  case dashDotted
  /// Long dashes.
  case longDashed
  /// Fine dashes, for rules.
  case ruled

  /// The dash that goes with a series, counted from 0.
  static func series(_ index: Int) -> Dash {
    switch index % 5 {
    case 0: .solid
    case 1: .dashed
    case 2: .dotted
    case 3: .dashDotted
    default: .longDashed
    }
  }

  /// The attribute, or an empty string.
  var attribute: String {
    switch self {
    case .solid: ""
    case .dashed: " stroke-dasharray=\"7 3.5\""
    case .dotted: " stroke-dasharray=\"2 2.5\""
    case .dashDotted: " stroke-dasharray=\"9 3 1.5 3\""
    case .longDashed: " stroke-dasharray=\"14 4\""
    case .ruled: " stroke-dasharray=\"4 3\""
    }
  }
}

/// The symbols of points, so that series differ in more than colour.
enum Symbol: Sendable {
  case circle
  case square
  case triangle
  case diamond
  case cross

  static func series(_ index: Int) -> Symbol {
    switch index % 5 {
    case 0: .circle
    case 1: .square
    case 2: .triangle
    case 3: .diamond
    default: .cross
    }
  }
}

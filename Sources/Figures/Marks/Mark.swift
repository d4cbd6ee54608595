/// Something that a plot can draw from data. Every mark comes down to a few layers, each one
/// geometry in data coordinates with a style; a mark of one's own is made of the layers of others:
///
/// ```swift
/// struct Fit: Mark {
///   var x: [Double], y: [Double], prediction: [Double]
///   var layers: [Plot.Layer] {
///     Points(x, y, label: "data").layers + Line(x, prediction, label: "fit").layers
///   }
/// }
/// ```
public protocol Mark: Sendable {
  /// What is drawn, from back to front.
  var layers: [Plot.Layer] { get }
}

extension Plot {
  /// One geometry of a mark with its style and its name in the legend.
  public struct Layer: Mark {
    var geometry: Geometry
    /// The name in the legend, or the words of a rule or annotation.
    var label: String?
    /// Nil takes the next series colour.
    var color: FigureColor?
    /// Nil takes the dash that belongs to the series.
    var dash: Dash?
    /// Whether it looks as the layer before it does, as the parts of one mark do.
    var joins = false
    /// Whether areas are tinted and outlined, so that what is behind them is seen.
    var isTinted = false
    /// The width of its lines in pixels, or nil for the usual one.
    var weight: Double?
    /// The sentences that the description adds, such as how many values could not be drawn.
    var notes: [String] = []
    /// In how many seconds a path draws itself; nil for one that stands still.
    var seconds: Double?
    /// The numbers as the mark itself would have them in a table.
    var table: Table?
    /// Some values of a function over the plane, for the table of a figure without other numbers.
    var grid: ValueGrid?
    /// Whether it starts at a zero line.
    var standsOnZero = false
    /// The names that the horizontal axis takes when it has none of its own.
    var xCategories: [String]?
    /// The same for the vertical axis.
    var yCategories: [String]?

    /// The layer itself, which is a mark of its own.
    public var layers: [Layer] { [self] }
  }
}

/// Collects the marks of a plot; `if`, `switch` and `for` work inside.
@resultBuilder
public enum MarkBuilder {
  /// A mark gives its layers.
  public static func buildExpression<M: Mark>(_ mark: M) -> [Plot.Layer] { mark.layers }
  /// So does an array of marks.
  public static func buildExpression<M: Mark>(_ marks: [M]) -> [Plot.Layer] {
    var result: [Plot.Layer] = []
    for mark in marks { result += mark.layers }
    return result
  }
  /// Marks are drawn in the order in which they are written.
  public static func buildBlock(_ parts: [Plot.Layer]...) -> [Plot.Layer] {
    var result: [Plot.Layer] = []
    for part in parts { result += part }
    return result
  }
  /// An `if` without `else` may give none.
  public static func buildOptional(_ part: [Plot.Layer]?) -> [Plot.Layer] { part ?? [] }
  /// The marks of the first branch.
  public static func buildEither(first part: [Plot.Layer]) -> [Plot.Layer] { part }
  /// The marks of the other branch.
  public static func buildEither(second part: [Plot.Layer]) -> [Plot.Layer] { part }
  /// The marks of each turn of a loop.
  public static func buildArray(_ parts: [[Plot.Layer]]) -> [Plot.Layer] {
    var result: [Plot.Layer] = []
    for part in parts { result += part }
    return result
  }
}

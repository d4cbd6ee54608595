/// A model that turns one tensor into another.
///
///     struct Block: Layer {
///       var first: Dense<Double>
///       var second: Dense<Double>
///
///       func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
///         pass.run("second", second, relu(pass.run("first", first, x)))
///       }
///       mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
///         visitor.visit("first", &first)
///         visitor.visit("second", &second)
///       }
///     }
public protocol Layer<Number>: Model {
  /// The layer's result in a pass, which says whether it is training.
  func callAsFunction(_ x: Tensor<Number>, in pass: inout Pass<Number>) -> Tensor<Number>

  /// The numbers that the results tend to at both ends, where their derivatives vanish, such as
  /// `−1...1` behind a hyperbolic tangent; nil if there are none. Diagnostics count the results that
  /// are close to them.
  var saturationRange: ClosedRange<Double>? { get }
}

extension Layer {
  /// None: most layers' results have no ends.
  public var saturationRange: ClosedRange<Double>? { nil }

  /// The layer's result in inference. Traps for an input of a shape that the layer does not take, and for a
  /// layer that differs in training, as dropout and batch norm do, or one that holds such layers, while a
  /// derivative with respect to its parameters is being taken: then a pass has to say which is meant. Of
  /// dropout by itself, which has none, that is known where the derivative is taken in a pass.
  public func callAsFunction(
    _ x: Tensor<Number>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<Number> {
    var pass = Pass<Number>(.inference, file: file, line: line)
    pass.isImplied = true
    let result = self(x, in: &pass)
    if pass.missesTraining {
      let parameters = parameterValues
      let isTraced =
        parameters.isEmpty
        ? x.trace?.tape.current.hasPass ?? false : parameters.contains { $0.trace != nil }
      require(
        !isTraced,
        "Dropout or batch norm runs without a pass while a derivative is being taken, as if it were not "
          + "trained: call the layer with `in: &pass`, by Pass(.training) or Pass(.inference).",
        file: file, line: line)
    }
    return result
  }
}

extension Array: Layer where Element: Layer {
  /// The result of the last layer, each taking that of the one before.
  public func callAsFunction(
    _ x: Tensor<Element.Number>, in pass: inout Pass<Element.Number>
  ) -> Tensor<Element.Number> {
    var x = x
    for index in indices { x = pass.run(decimal(index), self[index], x) }
    return x
  }

  /// The ends of the last layer's results, if it has two.
  public var saturationRange: ClosedRange<Double>? {
    isEmpty ? nil : self[count - 1].saturationRange
  }
}

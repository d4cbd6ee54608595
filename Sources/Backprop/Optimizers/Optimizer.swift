/// A rule by which parameters move along a gradient.
///
///     var optimizer = Momentum(learningRate: 0.1, momentum: 0.9)
///     optimizer.update(&network, along: gradient)
///
/// A rule of one's own says how the numbers of one parameter move:
///
///     struct SignDescent: Optimizer {
///       var learningRate: Double
///       mutating func update(
///         _ parameter: ParameterBuffer<Double>, along gradient: GradientBuffer<Double>,
///         at index: Int
///       ) {
///         for i in parameter.indices where gradient[i] != 0 {
///           parameter[i] -= gradient[i] > 0 ? learningRate : -learningRate
///         }
///       }
///     }
///
/// A state of one's own is an array of tensors, whose numbers ``Tensor/changingInPlace(_:)`` gives to be changed
/// without a copy.
///
/// An optimizer is a value, and `Sendable`.
public protocol Optimizer<Number>: Sendable {
  /// The type of the parameters' numbers.
  associatedtype Number: Scalar

  /// What the rule is called, so that a training does not go on by another one: by default the type's
  /// name.
  static var name: String { get }

  /// The size of a step.
  var learningRate: Number { get set }

  /// What the steps depend on in addition to the state, each number under its name: none by default. A
  /// training that goes on must have the same.
  var settings: [(name: String, value: Number)] { get }

  /// Makes the state for parameters of given shapes, unless it is there.
  ///
  /// Traps when the state, from earlier steps, is that of another model.
  mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt)

  /// Begins a step: what is the same for all parameters, such as a count of steps.
  mutating func beginStep()

  /// Moves one parameter by one step.
  ///
  /// - Parameters:
  ///   - parameter: Its numbers in row-major order, to be changed in place.
  ///   - gradient: The derivative with respect to each.
  ///   - index: Which of the model's parameters it is, from 0 on.
  mutating func update(
    _ parameter: ParameterBuffer<Number>, along gradient: GradientBuffer<Number>, at index: Int)

  /// Shows the state that goes from step to step, each part under its name, so that it can be
  /// looked at, saved and restored.
  mutating func visitState(_ visitor: inout OptimizerStateVisitor<Number>)
}

/// What an optimizer shows its state to.
///
///     var visitor = OptimizerStateVisitor<Double>(
///       tensors: { name, state in print(name, state.map { $0.shape }) },
///       counts: { name, count in print(name, count) })
///     optimizer.visitState(&visitor)      // of Adam: meanGradient, meanSquare, steps
public struct OptimizerStateVisitor<S: Scalar> {
  private let tensors: (_ name: String, _ state: inout [Tensor<S>]) -> Void
  private let counts: (_ name: String, _ count: inout Int) -> Void

  /// A visitor that calls one closure with each state that has a tensor for each parameter, and
  /// another one with each count.
  public init(
    tensors: @escaping (_ name: String, _ state: inout [Tensor<S>]) -> Void,
    counts: @escaping (_ name: String, _ count: inout Int) -> Void
  ) {
    self.tensors = tensors
    self.counts = counts
  }

  /// Shows a state that has one tensor for each parameter, or none before the first step.
  public mutating func visit(_ name: String, _ state: inout [Tensor<S>]) { tensors(name, &state) }

  /// Shows a count of steps.
  public mutating func visit(_ name: String, _ count: inout Int) { counts(name, &count) }

  /// A visitor that puts something before each name.
  func prefixing(_ prefix: String) -> OptimizerStateVisitor {
    OptimizerStateVisitor(
      tensors: { [tensors] in tensors(prefix + $0, &$1) },
      counts: { [counts] in counts(prefix + $0, &$1) })
  }
}

extension Optimizer {
  /// The type's name, such as `Adam`; empty in Embedded Swift, where types have none.
  public static var name: String {
    #if hasFeature(Embedded)
      ""
    #else
      String(String(describing: Self.self).prefix { $0 != "<" })
    #endif
  }

  /// No settings.
  public var settings: [(name: String, value: Number)] { [] }

  /// Makes no state, and so never traps.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {}

  /// Does nothing.
  public mutating func beginStep() {}

  /// Shows nothing.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<Number>) {}

  /// Moves a model's parameters by one step.
  ///
  /// Traps when the gradient, or the state from earlier steps, is that of another model.
  public mutating func update<M: Model>(
    _ model: inout M, along gradient: M, file: StaticString = #fileID, line: UInt = #line
  ) where M.Number == Number {
    let slopes = gradient.parameterValues
    prepare(for: model.parameterValues.map { $0.shape }, file: file, line: line)
    beginStep()
    var index = 0
    model.updateParameters { path, parameter in
      require(
        index < slopes.count && slopes[index].shape == parameter.shape,
        "The gradient is not that of the model: \(parameterName(path)) has the shape "
          + "\(parameter.shape), its derivative "
          + (index < slopes.count ? "\(slopes[index].shape)." : "none."), file: file, line: line)
      parameter.changingInPlace { numbers in
        slopes[index].values.withUnsafeBufferPointer { update(numbers, along: $0, at: index) }
      }
      index += 1
    }
  }

  /// Moves one number by one step. Traps when the state is that of something else.
  public mutating func update(
    _ x: inout Number, along slope: Number, file: StaticString = #fileID, line: UInt = #line
  ) {
    prepare(for: [[]], file: file, line: line)
    beginStep()
    withUnsafeMutablePointer(to: &x) { x in
      withUnsafePointer(to: slope) { slope in
        update(
          ParameterBuffer(start: x, count: 1), along: GradientBuffer(start: slope, count: 1), at: 0)
      }
    }
  }
}

/// Stops the program where steps would lead uphill, or nowhere. A rate of 0 is one that is set later.
func requireRate<S: Scalar>(_ rate: S, file: StaticString, line: UInt) {
  requireNotNegative(rate, "learning rate", file: file, line: line)
}

/// Stops the program for a setting that is negative, infinite or NaN.
func requireNotNegative<S: Scalar>(
  _ value: S, _ name: StaticString, file: StaticString, line: UInt
) {
  require(
    value >= 0 && value.isFinite, "The \(name) is finite, and 0 or more, not \(Double(value)).",
    file: file, line: line)
}

/// Stops the program where an average would never begin, or never end: its sums are divided by what the
/// weight leaves.
func requireWeight<S: Scalar>(
  _ weight: S, _ name: StaticString, file: StaticString, line: UInt
) {
  require(
    weight >= 0 && weight < 1,
    "The \(name) of an average, its weight so far, is in 0..<1, not \(Double(weight)).",
    file: file, line: line)
}

/// Makes a tensor of zeros for each parameter, unless the state is there already.
func prepareState<S: Scalar>(
  _ state: inout [Tensor<S>], for shapes: [[Int]], file: StaticString, line: UInt
) {
  if state.isEmpty { state = shapes.map { Tensor(repeating: 0, shape: $0) } }
  require(
    state.count == shapes.count && zip(state, shapes).allSatisfy { $0.shape == $1 },
    "The optimizer's state is that of a model with other shapes.", file: file, line: line)
}

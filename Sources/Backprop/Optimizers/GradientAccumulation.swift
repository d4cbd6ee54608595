/// Another optimizer that moves once in several steps, along the mean of their gradients: as one step with a
/// batch so many times as large would, where the loss is a mean and all batches have one size.
///
///     var optimizer = GradientAccumulation(Adam(learningRate: 0.001), over: 4)
public struct GradientAccumulation<Base: Optimizer>: Optimizer {
  /// The rule of the steps, with its state.
  public var base: Base
  /// How many gradients make a step.
  public let count: Int
  /// How many gradients there have been.
  public var steps = 0
  /// The sums of the gradients since the last step, one tensor a parameter.
  public var sums: [Tensor<Base.Number>] = []

  /// A rule that moves once in `count` steps; traps unless that is 1 or more.
  public init(
    _ base: Base, over count: Int, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      count > 0, "Gradients are accumulated over 1 step or more, not \(count).", file: file,
      line: line)
    self.base = base
    self.count = count
  }

  /// The base's.
  public var learningRate: Base.Number {
    get { base.learningRate }
    set { base.learningRate = newValue }
  }

  /// `count`, and the base's.
  public var settings: [(name: String, value: Base.Number)] {
    [("count", Base.Number(count))] + base.settings
  }

  /// Makes sums of zeros, and the base's state. Traps if they are there for other shapes.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    prepareState(&sums, for: shapes, file: file, line: line)
    base.prepare(for: shapes, file: file, line: line)
  }

  /// Counts the gradient, and begins the base's step if it is the last.
  public mutating func beginStep() {
    steps += 1
    if steps % count == 0 { base.beginStep() }
  }

  /// Adds a gradient to the sums; the last of `count` moves the parameter along their mean.
  public mutating func update(
    _ parameter: ParameterBuffer<Base.Number>, along gradient: GradientBuffer<Base.Number>,
    at index: Int
  ) {
    let (isLast, share) = (steps % count == 0, Base.Number(count))
    for i in gradient.indices { sums[index].values[i] += gradient[i] }
    guard isLast else { return }
    let size = sums[index].values.count
    for i in 0..<size { sums[index].values[i] /= share }
    sums[index].values.withUnsafeBufferPointer { base.update(parameter, along: $0, at: index) }
    for i in 0..<size { sums[index].values[i] = 0 }
  }

  /// Shows the sums, the count of gradients, and the base's state.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<Base.Number>) {
    visitor.visit("sums", &sums)
    visitor.visit("gradients", &steps)
    base.visitState(&visitor)
  }
}

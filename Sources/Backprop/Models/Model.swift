/// A value with parameters that can be trained: a network, or anything that a user composes.
///
/// A structure becomes a model by naming its parts:
///
///     struct Autoencoder: Model {
///       var encoder: Dense<Double>
///       var decoder: Dense<Double>
///       mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
///         visitor.visit("encoder", &encoder)
///         visitor.visit("decoder", &decoder)
///       }
///     }
///
/// A gradient is a value of the same type, in which each parameter holds its derivative.
///
/// A tensor that belongs to the model, but is not trained, such as a running mean, is a state: it
/// is shown with `visitState`. Gradients and optimizers pass over states; saving does not.
///
/// A model is a value, and `Sendable`: each task can use the same network, or train a copy of its own.
public protocol Model<Number>: Sendable {
  /// The type of the parameters' numbers.
  associatedtype Number: Scalar

  /// Visits all parameters and states, always in the same order, each under its name.
  mutating func visitParameters(_ visitor: inout ParameterVisitor<Number>)
}

/// What a model shows its parameters to.
///
///     mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
///       visitor.visit("weights", &weights)               // a parameter
///       visitor.visitState("runningMean", &runningMean)  // a state
///       visitor.visit("hidden", &hidden)                 // a part: hidden.weights and so on
///     }
public struct ParameterVisitor<S: Scalar> {
  private var path: [String] = []
  private let body: (_ path: [String], _ isState: Bool, _ tensor: inout Tensor<S>) -> Void

  init(_ body: @escaping (_ path: [String], _ isState: Bool, _ tensor: inout Tensor<S>) -> Void) {
    self.body = body
  }

  /// Shows a parameter.
  public mutating func visit(_ name: String, _ parameter: inout Tensor<S>) {
    path.append(name)
    body(path, false, &parameter)
    path.removeLast()
  }

  /// Shows a state: a tensor that is saved with the model, but not trained.
  public mutating func visitState(_ name: String, _ state: inout Tensor<S>) {
    path.append(name)
    body(path, true, &state)
    path.removeLast()
  }

  /// Shows the parameters of a part; their names begin with the part's.
  public mutating func visit<Part: Model>(_ name: String, _ part: inout Part)
  where Part.Number == S {
    path.append(name)
    part.visitParameters(&self)
    path.removeLast()
  }

  /// Shows a tensor that is a model by itself.
  mutating func visitWhole(_ parameter: inout Tensor<S>) { body(path, false, &parameter) }
}

extension Model {
  /// Calls a closure with each parameter, and gives what it leaves of each.
  mutating func updateParameters(
    _ body: (_ path: [String], _ parameter: inout Tensor<Number>) -> Void
  ) {
    updateTensors { path, isState, tensor in
      if !isState { body(path, &tensor) }
    }
  }

  /// Calls a closure with each parameter and state, and gives what it leaves of each.
  mutating func updateTensors(
    _ body: (_ path: [String], _ isState: Bool, _ tensor: inout Tensor<Number>) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var visitor = ParameterVisitor<Number>(body)
      visitParameters(&visitor)
    }
  }

  /// The parameters in order, without their names.
  var parameterValues: [Tensor<Number>] {
    var copy = self
    var values: [Tensor<Number>] = []
    copy.updateParameters { _, parameter in values.append(parameter) }
    return values
  }

  /// The model with the parameters replaced by values in their order; further values are left out.
  func withParameterValues(_ values: [Tensor<Number>]) -> Self {
    var copy = self
    var next = 0
    copy.updateParameters { _, parameter in
      parameter = values[next]
      next += 1
    }
    return copy
  }

  /// The parameters in order, each with its name, such as `layers.0.weights`.
  public var parameters: [(name: String, value: Tensor<Number>)] {
    var copy = self
    var result: [(name: String, value: Tensor<Number>)] = []
    copy.updateParameters { path, parameter in result.append((parameterName(path), parameter)) }
    return result
  }

  /// The number of all numbers in all parameters.
  public var parameterCount: Int { parameterValues.reduce(0) { $0 + $1.count } }

  /// The model with each parameter replaced by what a closure gives for its name and value.
  ///
  /// Traps when a parameter's shape changes.
  public func mapParameters(
    file: StaticString = #fileID, line: UInt = #line,
    _ transform: (_ name: String, _ value: Tensor<Number>) -> Tensor<Number>
  ) -> Self {
    var copy = self
    copy.updateParameters { path, parameter in
      let name = parameterName(path)
      let result = transform(name, parameter)
      require(
        result.shape == parameter.shape,
        "The parameter \(name) has the shape \(parameter.shape) and cannot become \(result.shape).",
        file: file, line: line)
      parameter = result
    }
    return copy
  }

  /// All parameters' numbers as one vector, in order.
  public var flattenedParameters: Tensor<Number> {
    concatenated(parameterValues.map { $0.flattened })
  }

  /// The model with all numbers taken from one vector, as ``flattenedParameters`` gives it.
  ///
  /// Traps unless it has as many numbers.
  public func withFlattenedParameters(
    _ vector: Tensor<Number>, file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    require(
      vector.shape == [parameterCount],
      "A model of \(parameterCount) parameters cannot be filled from shape \(vector.shape).",
      file: file, line: line)
    var copy = self
    var start = 0
    copy.updateParameters { _, parameter in
      parameter = apply(.block(start: start, shape: parameter.shape), vector)
      start += parameter.count
    }
    return copy
  }
}

/// A parameter's name from the names of the parts that lead to it.
func parameterName(_ path: [String]) -> String {
  if path.isEmpty { return "parameter" }
  var name = path[0]
  for part in path.dropFirst() {
    name += "."
    name += part
  }
  return name
}

extension Tensor: Model {
  /// A tensor is a model of one parameter, itself.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visitWhole(&self)
  }
}

extension Array: Model where Element: Model {
  /// The type of the parameters' numbers.
  public typealias Number = Element.Number

  /// An array is a model of its elements, which are named by their indices.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<Element.Number>) {
    for index in indices { visitor.visit(decimal(index), &self[index]) }
  }
}

/// A natural number in decimal digits.
func decimal(_ number: Int) -> String {
  if number < 10 { return String(Unicode.Scalar(UInt8(48 + number))) }
  return decimal(number / 10) + decimal(number % 10)
}

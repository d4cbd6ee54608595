/// Where a NaN or an infinity came from: the operation that gave it of finite numbers, and what became
/// of it.
///
///     if let trace = firstNonFinite(at: Tensor([1, 2, 0, 3]), of: { ($0 * log($0)).sum() }) {
///       print(trace)
///     }
///     // ln of 0 is −∞ at [2] of [4]. Then × made it NaN at [2] of [4]. It reached the result.
public struct NonFiniteTrace<S: Scalar>: Sendable {
  /// An operation that gave what is not finite.
  ///
  ///     trace.origin.operation      // .unary(.elementwise(.logarithm))
  ///     trace.origin.numbers        // [0.0]
  ///     trace.origin.place          // [2]
  ///     trace.origin.layer          // "layers.1", if a pass ran it
  public struct Step: Sendable {
    /// Whether it gave a value on the way to the result, or a derivative on the way back.
    ///
    ///     firstNonFinite(at: Tensor([0, 4])) { sqrt($0).sum() }?.origin.direction
    ///     // backward(position: 0): the root of 0 is finite, its derivative is not
    public enum Direction: Equatable, Sendable {
      /// It gave the value ``Step/result``.
      case forward
      /// It gave ``Step/result``, the derivative with respect to one of its inputs. The operation is
      /// ``BinaryFunction/add`` if only the sum of several derivatives is not finite.
      case backward(position: Int)
    }

    /// Which way the computation went.
    public let direction: Direction
    /// The operation; that of a leaf if the number was there from the start.
    public let operation: Operation
    /// The name of the parameter, state or named value that is not finite, if it has one.
    public let name: String?
    /// The name of the layer in which the operation was, if a pass has run it under one.
    public let layer: String?
    /// The values that the operation was computed from; in a sum of derivatives, those.
    public let inputs: [Tensor<S>]
    /// The names of those that have one.
    public let inputNames: [String?]
    /// On the way back: the derivative with respect to the operation's result.
    public let incoming: Tensor<S>?
    /// What the operation gave.
    public let result: Tensor<S>
    /// The indices of the first NaN in the result, or of the first infinity if there is no NaN.
    public let place: [Int]
    /// The inputs' numbers that the number at the place was computed from, if the operation is one of
    /// single numbers.
    public let numbers: [S]?

    /// What is not finite: NaN, `∞` or `−∞`.
    public var number: S { result.values[flatIndex(place, in: result.shape)] }
  }

  /// What is not finite in the end.
  ///
  ///     trace.target      // gradient("layers.0.weights")
  public enum Target: Equatable, Sendable {
    /// The function's value.
    case result
    /// What a state of the model, such as a running mean, becomes.
    case state(String)
    /// The derivative with respect to a parameter.
    case gradient(String)
  }

  /// The operation that gave the first number that is not finite, of finite ones.
  public let origin: Step
  /// Where an infinity became NaN, if it did.
  public let firstNaN: Step?
  /// What it spoiled.
  public let target: Target
}

#if !hasFeature(Embedded)
  extension NonFiniteTrace: CustomStringConvertible {
    /// The trace in sentences.
    public var description: String {
      var text = "\(origin)."
      if let firstNaN {
        text += " Then \(firstNaN.symbol) made it NaN\(firstNaN.whereabouts)."
      }
      switch target {
      case .result: text += " It reached the result."
      case .state(let name): text += " It reached the new value of \(name)."
      case .gradient(let name): text += " It reached the derivative of \(name)."
      }
      return text
    }
  }

  extension NonFiniteTrace.Step: CustomStringConvertible {
    /// What the operation did, as a sentence without its full stop.
    public var description: String {
      let found = shortened(Double(number))
      switch direction {
      case .forward:
        switch operation {
        case .leaf(.parameter), .leaf(.state), .leaf(.constant):
          return "\(leaf) holds \(found)\(whereabouts)"
        case .leaf(.random), .unary, .binary, .variadic:
          return "\(computation) is \(found)\(whereabouts)"
        }
      case .backward(let position):
        if incoming == nil {
          return "On the way back a sum of \(inputs.count) derivatives is \(found)\(whereabouts)"
        }
        let which = inputs.count == 1 ? "" : " to its \(ordinal(position)) input"
        return "On the way back \(computation) passed \(found)\(which)\(whereabouts)"
      }
    }

    /// At which indices of which shape, and in which layer; nothing of a single number.
    var whereabouts: String {
      (result.shape.isEmpty ? "" : " at \(place) of \(result.shape)")
        + (layer.map { ", in \($0)" } ?? "")
    }

    /// A leaf by its kind, and its name if it has one of its own.
    private var leaf: String {
      let kind =
        switch operation {
        case .leaf(.constant): "constant"
        case .leaf(.state): "state"
        case .leaf, .unary, .binary, .variadic: "parameter"
        }
      guard let name else { return "A \(kind)" }
      return name == kind ? "The \(kind)" : "The \(kind) \(name)"
    }

    var symbol: String {
      if case .backward = direction { return "the derivative of \(operation.symbol)" }
      return operation.symbol
    }

    /// The operation with what it was computed from: numbers if it is one of single numbers, else
    /// shapes with ranges.
    private var computation: String {
      if let numbers {
        let written = numbers.map { shortened(Double($0)) }
        if written.count == 2 && operation.symbol.count == 1 {
          return "\(written[0]) \(operation.symbol) \(written[1])"
        }
        return "\(operation.symbol) of \(written.joined(separator: " and "))"
      }
      let described = zip(inputs, inputNames).map { input, name in
        let statistics = input.statistics
        let range =
          statistics.minimum.isNaN
          ? "" : " from \(shortened(statistics.minimum)) to \(shortened(statistics.maximum))"
        return (name.map { "\($0) " } ?? "") + "\(input.shape)\(range)"
      }
      return "\(operation.symbol) of \(described.joined(separator: " and "))"
    }

    private func ordinal(_ position: Int) -> String {
      ["first", "second", "third"].indices.contains(position)
        ? ["first", "second", "third"][position] : "\(position + 1)th"
    }
  }
#endif

/// The place in row-major order of indices into a shape.
func flatIndex(_ indices: [Int], in shape: [Int]) -> Int {
  zip(indices, shape).reduce(0) { $0 * $1.1 + $1.0 }
}

/// The indices into a shape of a place in row-major order.
func indices(ofPlace place: Int, in shape: [Int]) -> [Int] {
  var (rest, indices) = (place, shape)
  for axis in stride(from: shape.count - 1, through: 0, by: -1) {
    indices[axis] = rest % shape[axis]
    rest /= shape[axis]
  }
  return indices
}

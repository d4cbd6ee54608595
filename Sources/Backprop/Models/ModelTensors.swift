// All that a model has to be saved: parameters and states.

extension Model {
  /// The states in order, each with its name, such as `layers.1.runningMean`.
  public var states: [(name: String, value: Tensor<Number>)] { namedTensors { $0 } }

  /// The parameters and states in order, each with its name.
  public var tensors: [(name: String, value: Tensor<Number>)] { namedTensors { _ in true } }

  private func namedTensors(
    _ isIncluded: (_ isState: Bool) -> Bool
  ) -> [(name: String, value: Tensor<Number>)] {
    var copy = self
    var result: [(name: String, value: Tensor<Number>)] = []
    copy.updateTensors { path, isState, tensor in
      if isIncluded(isState) { result.append((parameterName(path), tensor)) }
    }
    return result
  }

  /// Gives all parameters and states the values of the same names, in whatever order.
  ///
  /// Throws if a name is missing or unknown, or a shape is another one; the model stays as it was.
  public mutating func setTensors(
    _ tensors: [(name: String, value: Tensor<Number>)]
  ) throws(TensorMismatch) {
    var copy = self
    var mismatch: TensorMismatch?
    var isUsed = [Bool](repeating: false, count: tensors.count)
    var next = 0
    copy.updateTensors { path, _, tensor in
      if mismatch != nil { return }
      let name = parameterName(path)
      // Usually the order is the same.
      var place: Int? = next
      if next >= tensors.count || !isSame(tensors[next].name, name) {
        place = tensors.firstIndex { isSame($0.name, name) }
      }
      guard let place else {
        mismatch = .missing(name: name, shape: tensor.shape)
        return
      }
      let value = tensors[place].value
      if value.shape != tensor.shape {
        mismatch = .shape(name: name, expected: tensor.shape, found: value.shape)
      }
      isUsed[place] = true
      next = place + 1
      tensor = value
    }
    if let mismatch { throw mismatch }
    if let unused = isUsed.firstIndex(of: false) { throw .unknown(name: tensors[unused].name) }
    self = copy
  }
}

/// Why tensors are not those of a model.
///
///     do throws(TensorMismatch) {
///       try network.setTensors(tensors)
///     } catch {
///       print(error)      // The model's layers.0.bias, of shape [8], is missing.
///     }
public enum TensorMismatch: Error, Equatable, Sendable {
  /// The model has a tensor of this name and shape, and none is given.
  case missing(name: String, shape: [Int])
  /// A tensor is given that the model does not have, or that is given twice.
  case unknown(name: String)
  /// The model's tensor of this name has another shape.
  case shape(name: String, expected: [Int], found: [Int])
}

#if !hasFeature(Embedded)
  extension TensorMismatch: CustomStringConvertible {
    /// The mismatch as a sentence.
    public var description: String {
      switch self {
      case .missing(let name, let shape):
        "The model's \(name), of shape \(shape), is missing."
      case .unknown(let name):
        "The model has no \(name), or it is given twice."
      case .shape(let name, let expected, let found):
        "The model's \(name) has the shape \(expected), not \(found)."
      }
    }
  }
#endif

/// Whether two names have the same bytes; Embedded Swift has no other comparison without tables.
func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

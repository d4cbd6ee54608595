import Backprop

/// A function of the tensors that `Oracles/tensor_functions.py` and `Oracles/tensor_products.py` gave to
/// PyTorch's.
typealias TensorFunction = ([Tensor<Double>]) -> Tensor<Double>

extension Oracle {
  private static let all: [OperationCase] =
    decode("tensor-functions.json") + decode("tensor-products.json")

  /// The cases of functions of tensors of the given names.
  static func tensorFunctions(named names: some Sequence<String>) -> [OperationCase] {
    let names = Set(names)
    return all.filter { names.contains($0.name) }
  }
}

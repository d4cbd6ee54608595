import Backprop

extension Model {
  /// Writes all parameters and states to a safetensors file, each under its name. With
  /// ``pyTorchName(_:)`` the one bias of an RNN or LSTM becomes PyTorch's two, of which the second is
  /// zero.
  ///
  /// - Parameters:
  ///   - path: The file's path. It is replaced as a whole, or stays.
  ///   - metadata: Texts to go with them.
  ///   - name: Which name one of the model's has in the file; the same by default.
  public func writeSafetensors(
    to path: String, metadata: [String: String] = [:],
    named name: (_ name: String) -> String = { $0 }
  ) throws(SafetensorsError) {
    var file = Safetensors()
    file.metadata = metadata
    let tensors = tensors
    let names = Set(tensors.map(\.name))
    for tensor in tensors {
      if let biases = pyTorchBiases(of: tensor.name, among: names, named: name) {
        file.add(biases.input, tensor.value)
        file.add(biases.hidden, Tensor<Number>.zeros(tensor.value.shape))
      } else {
        file.add(name(tensor.name), tensor.value)
      }
    }
    try file.write(to: path)
  }

  /// Reads all parameters and states from a safetensors file, each by its name. With
  /// ``pyTorchName(_:)`` the one bias of an RNN or LSTM is the sum of PyTorch's two.
  ///
  /// Throws, and leaves the model as it was, if one is missing or of another shape, or the file holds
  /// others.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - ignoresOthers: Whether the file may hold more tensors than the model.
  ///   - name: Which name one of the model's has in the file; the same by default.
  public mutating func readSafetensors(
    from path: String, ignoringOthers ignoresOthers: Bool = false,
    named name: (_ name: String) -> String = { $0 }
  ) throws(SafetensorsError) {
    let file = try Safetensors(contentsOf: path)
    var values: [(name: String, value: Tensor<Number>)] = []
    var used: Set<String> = []
    func read(_ theirs: String, shape: [Int]) throws(SafetensorsError) -> Tensor<Number> {
      guard file.shape(of: theirs) != nil else {
        throw SafetensorsError(file: path, cause: .mismatch(.missing(name: theirs, shape: shape)))
      }
      used.insert(theirs)
      return try file.tensor(theirs, of: Number.self)
    }
    let tensors = tensors
    let names = Set(tensors.map(\.name))
    for tensor in tensors {
      let shape = tensor.value.shape
      if let biases = pyTorchBiases(of: tensor.name, among: names, named: name) {
        let input = try read(biases.input, shape: shape)
        let hidden = try read(biases.hidden, shape: shape)
        // Biases of different shapes can't be added, and don't fit.
        values.append((tensor.name, input.shape == hidden.shape ? input + hidden : hidden))
      } else {
        values.append((tensor.name, try read(name(tensor.name), shape: shape)))
      }
    }
    if !ignoresOthers, let other = file.names.first(where: { !used.contains($0) }) {
      throw SafetensorsError(file: path, cause: .mismatch(.unknown(name: other)))
    }
    do {
      try setTensors(values)
    } catch {
      throw SafetensorsError(file: path, cause: .mismatch(error))
    }
  }
}

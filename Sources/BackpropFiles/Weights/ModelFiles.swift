import Backprop

extension Model {
  /// Writes all parameters and states to a safetensors file, each under its name.
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
    for tensor in tensors { file.add(name(tensor.name), tensor.value) }
    try file.write(to: path)
  }

  /// Reads all parameters and states from a safetensors file, each by its name.
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
    for tensor in tensors {
      let theirs = name(tensor.name)
      guard file.shape(of: theirs) != nil else {
        throw SafetensorsError(
          file: path, cause: .mismatch(.missing(name: theirs, shape: tensor.value.shape)))
      }
      used.insert(theirs)
      values.append((tensor.name, try file.tensor(theirs, of: Number.self)))
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

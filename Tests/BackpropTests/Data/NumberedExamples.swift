import Backprop

/// Examples of which `i` has the inputs `[i, −i]` and the class `i mod 3`.
func numberedExamples(_ count: Int) -> Dataset<Double> {
  let rows = (0..<count).flatMap { [Double($0), -Double($0)] }
  return Dataset(
    inputs: Tensor(shape: [count, 2], scalars: rows), labels: (0..<count).map { $0 % 3 })
}

/// The numbers of those examples.
func places(_ data: Dataset<Double>) -> [Int] {
  (0..<data.count).map { Int(data.inputs[$0, 0].item) }
}

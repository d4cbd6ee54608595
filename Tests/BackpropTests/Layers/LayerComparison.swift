import Backprop
import Testing

/// A layer, or an operation that layers are made of, as a function of the tensors that
/// `Oracles/layers.py` gave to PyTorch's.
typealias LayerFunction = ([Tensor<Double>]) -> Tensor<Double>

extension Oracle {
  /// The cases of the given names.
  static func layers(named names: some Sequence<String>) -> [OperationCase] {
    let names = Set(names)
    return layers.filter { names.contains($0.name) }
  }

  /// The windows of convolutions and pooling by the names that the cases give them.
  static let windows: [String: Window] = [
    "3": Window(3),
    "2 stride 2": Window(2, stride: 2),
    "3 stride 2 padding 1": Window(3, stride: 2, padding: 1),
    "2 by 3": Window(height: 2, width: 3, rowStride: 1, columnStride: 2, rowPadding: 1),
    "1": Window(1),
    "4 stride 3 padding 3": Window(4, stride: 3, padding: 3),
  ]

  /// Those that pooling takes: no window may lie beyond an edge with more than its half.
  static let poolingWindows = windows.filter { $0.key != "4 stride 3 padding 3" }
}

extension Oracle.OperationCase {
  /// Compares the value, the first and the second derivatives with PyTorch's and the first with
  /// differences, and checks that what was recorded can be replayed with other numbers.
  func compareWithPyTorch(_ functions: [String: LayerFunction]) throws {
    let function = try #require(functions[name])
    compareDerivatives(of: function)
    checkGradients(of: function)
    checkReplay(of: function)
  }
}

/// A function of each window, under a name that begins alike.
func windowed(
  _ name: String, _ windows: [String: Window], _ function: (Window) -> LayerFunction
) -> [String: LayerFunction] {
  var functions: [String: LayerFunction] = [:]
  for (suffix, window) in windows { functions["\(name) \(suffix)"] = function(window) }
  return functions
}

/// An image of one channel, `[1, 1, h, w]`.
func image(_ rows: [[Double]]) -> Tensor<Double> {
  let image = Tensor(rows)
  return image.reshaped([1, 1] + image.shape)
}

/// All hidden states, then the last.
func allStates<L: RecurrentLayer<Double>>(
  _ layer: L, _ result: (steps: [Tensor<Double>], last: L.State)
) -> Tensor<Double> {
  concatenated([stack(result.steps).flattened, layer.hidden(result.last).flattened])
}

/// Random sequences `[time, n, inputs]`.
func randomSequences(_ shape: [Int]) -> Tensor<Double> {
  var generator = RandomNumbers(seed: 9)
  return .normal(shape: shape, using: &generator)
}

/// Expects that reading sequences of 3 inputs at once, and in two parts with the state carried over, give
/// the same bits.
func expectToReadInParts<L: RecurrentLayer<Double>>(
  _ layer: L, sourceLocation: SourceLocation = #_sourceLocation
) {
  let x = randomSequences([5, 2, 3])
  let whole = layer.unrolled(x)
  let first = layer.unrolled(x[0..<2])
  let second = layer.unrolled(x[2..<5], from: first.last)
  #expect(whole.steps == first.steps + second.steps, sourceLocation: sourceLocation)
  #expect(layer.hidden(whole.last) == layer.hidden(second.last), sourceLocation: sourceLocation)
  #expect(layer(x) == stack(whole.steps), sourceLocation: sourceLocation)
  #expect(layer(x).shape == [5, 2, layer.units], sourceLocation: sourceLocation)
}

/// Expects that each sequence of a batch is read by itself.
func expectToReadSequencesApart<L: RecurrentLayer<Double>>(
  _ layer: L, sourceLocation: SourceLocation = #_sourceLocation
) {
  let x = randomSequences([4, 3, 3])
  let one = x.slice(1..<2, axis: 1)
  #expect(layer(x).slice(1..<2, axis: 1) == layer(one), sourceLocation: sourceLocation)
}

/// Expects that no steps, and no sequences, have results without numbers.
func expectToReadEmptySequences<L: RecurrentLayer<Double>>(
  _ layer: L, sourceLocation: SourceLocation = #_sourceLocation
) {
  let units = layer.units
  #expect(layer(.zeros([0, 2, 3])).shape == [0, 2, units], sourceLocation: sourceLocation)
  #expect(layer(.zeros([3, 0, 3])).shape == [3, 0, units], sourceLocation: sourceLocation)
  let (steps, last) = layer.unrolled(.zeros([0, 2, 3]))
  #expect(steps.isEmpty, sourceLocation: sourceLocation)
  #expect(layer.hidden(last) == .zeros([2, units]), sourceLocation: sourceLocation)
}

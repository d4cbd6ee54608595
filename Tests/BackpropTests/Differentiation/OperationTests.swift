import Backprop
import Testing

/// Every operation against PyTorch: its values, its derivatives, and the derivatives of those.
@Suite struct OperationTests {
  typealias Function = ([Tensor<Double>]) -> Tensor<Double>

  @Test(arguments: Oracle.operations)
  func valuesFirstAndSecondDerivativesArePyTorchs(example: Oracle.OperationCase) throws {
    let function = try #require(Self.functions[example.name])
    example.compareDerivatives(of: function)
  }

  @Test(arguments: Oracle.operations)
  func whatWasRecordedCanBeReplayedWithOtherNumbers(
    example: Oracle.OperationCase
  ) throws {
    example.checkReplay(of: try #require(Self.functions[example.name]))
  }

  @Test(arguments: Oracle.operations.filter { !$0.isAtKink })
  func derivativesPassTheGradientCheck(example: Oracle.OperationCase) throws {
    example.checkGradients(of: try #require(Self.functions[example.name]))
  }

  @Test func inFloatTheValuesAreThoseOfDoubleToItsPrecision() throws {
    let x = Tensor<Float>([[0.5, -1.25], [2, 0.75]])
    let y = Tensor([[0.5, -1.25], [2, 0.75]])
    let single = gradient(at: x) { x in (sigmoid(matmul(x, x)) * tanh(x)).sum() }
    let double = gradient(at: y) { y in (sigmoid(matmul(y, y)) * tanh(y)).sum() }
    for (a, b) in zip(single.scalars, double.scalars) {
      #expect((Double(a) - b).magnitude < 1e-6)
    }
  }

  @Test func tensorsWithoutNumbersPassThrough() {
    let none = Tensor<Double>.zeros([0, 3])
    #expect((none + none).shape == [0, 3])
    #expect((none * 2).shape == [0, 3])
    #expect((none + Tensor([1, 2, 3])).shape == [0, 3])
    #expect(none.sum() == Tensor(0))
    #expect(none.sum(axis: 0) == Tensor([0, 0, 0]))
    #expect(none.sum(axis: 1).shape == [0])
    #expect(matmul(none, Tensor<Double>.ones([3, 2])).shape == [0, 2])
    #expect(matmul(Tensor<Double>.ones([2, 0]), none) == Tensor<Double>.zeros([2, 3]))
    #expect(none.transposed.shape == [3, 0])
    #expect(gradient(at: none) { x in (x * x).sum() }.shape == [0, 3])
    #expect(gradient(at: none) { x in x.sum(axis: 0).sum() }.shape == [0, 3])
  }

  nonisolated(unsafe) static let functions: [String: Function] = [
    "add": { $0[0] + $0[1] },
    "subtract": { $0[0] - $0[1] },
    "multiply": { $0[0] * $0[1] },
    "divide": { $0[0] / $0[1] },
    "maximum": { maximum($0[0], $0[1]) },
    "minimum": { minimum($0[0], $0[1]) },
    "negate": { -$0[0] },
    "square": { square($0[0]) },
    "sqrt": { sqrt($0[0]) },
    "pow 3": { pow($0[0], 3) },
    "pow -0.5": { pow($0[0], -0.5) },
    "pow 1.5": { pow($0[0], 1.5) },
    "pow 2": { pow($0[0], 2) },
    "pow 1": { pow($0[0], 1) },
    "pow 0": { pow($0[0], 0) },
    "exp": { exp($0[0]) },
    "log": { log($0[0]) },
    "log1p": { log1p($0[0]) },
    "sin": { sin($0[0]) },
    "cos": { cos($0[0]) },
    "tanh": { tanh($0[0]) },
    "sigmoid": { sigmoid($0[0]) },
    "softplus": { softplus($0[0]) },
    "relu": { relu($0[0]) },
    "abs": { abs($0[0]) },
    "sum": { $0[0].sum() },
    "mean": { $0[0].mean() },
    "max": { $0[0].max() },
    "min": { $0[0].min() },
    "norm": { $0[0].norm() },
    "sum axis 0": { $0[0].sum(axis: 0) },
    "sum axis 1": { $0[0].sum(axis: 1) },
    "sum axis 2": { $0[0].sum(axis: 2) },
    "sum axis -1": { $0[0].sum(axis: -1) },
    "mean axis 0": { $0[0].mean(axis: 0) },
    "mean axis 1": { $0[0].mean(axis: 1) },
    "mean axis 2": { $0[0].mean(axis: 2) },
    "mean axis -1": { $0[0].mean(axis: -1) },
    "max axis 0": { $0[0].max(axis: 0) },
    "max axis 1": { $0[0].max(axis: 1) },
    "max axis 2": { $0[0].max(axis: 2) },
    "max axis -1": { $0[0].max(axis: -1) },
    "min axis 0": { $0[0].min(axis: 0) },
    "min axis 1": { $0[0].min(axis: 1) },
    "min axis 2": { $0[0].min(axis: 2) },
    "min axis -1": { $0[0].min(axis: -1) },
    "matmul": { matmul($0[0], $0[1]) },
    "matmul transposing": { matmul($0[0], transposing: $0[1]) },
    "matmul transposed left": { matmul($0[0].transposed, $0[1]) },
    "matmul both transposed": { matmul($0[0].transposed, transposing: $0[1]) },
    "dot": { dot($0[0], $0[1]) },
    "outer": { outer($0[0], $0[1]) },
    "transposed": { $0[0].transposed },
    "reshaped 3 2": { $0[0].reshaped([3, 2]) },
    "flattened": { $0[0].flattened },
    "broadcast 2 3": { $0[0].broadcast(to: [2, 3]) },
    "at 1": { $0[0][1] },
    "at 1 0": { $0[0][1, 0] },
    "rows 1 3": { $0[0][1..<3] },
    "slice axis 1": { $0[0].slice(1..<3, axis: 1) },
    "slice axis -1": { $0[0].slice(1..<3, axis: -1) },
    "stack": { stack($0) },
    "concatenated axis 0": { concatenated($0) },
    "concatenated axis 1": { concatenated($0, axis: 1) },
    "concatenated axis -1": { concatenated($0, axis: -1) },
    "sumSquaredError": { sumSquaredError($0[0], $0[1]) },
    "halfSquaredError": { halfSquaredError($0[0], $0[1]) },
    "meanSquaredError": { meanSquaredError($0[0], $0[1]) },
    "binaryCrossEntropy": { binaryCrossEntropy(logits: $0[0], targets: $0[1]) },
    "dense identity": { Dense(weights: $0[1], bias: $0[2])($0[0]) },
    "dense sigmoid": { Dense(weights: $0[1], bias: $0[2], activation: .sigmoid)($0[0]) },
    "dense tanh": { Dense(weights: $0[1], bias: $0[2], activation: .tanh)($0[0]) },
    "dense relu": { Dense(weights: $0[1], bias: $0[2], activation: .relu)($0[0]) },
    "network": {
      Network(
        Dense(weights: $0[1], bias: $0[2], activation: .tanh),
        Dense(weights: $0[3], bias: $0[4], activation: .sigmoid))($0[0])
    },
  ].merging(activations) { $1 }.merging(losses) { $1 }

  nonisolated(unsafe) private static let activations: [String: Function] = [
    "leakyRelu": { leakyRelu($0[0]) },
    "leakyRelu 0.25": { leakyRelu($0[0], slope: 0.25) },
    "elu": { elu($0[0]) },
    "elu 0.5": { elu($0[0], scale: 0.5) },
    "gelu": { gelu($0[0]) },
    "geluTanh": { geluTanh($0[0]) },
    "silu": { silu($0[0]) },
    "cumulativeNormal": { cumulativeNormal($0[0]) },
    "softmax": { softmax($0[0]) },
    "softmax axis 0": { softmax($0[0], axis: 0) },
    "softmax axis 1": { softmax($0[0], axis: 1) },
    "softmax axis 2": { softmax($0[0], axis: 2) },
    "logSoftmax": { logSoftmax($0[0]) },
    "logSoftmax axis 0": { logSoftmax($0[0], axis: 0) },
    "logSoftmax axis 1": { logSoftmax($0[0], axis: 1) },
    "logSoftmax axis 2": { logSoftmax($0[0], axis: 2) },
    "dense leakyRelu": { Dense(weights: $0[1], bias: $0[2], activation: .leakyRelu())($0[0]) },
    "dense elu": { Dense(weights: $0[1], bias: $0[2], activation: .elu())($0[0]) },
    "dense gelu": { Dense(weights: $0[1], bias: $0[2], activation: .gelu)($0[0]) },
    "dense geluTanh": { Dense(weights: $0[1], bias: $0[2], activation: .geluTanh)($0[0]) },
    "dense silu": { Dense(weights: $0[1], bias: $0[2], activation: .silu)($0[0]) },
    "dense softplus": { Dense(weights: $0[1], bias: $0[2], activation: .softplus)($0[0]) },
  ]

  private static let labels = [2, 0, 2, 1]
  private static let classWeights = Tensor([0.5, 2, 1.25])

  nonisolated(unsafe) private static let losses: [String: Function] = [
    "sumAbsoluteError": { sumAbsoluteError($0[0], $0[1]) },
    "meanAbsoluteError": { meanAbsoluteError($0[0], $0[1]) },
    "sumHuberError": { sumHuberError($0[0], $0[1]) },
    "meanHuberError 0.7": { meanHuberError($0[0], $0[1], threshold: 0.7) },
    "binaryCrossEntropy weighted": {
      binaryCrossEntropy(logits: $0[0], targets: $0[1], positiveWeight: 2.5)
    },
    "halfMeanSquaredError": { halfMeanSquaredError($0[0], $0[1]) },
    "binaryCrossEntropy weights": {
      binaryCrossEntropy(logits: $0[0], targets: $0[1], weights: $0[2])
    },
    "binaryCrossEntropy weights weighted": {
      binaryCrossEntropy(logits: $0[0], targets: $0[1], weights: $0[2], positiveWeight: 2.5)
    },
    "crossEntropy label": { crossEntropy(logits: $0[0], label: $0[0].count == 1 ? 0 : 1) },
    "crossEntropy label smoothed": { crossEntropy(logits: $0[0], label: 1, smoothing: 0.2) },
    "crossEntropy labels": { crossEntropy(logits: $0[0], labels: labels) },
    "crossEntropy labels smoothed": {
      crossEntropy(logits: $0[0], labels: labels, smoothing: 0.1)
    },
    "crossEntropy labels weighted": {
      crossEntropy(logits: $0[0], labels: labels, classWeights: classWeights)
    },
    "crossEntropy labels weighted smoothed": {
      crossEntropy(logits: $0[0], labels: labels, smoothing: 0.1, classWeights: classWeights)
    },
    "crossEntropy targets": { crossEntropy(logits: $0[0], targets: $0[1]) },
    "crossEntropy targets weighted smoothed": {
      crossEntropy(logits: $0[0], targets: $0[1], smoothing: 0.1, classWeights: classWeights)
    },
  ]
}

extension Oracle.OperationCase {
  /// Whether an input lies where the function has no derivative, so that differences find none.
  var isAtKink: Bool {
    let first = inputs[0].scalars
    switch name {
    case "relu", "abs", "leakyRelu", "leakyRelu 0.25": return first.contains(0)
    // A kink of the function, or of its derivative, which differences see at their step's size.
    case "elu", "elu 0.5": return first.contains(0)
    // The step is relative to the number, and the function bends within it.
    case "softmax", "logSoftmax": return first.contains(800)
    case "meanAbsoluteError": return first == [1, 2]
    case "sumHuberError": return first.contains(1e9)
    case "max", "max axis 0", "min axis 0": return first == [3, 1, 3] || first == [3, 1, 3, 2]
    case "maximum", "minimum": return first == [1, 2, 3]
    default: return false
    }
  }
}

import Backprop
import Testing

/// Operations and layers of empty tensors: results and derivatives have their shapes.
@Suite struct EmptyShapeTests {
  typealias Function = ([Tensor<Double>]) -> Tensor<Double>

  /// A function, the shapes of what it takes, and that of what it gives.
  private struct Example {
    let shapes: [[Int]]
    let result: [Int]
    let function: Function

    init(_ shapes: [Int]..., gives result: [Int], _ function: @escaping Function) {
      self.shapes = shapes
      self.result = result
      self.function = function
    }
  }

  private func expectShapes(
    _ examples: [Example], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (number, example) in examples.enumerated() {
      let inputs = example.shapes.map { Tensor.ones($0) }
      #expect(
        example.function(inputs).shape == example.result, "\(number): \(example.shapes)",
        sourceLocation: sourceLocation)
      let (value, slopes) = valueWithGradient(at: inputs) { square(example.function($0)).sum() }
      #expect(
        slopes.map(\.shape) == example.shapes, "\(number): \(example.shapes)",
        sourceLocation: sourceLocation)
      if example.result.contains(0) {
        #expect(value == 0, sourceLocation: sourceLocation)
        #expect(
          slopes.allSatisfy { $0.scalars.allSatisfy { $0 == 0 } }, "\(number): \(example.shapes)",
          sourceLocation: sourceLocation)
      }
      let seconds = gradient(at: inputs) { inputs in
        let slopes = gradient(at: inputs) { square(example.function($0)).sum() }
        return slopes.reduce(Tensor(0)) { $0 + square($1).sum() }
      }
      #expect(
        seconds.map(\.shape) == example.shapes, "\(number): \(example.shapes)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func eachFunctionOfSingleNumbersKeepsTheShape() {
    let functions: [(Tensor<Double>) -> Tensor<Double>] = [
      { -$0 }, { square($0) }, { sqrt($0) }, { pow($0, 3) }, { pow($0, 0) }, { pow($0, -0.5) },
      { exp($0) }, { log($0) }, { log1p($0) }, { sin($0) }, { cos($0) }, { abs($0) },
      { cumulativeNormal($0) }, { 2 * $0 }, { $0 + 1 }, { 1 / $0 }, { $0.flattened },
      { Dropout(rate: 0.5)($0) }, { Activate(.gelu)($0) },
    ]
    for function in functions {
      let one: Function = { function($0[0]) }
      expectShapes([Example([0], gives: [0], one)])
    }
  }

  @Test func twoTensorsBroadcast() {
    let functions: [Function] = [
      { $0[0] + $0[1] }, { $0[0] - $0[1] }, { $0[0] * $0[1] }, { $0[0] / $0[1] },
      { maximum($0[0], $0[1]) }, { minimum($0[0], $0[1]) },
    ]
    for function in functions {
      expectShapes([
        Example([0], [0], gives: [0], function), Example([0, 3], [3], gives: [0, 3], function),
        Example([0, 3], [], gives: [0, 3], function),
        Example([0, 1], [1, 3], gives: [0, 3], function),
        Example([1], [2, 0], gives: [2, 0], function),
      ])
    }
  }

  @Test func sumsMeansAndLines() {
    expectShapes([
      Example([0, 3], gives: []) { $0[0].sum() },
      Example([0, 3], gives: [3]) { $0[0].sum(axis: 0) },
      Example([0, 3], gives: [0]) { $0[0].sum(axis: 1) },
      Example([0, 3], gives: [0]) { $0[0].mean(axis: -1) },
      Example([0, 3], gives: [0]) { $0[0].max(axis: 1) },
      Example([0, 3], gives: [0]) { $0[0].min(axis: 1) },
      Example([0, 3], gives: [0, 3]) { softmax($0[0]) },
      Example([0, 3], gives: [0, 3]) { softmax($0[0], axis: 0) },
      Example([3, 0], gives: [3, 0]) { logSoftmax($0[0]) },
      Example([2, 0, 3], gives: [2, 0, 3]) { logSoftmax($0[0], axis: 0) },
    ])
    #expect(Tensor<Double>.zeros([0]).mean().item.isNaN)
  }

  @Test func products() {
    expectShapes([
      Example([0, 3], [3, 2], gives: [0, 2]) { matmul($0[0], $0[1]) },
      Example([2, 0], [0, 3], gives: [2, 3]) { matmul($0[0], $0[1]) },
      Example([2, 3], [3, 0], gives: [2, 0]) { matmul($0[0], $0[1]) },
      Example([0, 3], [3], gives: [0]) { matmul($0[0], $0[1]) },
      Example([2, 0], [0], gives: [2]) { matmul($0[0], $0[1]) },
      Example([0], [0, 2], gives: [2]) { matmul($0[0], $0[1]) },
      Example([0, 3], [2, 3], gives: [0, 2]) { matmul($0[0], transposing: $0[1]) },
      Example([0], [0], gives: []) { dot($0[0], $0[1]) },
      Example([0], [2], gives: [0, 2]) { outer($0[0], $0[1]) },
      Example([2], [0], gives: [2, 0]) { outer($0[0], $0[1]) },
      Example([0, 3], gives: [3, 0]) { $0[0].transposed },
    ])
    #expect(matmul(Tensor.ones([2, 0]), Tensor.ones([0, 3])) == .zeros([2, 3]))
  }

  @Test func otherPlaces() {
    expectShapes([
      Example([0, 3], gives: [2, 0]) { $0[0].reshaped([2, 0]) },
      Example([1, 3], gives: [0, 3]) { $0[0].broadcast(to: [0, 3]) },
      Example([0, 3], gives: [3, 0]) { $0[0].permuted([1, 0]) },
      Example([3, 2], gives: [0, 2]) { $0[0][1..<1] },
      Example([3, 2], gives: [3, 0]) { $0[0].slice(2..<2, axis: 1) },
      Example([0, 2], [0, 2], gives: [2, 0, 2]) { stack($0) },
      Example([0, 2], [3, 2], gives: [3, 2]) { concatenated($0) },
      Example([2, 0], [2, 0], gives: [2, 0]) { concatenated($0, axis: 1) },
      Example([3, 2], gives: [0, 2]) { gather($0[0], .zeros([0])) },
      Example([0, 2], gives: [0, 2]) { gather($0[0], .zeros([0])) },
      Example([0, 2, 3, 3], gives: [8, 0]) { $0[0].unfolded(Window(2)) },
      Example([8, 0], gives: [0, 2, 3, 3]) { $0[0].folded(Window(2), shape: [0, 2, 3, 3]) },
    ])
    #expect(unstack(Tensor<Double>.zeros([0, 3])).isEmpty)
    #expect(oneHot(Tensor<Double>.zeros([0]), classes: 3).shape == [0, 3])
  }

  @Test func layers() {
    expectShapes([
      Example([0, 3], [2, 3], [2], gives: [0, 2]) { Dense(weights: $0[1], bias: $0[2])($0[0]) },
      Example([4, 0], [2, 0], [2], gives: [4, 2]) { Dense(weights: $0[1], bias: $0[2])($0[0]) },
      Example([4, 3], [0, 3], [0], gives: [4, 0]) { Dense(weights: $0[1], bias: $0[2])($0[0]) },
      Example([0, 2], gives: [0, 2]) { Residual(Activate(.tanh))($0[0]) },
      Example([0, 2, 3], gives: [0, 6]) { Flatten()($0[0]) },
      Example([5, 2], gives: [0, 2]) { Embedding(weights: $0[0])(.zeros([0])) },
      Example([0, 2, 4, 4], [3, 2, 3, 3], [3], gives: [0, 3, 2, 2]) {
        Convolution2D(weights: $0[1], bias: $0[2])($0[0])
      },
      Example([0, 2, 5, 3], gives: [0, 2, 2, 1]) { MaxPooling2D(size: 2)($0[0]) },
      Example([0, 2, 5, 3], gives: [0, 2, 2, 1]) { AveragePooling2D(size: 2)($0[0]) },
      Example([0, 3], gives: [0, 3]) { BatchNorm(features: 3)($0[0]) },
      Example([0, 3], gives: [0, 3]) { LayerNorm(shape: [3])($0[0]) },
      Example([0, 2], [3, 2], [3, 3], [3], gives: [0, 3]) { inputs in
        let rnn = RNN(weightIH: inputs[1], weightHH: inputs[2], bias: inputs[3])
        return rnn.step(inputs[0], from: .zeros([0, 3]))
      },
      Example([2, 0, 1], [12, 1], [12, 3], [12], gives: [2, 0, 3]) { inputs in
        LSTM(weightIH: inputs[1], weightHH: inputs[2], bias: inputs[3])(inputs[0])
      },
      Example([2, 0, 1], [9, 1], [9, 3], [9], [9], gives: [2, 0, 3]) { inputs in
        GRU(weightIH: inputs[1], weightHH: inputs[2], biasIH: inputs[3], biasHH: inputs[4])(
          inputs[0])
      },
    ])
    var pass = Pass<Double>(.training)
    #expect(Dropout(rate: 0.5)(.zeros([0, 3]), in: &pass).shape == [0, 3])
  }

  @Test func aStepOfTrainingWithoutExamplesOrUnitsIsReplayed() {
    func losses<L: Layer<Double>>(_ layer: L, _ x: [Int], _ y: [Int]) -> [Double] {
      var step = TrainingStep(model: layer, optimizer: Adam(learningRate: 0.1)) { layer, x, y in
        sumSquaredError(layer(x), y)
      }
      let losses = (0..<5).map { _ in step(.ones(x), .ones(y)) }
      #expect(step.isReplayed)
      return losses
    }
    var generator = RandomNumbers(seed: 1)
    let none = [0.0, 0, 0, 0, 0]
    let network = Network(sizes: [3, 4, 2], activation: .tanh, using: &generator)
    #expect(losses(network, [0, 3], [0, 2]) == none)
    #expect(losses(LSTM(from: 2, units: 3, using: &generator), [3, 0, 2], [3, 0, 3]) == none)
    #expect(losses(Dense(from: 3, to: 0, using: &generator), [2, 3], [2, 0]) == none)
    let through = losses(
      Network(sizes: [3, 0, 2], activation: .tanh, using: &generator), [4, 3], [4, 2])
    #expect(through[0] == 8 && through[4] < 3)
  }
}

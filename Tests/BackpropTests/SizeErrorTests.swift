import Backprop
import Testing

/// What tensors, layers, generators and training say of sizes and parts that there can't be.
@Suite struct SizeErrorTests {
  private static let names = Array(sentences.keys).sorted()

  /// What stops the program, and with which sentence.
  private static let sentences: [String: String] = [
    // Tensors.
    "repeating": "No tensor has the shape [3, -1]: a length is negative.",
    "zeros": "No tensor has the shape [-1, 2]: a length is negative.",
    "ones of Float": "No tensor has the shape [-1]: a length is negative.",
    "identity": "No tensor has the shape [-1, -1]: a length is negative.",
    "too large": "that would be more numbers than can be counted.",
    "normal": "No tensor has the shape [-2]: a length is negative.",
    "uniform": "No tensor has the shape [2, -2]: a length is negative.",
    "initial": "No tensor has the shape [-2, 2]: a length is negative.",
    "broadcast": "A tensor of shape [1] does not broadcast to [-1].",
    "scalars": "A tensor of shape [2, 2] does not hold 2 numbers.",
    "slice": "A tensor of shape [3] has no 1..<5 along axis 0.",
    "stack": "stack of no tensors.",
    "concatenated": "concatenated of no tensors.",
    "max": "A tensor of shape [0] is empty: it has no largest number.",
    "min": "A tensor of shape [0] is empty: it has no smallest number.",
    "min along an axis": "Axis 1 of shape [2, 0] is empty: it has no smallest number.",
    "max along an axis": "Axis 0 of shape [0, 3] is empty: it has no largest number.",
    "argmax": "A tensor of shape [0, 3] is empty: it has no largest number.",
    // Layers.
    "dense": "No layer leads from -1 to 2: sizes are 0 or more.",
    "dense in a way": "No layer leads from 2 to -1: sizes are 0 or more.",
    "convolution": "No layer leads from 1 to -2: sizes are 0 or more.",
    "convolution's window": "No tensor has the shape [2, 1, -3, -3]: a length is negative.",
    "convolution's weights":
      "A convolution takes weights [outputs, inputs, height, width] and a bias [outputs], not "
      + "[2, 2] and [2].",
    "embedding": "No tensor has the shape [-1, 3]: a length is negative.",
    "rnn": "No layer leads from 2 to -1: sizes are 0 or more.",
    "lstm": "No layer leads from -2 to 1: sizes are 0 or more.",
    "gru": "No layer leads from 2 to -1: sizes are 0 or more.",
    "batch norm": "No tensor has the shape [-2]: a length is negative.",
    "layer norm": "No tensor has the shape [-3]: a length is negative.",
    "network": "A network leads from one size to another, or over more; not [3].",
    "network's size": "No layer leads from 3 to -1: sizes are 0 or more.",
    // Random numbers.
    "state": "A generator's state is not four zeros.",
    "integer": "No integer is in 2..<2.",
    "range": "No number is in 1.0..<1.0.",
    "permutation": "There is no order of -3 numbers.",
    // Data.
    "standardizer":
      "Means of shape [1] and standard deviations of shape [2]: both must have one shape.",
    // Training.
    "Adam's momentum": "The momentum of an average, its weight so far, is in 0..<1, not 1.0.",
    "Adam's decay": "The decay of an average, its weight so far, is in 0..<1, not -0.5.",
    "AdamW's decay": "The decay of an average, its weight so far, is in 0..<1, not 1.5.",
    "RMSProp's decay": "The decay of an average, its weight so far, is in 0..<1, not nan.",
    "optimizer": "The optimizer's state is that of a model with other shapes.",
    "transformed gradient": "The transformed gradient is not that of the model.",
    "range test":
      "A range test takes rates above 0, two steps or more and a smoothing in 0..<1, not 0.0, 1 "
      + "and 1.0.",
  ]

  @Test(arguments: names)
  func aSizeThatCantBeIsNamedWithTheCallersFile(name: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name] in
      SizeErrorTests.tensor(name)
      SizeErrorTests.layer(name)
      SizeErrorTests.rest(name)
    }
    #expect(result.message.contains(Self.sentences[name]!), "\(result.message)")
    #expect(result.message.contains("SizeErrorTests.swift:"))
  }

  private static func tensor(_ name: String) {
    var generator = RandomNumbers(seed: 1)
    let none: [Tensor<Double>] = []
    switch name {
    case "repeating": _ = Tensor(repeating: 1.0, shape: [3, -1])
    case "zeros": _ = Tensor.zeros([-1, 2])
    case "ones of Float": _ = Tensor<Float>.ones([-1])
    case "identity": _ = Tensor.identity(-1)
    case "too large": _ = Tensor.zeros([1 << 40, 1 << 40])
    case "normal": _ = Tensor.normal(shape: [-2], using: &generator)
    case "uniform": _ = Tensor.uniform(in: 0...1, shape: [2, -2], using: &generator)
    case "initial": _ = Tensor.initial(.zeros, shape: [-2, 2], using: &generator)
    case "broadcast": _ = Tensor([1]).broadcast(to: [-1])
    case "scalars": _ = Tensor(shape: [2, 2], scalars: [1.0, 2])
    case "slice": _ = Tensor([1, 2, 3]).slice(1..<5, axis: 0)
    case "stack": _ = stack(none)
    case "concatenated": _ = concatenated(none)
    case "max": _ = Tensor.zeros([0]).max()
    case "min": _ = Tensor.zeros([0]).min()
    case "max along an axis": _ = Tensor.zeros([0, 3]).max(axis: 0)
    case "min along an axis": _ = Tensor.zeros([2, 0]).min(axis: 1)
    case "argmax": _ = Tensor.zeros([0, 3]).argmax()
    default: break
    }
  }

  private static func layer(_ name: String) {
    var generator = RandomNumbers(seed: 1)
    switch name {
    case "dense": _ = Dense(from: -1, to: 2, using: &generator)
    case "dense in a way":
      _ = Dense<Float>(from: 2, to: -1, initialization: .zeros, using: &generator)
    case "convolution": _ = Convolution2D(from: 1, to: -2, size: 3, using: &generator)
    case "convolution's window": _ = Convolution2D(from: 1, to: 2, size: -3, using: &generator)
    case "convolution's weights": _ = Convolution2D(weights: .ones([2, 2]), bias: .ones([2]))
    case "embedding": _ = Embedding(of: -1, size: 3, using: &generator)
    case "rnn": _ = RNN(from: 2, units: -1, using: &generator)
    case "lstm": _ = LSTM<Float>(from: -2, units: 1, using: &generator)
    case "gru": _ = GRU(from: 2, units: -1, using: &generator)
    case "batch norm": _ = BatchNorm(features: -2)
    case "layer norm": _ = LayerNorm(shape: [-3])
    case "network": _ = Network(sizes: [3], activation: .tanh, using: &generator)
    case "network's size": _ = Network(sizes: [3, -1], activation: .tanh, using: &generator)
    default: break
    }
  }

  private static func rest(_ name: String) {
    var generator = RandomNumbers(seed: 1)
    var point = Tensor([1, 2])
    let data = Dataset(inputs: Tensor([[1]]), targets: Tensor([[0]]))
    switch name {
    case "state": _ = RandomNumbers(state: (0, 0, 0, 0))
    case "integer": _ = generator.integer(in: 2..<2)
    case "range": _ = generator.uniform(in: 1..<1)
    case "permutation": _ = generator.permutation(of: -3)
    case "standardizer": _ = Standardizer(mean: Tensor([1]), standardDeviation: Tensor([1, 1]))
    case "Adam's momentum": _ = Adam<Double>(momentum: 1)
    case "Adam's decay": _ = Adam<Double>(decay: -0.5)
    case "AdamW's decay": _ = AdamW<Float>(decay: 1.5)
    case "RMSProp's decay": _ = RMSProp<Double>(decay: .nan)
    case "optimizer":
      var adam = Adam<Double>()
      var other = Tensor([1])
      adam.update(&other, along: other)
      adam.update(&point, along: point)
    case "transformed gradient":
      var step = TrainingStep(model: point, optimizer: SGD(learningRate: 1)) { x, _, _ in x.sum() }
      // Once the step is replayed; before, the optimizer says so.
      var calls = 0
      step.gradientTransform = { slope in
        calls += 1
        return calls > 4 ? Tensor([1]) : slope
      }
      for _ in 0..<6 { _ = step(Tensor([1]), Tensor([1])) }
    case "range test":
      _ = learningRateCurve(
        of: point, optimizer: SGD(learningRate: 1), on: data, batchSize: 1, rates: 0...1, steps: 1,
        smoothing: 1, using: generator
      ) { x, _, _, _ in x.sum() }
    default: break
    }
  }
}

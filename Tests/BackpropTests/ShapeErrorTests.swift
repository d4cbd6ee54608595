import Backprop
import Testing

/// Wrong shapes stop the program with a sentence that names them, and the caller's file.
@Suite struct ShapeErrorTests {
  private func message(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func aLossDoesNotBroadcast() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = meanSquaredError(Tensor([[1], [2]]), Tensor([1, 2]))
    }
    #expect(message(result).contains("meanSquaredError of [2, 1] and [2]"))
    #expect(message(result).contains("ShapeErrorTests.swift:"))
  }

  @Test func aGradientIsThatOfOneNumber() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = gradient(at: Tensor([1, 2])) { x in x * x }
    }
    #expect(message(result).contains("this function's value has the shape [2]"))
    #expect(message(result).contains("ShapeErrorTests.swift:"))
  }

  @Test func aDenseLayerNamesWhatItTakes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let layer = Dense(weights: Tensor([[1, 2, 3]]), bias: Tensor([0]))
      _ = layer(Tensor([1, 2]))
    }
    #expect(message(result).contains("takes [3] or […, 3], not [2]"))
    #expect(message(result).contains("ShapeErrorTests.swift:"))
  }

  @Test func layersThatDoNotFitMakeNoNetwork() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let first = Dense(weights: Tensor([[1, 2]]), bias: Tensor([0]))
      _ = Network(first, first)
    }
    #expect(message(result).contains("A layer of weights [1, 2] cannot follow one of [1, 2]."))
  }

  @Test func anOptimizerRefusesTheGradientOfAnotherModel() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var x = Tensor([1, 2])
      var optimizer = SGD(learningRate: 0.1)
      optimizer.update(&x, along: Tensor([1]))
    }
    #expect(message(result).contains("parameter has the shape [2], its derivative [1]."))
  }

  /// What stops the program says so.
  private static let sentences = [
    "maximum of [3] and [2]: these shapes do not broadcast.",
    "minimum of [3] and [2, 2]: these shapes do not broadcast.",
    "dot of [3] and [1]: both must be vectors of one length.",
    "outer of [3] and [2, 2]: both must be vectors.",
    "Only a matrix has a transpose; this tensor has shape [3].",
    "matmul of [2, 2] and [3] transposed: both must be matrices whose last axes agree.",
    "A tensor of shape [3] has no axis 1.",
    "A tensor of shape [3] does not broadcast to [2].",
    "stack of [3] and [1]: all must have one shape.",
    "concatenated of [2, 2] and [1, 3]: they must agree except for axis 0.",
    "Only a tensor of one number has an item; this one has shape [3].",
    "binaryCrossEntropy of [3] and [2, 2]: predictions and targets must have the same shape.",
    "A tensor of shape [3] has no axis 1.",
    "A tensor of shape [] has no axis -1.",
    "meanAbsoluteError of [3] and [2, 2]: predictions and targets must have the same shape.",
    "The threshold of Huber's loss must be positive, not 0.0.",
    "The label 2 is not one of 2 classes.",
    "crossEntropy of [2, 2] and 1 labels: logits must be [n, classes], with a label for each row.",
    "crossEntropy of [2, 2] and [3]: predictions and targets must have the same shape.",
    "A smoothing lies in 0...1, not at 1.5.",
    "Weights of shape [3] do not fit 2 classes.",
    "A dense layer takes weights [outputs, inputs] and a bias [outputs], not [2, 2] and [3].",
  ]

  @Test(arguments: sentences.indices)
  func everyOtherWrongShapeStopsTheProgramToo(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let vector = Tensor([1, 2, 3])
      let matrix = Tensor([[1, 2], [3, 4]])
      switch number {
      case 0: _ = maximum(vector, Tensor([1, 2]))
      case 1: _ = minimum(vector, matrix)
      case 2: _ = dot(vector, Tensor([1]))
      case 3: _ = outer(vector, matrix)
      case 4: _ = vector.transposed
      case 5: _ = matmul(matrix, transposing: vector)
      case 6: _ = vector.sum(axis: 1)
      case 7: _ = vector.broadcast(to: [2])
      case 8: _ = stack([vector, Tensor([1])])
      case 9: _ = concatenated([matrix, Tensor([[1, 2, 3]])])
      case 10: _ = vector.item
      case 11: _ = binaryCrossEntropy(logits: vector, targets: matrix)
      case 12: _ = softmax(vector, axis: 1)
      case 13: _ = logSoftmax(Tensor(1.0))
      case 14: _ = meanAbsoluteError(vector, matrix)
      case 15: _ = meanHuberError(vector, vector, threshold: 0)
      case 16: _ = crossEntropy(logits: matrix, labels: [0, 2])
      case 17: _ = crossEntropy(logits: matrix, labels: [0])
      case 18: _ = crossEntropy(logits: matrix, targets: vector)
      case 19: _ = crossEntropy(logits: matrix, labels: [0, 1], smoothing: 1.5)
      case 20: _ = crossEntropy(logits: matrix, labels: [0, 1], classWeights: vector)
      default: _ = Dense(weights: matrix, bias: vector)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    // A property or subscript is not told who calls it.
    if number != 4 && number != 10 { #expect(result.message.contains("ShapeErrorTests.swift:")) }
  }
}

import Backprop
import Testing

/// What losses, metrics, schedules, initialisation, clipping and diagnostics say of arguments that they
/// do not take.
@Suite struct ArgumentErrorTests {
  private static let names = Array(sentences.keys).sorted()

  /// What stops the program, and with which sentence.
  private static let sentences: [String: String] = [
    // Losses.
    "sumSquaredError": "sumSquaredError of [3] and [1]: predictions and targets must have the same",
    "halfSquaredError": "halfSquaredError of [3] and [1]: predictions and targets must have",
    "meanSquaredError": "meanSquaredError of [3] and [3, 1]: predictions and targets must have",
    "halfMeanSquaredError": "halfMeanSquaredError of [3] and [0]: predictions and targets must",
    "sumAbsoluteError": "sumAbsoluteError of [3] and []: predictions and targets must have the",
    "meanAbsoluteError": "meanAbsoluteError of [3] and [1]: predictions and targets must have",
    "sumHuberError": "sumHuberError of [3] and [1]: predictions and targets must have the same",
    "meanHuberError": "meanHuberError of [3] and [1]: predictions and targets must have the same",
    "threshold": "The threshold of Huber's loss must be positive, not 0.0.",
    "binary": "binaryCrossEntropy of [3] and [1]: predictions and targets must have the same",
    "binary positive": "binaryCrossEntropy of [3] and [1]: predictions and targets must have",
    "binary weights": "binaryCrossEntropy of [3] and weights [1]: each number has a weight.",
    "labels": "crossEntropy of [2, 3] and 1 labels: logits must be [n, classes], with a label for",
    "label": "The label 3 is not one of 3 classes.",
    "negative label": "The label -1 is not one of 3 classes.",
    "one label": "crossEntropy of [2, 3] and one label: logits must be [classes].",
    "targets": "crossEntropy of [2, 3] and [3]: predictions and targets must have the same shape.",
    "targets of rank 3": "crossEntropy of [1, 1, 1]: logits must be [classes] or [n, classes].",
    "smoothing": "A smoothing lies in 0...1, not at 1.5.",
    "class weights": "Weights of shape [2] do not fit 3 classes.",
    // Metrics.
    "predicted classes": "Classes are predicted from [n, classes], not [3].",
    "no classes": "Classes are predicted from [n, classes], not [2, 0].",
    "accuracy": "accuracy of 1 predictions for 2 labels.",
    "accuracy of none": "accuracy of 0 predictions for 0 labels.",
    "confusion": "1 predictions for 2 labels.",
    "confusion's class": "The prediction 2 of the class 0 is not one of 2 classes.",
    "recall": "1 is not one of 1 classes.",
    "rSquared": "rSquared of [3] and [1]: predictions and targets must have the same shape.",
    "rSquared of none": "rSquared of empty tensors.",
    // Schedules.
    "step": "A schedule has no step -1.",
    "stairs": "A schedule cannot run over 0 steps.",
    "cosine": "A schedule cannot run over -5 steps.",
    "sequence": "A schedule cannot run for -3 steps.",
    "rise": "The part of a cycle that rises is in 0...1, not 1.5.",
    "inner cosine": "A schedule cannot run over 0 steps.",
    // Regularisation.
    "clip value": "A gradient is clipped to a positive limit.",
    "clip norm": "A gradient is clipped to a positive limit.",
    "clip global norm": "A gradient is clipped to a positive limit.",
    "patience": "Early stopping needs a patience of 1 or more, not 0.",
    "decay": "Weights decay by a part in 0...1, not 1.5.",
    // Initialisation.
    "fans": "Only weights [outputs, inputs, …] have fans, not [3].",
    "xavier": "Only weights [outputs, inputs, …] have fans, not [3].",
    "orthogonal": "Only a matrix, or what can be read as one, is orthogonal, not [3].",
    // Activations.
    "softmax": "A tensor of shape [3] has no axis 1.",
    "logSoftmax": "A tensor of shape [] has no axis -1.",
    // Diagnostics.
    "bins": "A histogram has one bin or more, not 0.",
    "edges": "The edges of bins are two finite numbers or more in ascending order, not [1.0, 1.0].",
    "range": "Bins cannot share the range 1.0...1.0.",
    "nothing recorded": "This pass has nothing to look at: make it with recordsActivations: true.",
    "margin": "A margin is in 0...0.5 of a range, not 0.75.",
    "ratios": "The parameter parameter has the shape [3], and had [1].",
    "count of ratios": "A model of 1 parameters has not become of one of 0.",
    "gradient check": "A gradient is that of one number; this function's value has the shape [3].",
    "trace": "A NaN is traced in a function whose value is one number, not of shape [3].",
    "eigenvalues": "Eigenvalues are those of a square matrix; this one has the shape [3].",
    "asymmetric": "The matrix is not symmetric: 3.0 at [1, 0] and 2.0 at [0, 1].",
    "tolerance": "A tolerance is 0 or more, not -1.0.",
    "Hessian's eigenvalues": "A Hessian of 3 parameters does not have 4 eigenvalues.",
    "products": "It takes 2 products or more to find 2 eigenvalues, not 1.",
    "Hessian's vector": "A Hessian of 3 parameters cannot multiply 1 numbers.",
    "graph": "A computation graph ends in one number that depends on a named leaf",
  ]

  @Test(arguments: names)
  func aWrongArgumentIsNamedWithTheCallersFile(name: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name] in
      ArgumentErrorTests.loss(name)
      ArgumentErrorTests.metric(name)
      ArgumentErrorTests.setting(name)
      ArgumentErrorTests.diagnosis(name)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(Self.sentences[name]!), "\(message)")
    #expect(message.contains("ArgumentErrorTests.swift:"))
  }

  private static func loss(_ name: String) {
    let (three, one) = (Tensor([1.0, 2, 3]), Tensor([1.0]))
    let logits = Tensor([[1.0, 2, 3], [4, 5, 6]])
    switch name {
    case "sumSquaredError": _ = sumSquaredError(three, one)
    case "halfSquaredError": _ = halfSquaredError(three, one)
    case "meanSquaredError": _ = meanSquaredError(three, three.reshaped([3, 1]))
    case "halfMeanSquaredError": _ = halfMeanSquaredError(three, Tensor<Double>.zeros([0]))
    case "sumAbsoluteError": _ = sumAbsoluteError(three, Tensor(1.0))
    case "meanAbsoluteError": _ = meanAbsoluteError(three, one)
    case "sumHuberError": _ = sumHuberError(three, one)
    case "meanHuberError": _ = meanHuberError(three, one)
    case "threshold": _ = meanHuberError(three, three, threshold: 0)
    case "binary": _ = binaryCrossEntropy(logits: three, targets: one)
    case "binary positive":
      _ = binaryCrossEntropy(logits: three, targets: one, positiveWeight: 2)
    case "binary weights": _ = binaryCrossEntropy(logits: three, targets: three, weights: one)
    case "labels": _ = crossEntropy(logits: logits, labels: [0])
    case "label": _ = crossEntropy(logits: logits, labels: [0, 3])
    case "negative label": _ = crossEntropy(logits: logits, labels: [-1, 0])
    case "one label": _ = crossEntropy(logits: logits, label: 0)
    case "targets": _ = crossEntropy(logits: logits, targets: three)
    case "targets of rank 3":
      _ = crossEntropy(logits: one.reshaped([1, 1, 1]), targets: one.reshaped([1, 1, 1]))
    case "smoothing": _ = crossEntropy(logits: logits, labels: [0, 1], smoothing: 1.5)
    case "class weights":
      _ = crossEntropy(logits: logits, labels: [0, 1], classWeights: Tensor([1.0, 2]))
    case "softmax": _ = softmax(three, axis: 1)
    case "logSoftmax": _ = logSoftmax(Tensor(1.0))
    default: break
    }
  }

  private static func metric(_ name: String) {
    let (three, one) = (Tensor([1.0, 2, 3]), Tensor([1.0]))
    switch name {
    case "predicted classes": _ = predictedClasses(three)
    case "no classes": _ = predictedClasses(Tensor<Double>.zeros([2, 0]))
    case "accuracy": _ = accuracy([1], [1, 2])
    case "accuracy of none": _ = accuracy([], [])
    case "confusion": _ = ConfusionMatrix(predicted: [0], labels: [0, 1], classes: 2)
    case "confusion's class": _ = ConfusionMatrix(predicted: [2], labels: [0], classes: 2)
    case "recall": _ = ConfusionMatrix(predicted: [0], labels: [0], classes: 1).recall(of: 1)
    case "rSquared": _ = rSquared(three, one)
    case "rSquared of none": _ = rSquared(Tensor<Double>.zeros([0]), Tensor<Double>.zeros([0]))
    default: break
    }
  }

  private static func setting(_ name: String) {
    var three = Tensor([1.0, 2, 3])
    var generator = RandomNumbers(seed: 1)
    switch name {
    case "step": _ = Schedule.constant(1)(-1)
    case "stairs": _ = Schedule.step(from: 1, factor: 0.5, every: 0)(1)
    case "cosine": _ = Schedule.cosine(from: 1, over: -5)(1)
    case "sequence": _ = Schedule.sequence(.constant(1), for: -3, then: .constant(2))(0)
    case "rise": _ = Schedule.oneCycle(peak: 1, over: 10, rise: 1.5)(0)
    case "inner cosine":
      _ = Schedule.warmUp(from: 0, over: 10, then: .scaled(by: 2, .cosine(from: 1, over: 0)))(1)
    case "clip value": _ = three.clipped(toValue: 0)
    case "clip norm": _ = three.clipped(toNorm: -1)
    case "clip global norm": _ = three.clipped(toGlobalNorm: .nan)
    case "patience": _ = EarlyStopping<Tensor<Double>>(patience: 0)
    case "decay": three.decay(by: 1.5)
    case "fans": _ = Fans(of: [3])
    case "xavier": _ = Tensor.initial(.xavierNormal(), shape: [3], using: &generator)
    case "orthogonal": _ = Tensor.initial(.orthogonal(), shape: [3], using: &generator)
    default: break
    }
  }

  private static func diagnosis(_ name: String) {
    let (three, one) = (Tensor([1.0, 2, 3]), Tensor([1.0]))
    var generator = RandomNumbers(seed: 1)
    var pass = Pass<Double>(.inference, recordsActivations: true)
    _ = pass.run("it", Activate(.tanh), three)
    switch name {
    case "bins": _ = TensorHistogram(of: three, bins: .count(0))
    case "edges": _ = TensorHistogram(of: three, bins: .edges([1, 1]))
    case "range": _ = TensorHistogram(of: three, bins: .count(2, in: 1...1))
    case "nothing recorded": _ = Pass<Double>(.inference).layerStatistics()
    case "margin": _ = pass.layerStatistics(saturationMargin: 0.75)
    case "ratios": _ = three.updateRatios(since: one)
    case "count of ratios": _ = [three].updateRatios(since: [])
    case "gradient check": _ = checkGradients(at: three) { $0 }
    case "trace": _ = firstNonFinite(at: three) { $0 }
    case "eigenvalues": _ = symmetricEigenvalues(three)
    case "asymmetric": _ = symmetricEigenvalues(Tensor([[1, 2], [3.0, 4]]))
    case "tolerance": _ = classifyCriticalPoint(hessian: Tensor([[1.0]]), tolerance: -1)
    case "Hessian's eigenvalues":
      _ = hessianEigenvalues(at: three, count: 4, using: &generator) { square($0).sum() }
    case "products":
      _ = hessianEigenvalues(at: three, count: 2, maximumProducts: 1, using: &generator) {
        square($0).sum()
      }
    case "Hessian's vector": _ = hessianVectorProduct(at: three, one) { square($0).sum() }
    case "graph": _ = computationGraph { named in named("x", Tensor([1.0, 2])) }
    default: break
    }
  }
}

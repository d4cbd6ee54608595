import Backprop
import Testing

/// Layers say what they take, and what they were given.
@Suite struct LayerErrorTests {
  private static let names = Array(sentences.keys).sorted()

  /// What stops the program, and with which sentence.
  private static let sentences: [String: String] = [
    "dropout": "A rate of dropout is in 0...1, not 1.5.",
    "keep mask": "A rate of dropout is in 0...1, not -1.0.",
    "update of another shape": "A state of shape [1] cannot become one of [2].",
    "update of no state": "Only a tensor that the model shows with visitState can be updated.",
    "dense in a pass": "takes [3] or […, 3], not [2]",
    "batch norm": "takes [n, 2] or [n, 2, height, width], not [4, 3].",
    "batch norm of one": "The variance of one number a feature, in [1, 2], can't be trained with.",
    "layer norm": "A layer norm of shape [3] takes a shape that ends so, not [3, 2].",
    "layer norm of nothing": "A layer norm is over one axis or more.",
    "residual": "has the shape [2, 3], the body's result [2, 1]: they must be the same.",
    "convolution": "takes [n, 1, height, width], not [2, 3, 4, 4].",
    "convolution too large": "A window of 3 by 3, with paddings 0 and 0, does not fit into images "
      + "[1, 1, 2, 5].",
    "convolution's bias": "a bias [outputs], not [2, 1, 3, 3] and [3].",
    "convolution's window": "A window of 2 by 2 does not fit weights [2, 1, 3, 3].",
    "pooling": "Images are [n, channels, height, width], not [4, 4].",
    "pooling's padding": "can't have paddings 2 and 2, more than its half.",
    "window": "No window is 0 by 0, with strides 1 and 1 and paddings 0 and 0.",
    "embedding": "3.0 is not an index from 0 to 2.",
    "embedding between": "0.5 is not an index from 0 to 2.",
    "embedding's weights": "An embedding takes weights [count, size], not [3].",
    "flatten": "Flatten takes [n, …], not a scalar.",
    "last step": "There is no last step in a tensor of shape [0, 2].",
    "recurrent": "A recurrent layer reads [time, n, inputs], not [2, 3].",
    "recurrent step": "takes steps [n, 3] and a state [n, 2], not [1, 2] and [1, 2].",
    "recurrent state": "takes steps [n, 3] and a state [n, 2], not [1, 3] and [2, 2].",
    "lstm's cell": "The cell of an LSTM has the shape of its hidden state, [1, 2], not [1, 1].",
    "lstm's weights":
      "An LSTM of 4 × units rows takes weights [rows, inputs] and [rows, units] and "
      + "a bias [rows], not [8, 3], [8, 2] and [[4]].",
    "gru's biases": "not [6, 3], [6, 2] and [[6], [2]].",
    "permuted": "The axes of shape [2, 3] cannot be put in the order [0, 0]",
    "gather": "-1.0 is not an index from 0 to 2.",
    "gather of a scalar": "gather of a scalar: a table has an axis.",
    "oneHot": "2.0 is not an index from 0 to 1.",
    "folded":
      "A tensor of shape [4, 1] does not fold into images [1, 1, 3, 3]: it would be [4, 4].",
    "unstack": "unstack of a scalar.",
    "labels": "crossEntropy of [2, 3] and labels [3]: logits must be […, classes], labels […].",
  ]

  @Test(arguments: names)
  func aWrongShapeIsNamedWithTheCallersFile(name: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name] in
      LayerErrorTests.stop(name)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(Self.sentences[name]!), "\(message)")
    #expect(message.contains("LayerErrorTests.swift:"))
  }

  private struct Stateful: Model {
    var state = Tensor([0.0])
    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
      visitor.visitState("state", &state)
    }
  }

  private static func stop(_ name: String) {
    var training = Pass<Double>(.training)
    var model = Stateful()
    let images = Tensor<Double>.ones([2, 1, 3, 3])
    let lstm = LSTM<Double>(
      weightIH: .ones([8, 3]), weightHH: .ones([8, 2]), bias: .ones([8]))
    switch name {
    case "dropout": _ = Dropout(rate: 1.5)
    case "keep mask": _ = training.keepMask(rate: -1, like: images)
    case "update of another shape": training.update(Tensor([1]), to: Tensor([1, 2]))
    case "update of no state":
      _ = valueWithGradient(at: &model, in: &training) { model, pass in
        pass.update(2 * model.state, to: model.state)
        return model.state.sum()
      }
    case "dense in a pass":
      _ = Dense(weights: Tensor([[1, 2, 3]]), bias: Tensor([0]))(Tensor([1, 2]), in: &training)
    case "batch norm": _ = BatchNorm(features: 2)(.ones([4, 3]), in: &training)
    case "batch norm of one": _ = BatchNorm(features: 2)(.ones([1, 2]), in: &training)
    case "layer norm": _ = LayerNorm(shape: [3])(.ones([3, 2]))
    case "layer norm of nothing": _ = LayerNorm(shape: [])
    case "residual":
      _ = Residual(Dense(weights: Tensor([[1, 2, 3]]), bias: Tensor([0])))(.ones([2, 3]))
    case "convolution":
      _ = Convolution2D(weights: images, bias: Tensor([0, 0]))(.ones([2, 3, 4, 4]))
    case "convolution too large":
      _ = Convolution2D(weights: images, bias: Tensor([0, 0]))(.ones([1, 1, 2, 5]))
    case "convolution's bias": _ = Convolution2D(weights: images, bias: Tensor([0, 0, 0]))
    case "convolution's window":
      _ = Convolution2D(weights: images, bias: Tensor([0, 0]), window: Window(2))
    case "pooling": _ = MaxPooling2D(size: 2)(.ones([4, 4]))
    case "pooling's padding": _ = MaxPooling2D(size: 3, padding: 2)
    case "window": _ = Window(0)
    case "embedding": _ = Embedding(weights: .ones([3, 2]))(Tensor([0, 3]))
    case "embedding between": _ = Embedding(weights: .ones([3, 2]))(Tensor([0.5]))
    case "embedding's weights": _ = Embedding(weights: Tensor([1, 2, 3]))
    case "flatten": _ = Flatten()(Tensor(1.0))
    case "last step": _ = LastStep()(.zeros([0, 2]))
    case "recurrent": _ = lstm(.ones([2, 3]))
    case "recurrent step": _ = lstm(.ones([1, 1, 2]))
    case "recurrent state":
      let state = LSTM.State(hidden: Tensor<Double>.ones([2, 2]), cell: .ones([2, 2]))
      _ = lstm.step(.ones([1, 3]), from: state)
    case "lstm's cell":
      let state = LSTM.State(hidden: Tensor<Double>.ones([1, 2]), cell: .ones([1, 1]))
      _ = lstm.step(.ones([1, 3]), from: state)
    case "lstm's weights":
      _ = LSTM<Double>(weightIH: .ones([8, 3]), weightHH: .ones([8, 2]), bias: .ones([4]))
    case "gru's biases":
      _ = GRU<Double>(
        weightIH: .ones([6, 3]), weightHH: .ones([6, 2]), biasIH: .ones([6]), biasHH: .ones([2]))
    case "permuted": _ = Tensor<Double>.ones([2, 3]).permuted([0, 0])
    case "gather": _ = gather(Tensor<Double>.ones([3, 2]), Tensor([-1]))
    case "gather of a scalar": _ = gather(Tensor(1.0), Tensor([0]))
    case "oneHot": _ = oneHot(Tensor([2.0]), classes: 2)
    case "folded": _ = Tensor<Double>.ones([4, 1]).folded(Window(2), shape: [1, 1, 3, 3])
    case "unstack": _ = unstack(Tensor(1.0))
    case "labels":
      _ = crossEntropy(logits: Tensor<Double>.ones([2, 3]), labels: Tensor([0, 1, 2]))
    default: break
    }
  }
}

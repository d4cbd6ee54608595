/// What a network is being run for.
///
///     var pass = Pass<Double>(.training)
///     pass.phase = .inference
public enum Phase: Equatable, Sendable {
  /// To learn: dropout drops, and batch norm takes the mean and variance of the batch.
  case training
  /// To be used: the same input always gives the same result.
  case inference
}

/// What a run through a network needs in addition to numbers: whether it is training, where random
/// numbers come from, and whether to remember what the layers give.
///
///     var pass = Pass<Double>(.training, using: RandomNumbers(seed: 7))
///     let (loss, gradient) = valueWithGradient(at: &network, in: &pass) { network, pass in
///       crossEntropy(logits: network(x, in: &pass), labels: y)
///     }
///
/// One pass is used for all steps of a training, so that its generator goes on.
public struct Pass<S: Scalar> {
  /// What the network is being run for.
  public var phase: Phase
  /// Where random numbers come from.
  public var generator: RandomNumbers
  /// Whether the results of named layers are remembered in ``activations``.
  public internal(set) var recordsActivations: Bool
  /// The results of the layers, in the order in which they were computed. Taking a gradient
  /// begins a new list.
  public var activations: [RecordedActivation<S>] = []

  /// The names of the parts that are being run.
  private var path: [String] = []
  /// Where a derivative records what is drawn at random, while one is being taken.
  var tape: Tape<S>?
  /// Whether nobody has made the pass: it is that of a layer that is called without one.
  var isImplied = false
  /// Whether a layer that differs in training was run in an implied pass.
  private(set) var missesTraining = false
  /// The place in the caller's code that is named when a shape is wrong.
  var place: (file: StaticString, line: UInt)

  /// A pass of the given phase.
  ///
  /// A wrong shape is reported at the place of this call, or at that of the call for the gradient
  /// that the pass is given to.
  ///
  /// - Parameters:
  ///   - phase: What the network is being run for.
  ///   - generator: Where random numbers come from, by default one of seed 0; inference draws none.
  ///   - recordsActivations: Whether the layers' results are remembered.
  public init(
    _ phase: Phase, using generator: RandomNumbers = RandomNumbers(seed: 0),
    recordsActivations: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.phase = phase
    self.generator = generator
    self.recordsActivations = recordsActivations
    place = (file, line)
  }

  /// Notes that a layer runs otherwise than it would in training.
  @inline(__always)
  mutating func noteInference() {
    if isImplied { missesTraining = true }
  }

  /// Whether the network is being trained.
  public var isTraining: Bool { phase == .training }

  /// Runs a part under its name, by which its result is remembered if results are.
  ///
  ///     let hidden = pass.run("encoder", encoder, x)
  public mutating func run<Part: Layer>(
    _ name: @autoclosure () -> String, _ part: Part, _ x: Tensor<S>
  ) -> Tensor<S> where Part.Number == S {
    guard recordsActivations else { return part(x, in: &self) }
    path.append(name())
    let first = tape?.current.end
    var result = part(x, in: &self)
    if let tape = tape?.current, let first {
      // On the tape, so that it gets a derivative even if it depends on no parameter.
      if result.trace == nil { result = tape.record(.leaf(.constant), result) }
      tape.note(parameterName(path), from: first)
      activations.append(
        RecordedActivation(
          name: parameterName(path), value: result, saturationRange: part.saturationRange))
    } else {
      // Only a gradient that knows of the pass gives derivatives; no tape is to be held for others.
      activations.append(
        RecordedActivation(
          name: parameterName(path), value: result.untraced,
          saturationRange: part.saturationRange))
    }
    path.removeLast()
    return result
  }

  /// Runs what is inside of a part under its name.
  mutating func inside(
    _ name: @autoclosure () -> String, _ body: (inout Pass) -> Tensor<S>
  ) -> Tensor<S> {
    guard recordsActivations else { return body(&self) }
    path.append(name())
    let result = body(&self)
    path.removeLast()
    return result
  }

  /// Remembers what a state of the model, such as a running mean, becomes.
  ///
  /// The model gets it when the gradient has been taken, by the forms of `valueWithGradient` that
  /// take the model as `&model`. Without a gradient being taken nothing keeps it. The new value has
  /// to be computed by operations of tensors.
  ///
  /// Traps unless both have the same shape, and the first is a state of the model.
  public mutating func update(_ state: Tensor<S>, to value: Tensor<S>) {
    require(
      state.shape == value.shape,
      "A state of shape \(state.shape) cannot become one of \(value.shape).", in: self)
    guard let place = state.trace?.resolved else { return }
    _ = Tape.joined(place.tape, value.trace?.tape)
    require(
      place.tape.updateState(place.index, to: value),
      "Only a tensor that the model shows with visitState can be updated.", in: self)
  }

  /// Numbers for dropout: each is 0 with the probability `rate`, else `1 / (1 − rate)`.
  ///
  /// Traps unless the rate is in `0...1`.
  public mutating func keepMask(rate: Double, like x: Tensor<S>) -> Tensor<S> {
    require(rate >= 0 && rate <= 1, "A rate of dropout is in 0...1, not \(rate).", in: self)
    return draw(.keepMask(rate: rate, shape: x.shape), like: x)
  }

  /// Draws a tensor, which a replayed step draws anew.
  mutating func draw(_ operation: RandomOperation, like x: Tensor<S>) -> Tensor<S> {
    let drawn: Tensor<S> = operation.draw(using: &generator)
    guard let tape = tape?.current ?? x.trace?.tape.current else { return drawn }
    return tape.record(.leaf(.random(operation)), drawn)
  }
}

/// A layer's result, as a ``Pass`` has recorded it.
///
///     var pass = Pass<Double>(.training, recordsActivations: true)
///     _ = valueWithGradient(at: &network, in: &pass) { network, pass in network(x, in: &pass).sum() }
///     for layer in pass.activations { print(layer.name, layer.value.shape) }
public struct RecordedActivation<S: Scalar>: Sendable {
  /// The layer's name, such as `layers.0`.
  public let name: String
  /// The layer's result.
  public var value: Tensor<S>
  /// The derivative with respect to it, if a gradient has been taken.
  public var gradient: Tensor<S>?
  /// The layer's ``Layer/saturationRange``.
  public let saturationRange: ClosedRange<Double>?
}

/// Stops the program unless a condition holds, naming the caller of the pass.
@inline(__always)
func require<S: Scalar>(_ condition: Bool, _ message: @autoclosure () -> String, in pass: Pass<S>) {
  if !condition { fail(message(), file: pass.place.file, line: pass.place.line) }
}

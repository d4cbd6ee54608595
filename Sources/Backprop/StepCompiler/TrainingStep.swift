/// A step of training that is recorded when it is first taken, and from then on replayed as a
/// compiled program.
///
///     var step = TrainingStep(
///       model: network, optimizer: Adam(learningRate: 0.001)
///     ) { network, images, labels in
///       crossEntropy(logits: network(images), labels: labels)
///     }
///     for (images, labels) in batches {
///       let loss = step(images, labels)
///     }
///     let trained = step.model
///
/// A step is the same as taking `valueWithGradient` and calling the optimizer's `update`, with the
/// same numbers to the last bit, but it allocates nothing, goes through memory fewer times, and
/// leaves out what does not change.
///
/// The first two steps for each shape of inputs run the closure and record what it computes; when
/// both have recorded the same, the closure is not called again for that shape. So it must say all
/// that changes from step to step by its arguments: numbers from elsewhere are taken as they were,
/// and decisions are those of the recording. A closure that looks at a computed number, by `item`
/// or `scalars`, that draws random numbers of its own, or that computes with other constants the second
/// time, is not replayed but called in every step; ``isReplayed`` tells. When something from outside has
/// changed after that, ``forgetRecordings()`` has it taken as it is now.
public struct TrainingStep<M: Model, O: Optimizer> where O.Number == M.Number {
  /// What is to become small: a number computed from the model, inputs and targets in a pass.
  public typealias Loss = (
    _ model: M, _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>,
    _ pass: inout Pass<M.Number>
  ) -> Tensor<M.Number>

  /// The rule by which the parameters move, with its state.
  public var optimizer: O
  /// The pass in which the loss is computed: its generator goes on from step to step.
  public var pass: Pass<M.Number>
  /// The kernels that compute a replayed step.
  public let backend: Backend
  /// What becomes of each gradient before the parameters move along it; nil to take it as it is.
  ///
  ///     step.gradientTransform = { $0.clipped(toGlobalNorm: 1) }
  public var gradientTransform: ((_ gradient: M) -> M)?

  private let loss: Loss
  /// The model, unless a recorded step has its parameters.
  private var ownModel: M
  private var recordings: [Recording<M.Number>] = []
  /// The recording whose memory has the parameters.
  private var active: RecordedStep<M.Number>?
  private var cannotBeReplayed = false
  /// The phase in which the recordings were made.
  private var phase: Phase
  /// Whether the last step was replayed, rather than computed by calling the closure.
  public private(set) var isReplayed = false
  private var place: (file: StaticString, line: UInt)

  /// A step for a loss that is computed in a pass, as layers such as dropout and batch norm need.
  /// Traps, when it is taken, unless the loss is one number.
  public init(
    model: M, optimizer: O, pass: Pass<M.Number>, backend: Backend = .deterministic,
    file: StaticString = #fileID, line: UInt = #line, loss: @escaping Loss
  ) {
    ownModel = model
    self.optimizer = optimizer
    self.pass = pass
    phase = pass.phase
    self.backend = backend
    self.loss = loss
    place = (file, line)
  }

  /// A step for a loss that is computed from the model, inputs and targets. Traps, when it is
  /// taken, unless the loss is one number.
  public init(
    model: M, optimizer: O, backend: Backend = .deterministic, file: StaticString = #fileID,
    line: UInt = #line,
    loss:
      @escaping (_ model: M, _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>) ->
      Tensor<M.Number>
  ) {
    self.init(
      model: model, optimizer: optimizer, pass: Pass(.training, file: file, line: line),
      backend: backend, file: file, line: line
    ) { model, inputs, targets, _ in loss(model, inputs, targets) }
  }

  /// The model with its parameters and states as they are now.
  public var model: M {
    get {
      guard let active else { return ownModel }
      var model = ownModel
      let (parameters, states) = (active.parameters, active.states)
      var (parameter, state) = (0, 0)
      model.updateTensors { _, isState, tensor in
        if isState {
          tensor = states[state]
          state += 1
        } else {
          tensor = parameters[parameter]
          parameter += 1
        }
      }
      return model
    }
    set {
      active = nil
      let isSameKind = shapes(of: newValue) == shapes(of: ownModel)
      ownModel = newValue
      if !isSameKind { recordings = [] }
    }
  }

  /// Takes one step, and gives the loss before it.
  ///
  /// Traps unless the loss is one number.
  @_specialize(where M == Network<Double>, O == SGD<Double>)
  @_specialize(where M == Network<Double>, O == Momentum<Double>)
  @_specialize(where M == Network<Double>, O == Adam<Double>)
  @_specialize(where M == Network<Float>, O == SGD<Float>)
  @_specialize(where M == Network<Float>, O == Momentum<Float>)
  @_specialize(where M == Network<Float>, O == Adam<Float>)
  public mutating func callAsFunction(
    _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>
  ) -> M.Number {
    if let isSameShape = active?.takes(inputs, targets), isSameShape, pass.phase == phase,
      !pass.recordsActivations
    {
      // A copy of this value goes on with parameters of its own.
      if !isKnownUniquelyReferenced(&active) { active = active.map(RecordedStep.init(copying:)) }
      isReplayed = true
      let step = active.unsafelyUnwrapped
      let loss = step.run(inputs, targets, backend, &pass.generator)
      optimizer.beginStep()
      if let gradientTransform {
        let slopes = gradientTransform(ownModel.withParameterValues(step.gradients)).parameterValues
        step.eachParameter { parameter, slope, index in
          require(
            index < slopes.count && slopes[index].count == slope.count,
            "The transformed gradient is not that of the model.", file: place.file,
            line: place.line)
          slopes[index].values.withUnsafeBufferPointer {
            optimizer.update(parameter, along: $0, at: index)
          }
        }
      } else {
        step.eachParameter { optimizer.update($0, along: $1, at: $2) }
      }
      return loss
    }
    return stepOfOtherShape(inputs, targets)
  }

  /// Takes so many steps on the same inputs and targets, and gives the loss before each.
  ///
  /// The same as calling the step as often, to the last bit; a step on a few numbers takes less time.
  /// Traps unless the loss is one number, and for a negative number of times.
  @_specialize(where M == Network<Double>, O == SGD<Double>)
  @_specialize(where M == Network<Double>, O == Momentum<Double>)
  @_specialize(where M == Network<Double>, O == Adam<Double>)
  @_specialize(where M == Network<Float>, O == SGD<Float>)
  @_specialize(where M == Network<Float>, O == Momentum<Float>)
  @_specialize(where M == Network<Float>, O == Adam<Float>)
  public mutating func run(
    _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>, times: Int,
    file: StaticString = #fileID, line: UInt = #line
  ) -> [M.Number] {
    require(times >= 0, "A step can't be taken \(times) times.", file: file, line: line)
    var losses: [M.Number] = []
    losses.reserveCapacity(times)
    while losses.count < times {
      losses.append(self(inputs, targets))
      guard isReplayed, let step = active, gradientTransform == nil else { continue }
      // The program's memory is this value's alone, and holds the input.
      while losses.count < times {
        losses.append(step.runAgain(backend, &pass.generator))
        optimizer.beginStep()
        step.eachParameter { optimizer.update($0, along: $1, at: $2) }
      }
    }
    return losses
  }

  /// Has the closure called and recorded again: for when something has changed that it takes from outside of
  /// its arguments, such as a weight that grows with the epochs.
  ///
  ///     if epoch == 10 {
  ///       beta = 1
  ///       step.forgetRecordings()
  ///     }
  public mutating func forgetRecordings() {
    ownModel = model
    active = nil
    recordings = []
    phase = pass.phase
    cannotBeReplayed = false
  }

  // MARK: Recording

  private func shapes(of model: M) -> [[Int]] { model.tensors.map { $0.value.shape } }

  // Not specialised with its callers: it is long, and runs twice.
  @inline(never)
  @_semantics("optimize.sil.specialize.generic.never")
  private mutating func stepOfOtherShape(
    _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>
  ) -> M.Number {
    ownModel = model
    active = nil
    isReplayed = false
    if pass.phase != phase { forgetRecordings() }
    if cannotBeReplayed || pass.recordsActivations { return eagerStep(inputs, targets) }
    let known = recordings.firstIndex {
      $0.inputShape == inputs.shape && $0.targetShape == targets.shape
    }
    if let known, let program = recordings[known].program {
      let step = RecordedStep(program)
      step.take(
        parameters: ownModel.parameterValues, states: ownModel.states.map { $0.value })
      optimizer.prepare(
        for: ownModel.parameterValues.map { $0.shape }, file: place.file, line: place.line)
      active = step
      return self(inputs, targets)
    }
    return recordingStep(inputs, targets, as: known)
  }

  /// A step that calls the closure.
  private mutating func eagerStep(
    _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>
  ) -> M.Number {
    let loss = loss
    let (value, gradient) = valueWithGradient(
      at: &ownModel, in: &pass, file: place.file, line: place.line
    ) { model, pass in loss(model, inputs, targets, &pass) }
    move(along: gradient)
    return value
  }

  private mutating func recordingStep(
    _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>, as known: Int?
  ) -> M.Number {
    let point = TrackedPoint(ownModel)
    guard let firstTape = point.tape else { return eagerStep(inputs, targets) }
    firstTape.isForReplay = true
    let x = firstTape.record(.leaf(.constant), inputs.untraced)
    let y = firstTape.record(.leaf(.constant), targets.untraced)
    let (loss, generator) = (loss, pass.generator)
    let derivative = Derivative(
      at: point, in: &pass, file: place.file, line: place.line
    ) { loss($0, x, y, &$1) }
    derivative.requireOneNumber(file: place.file, line: place.line)
    // A derivative that the loss takes of its own may have made the tape join another.
    let tape = firstTape.current
    let value = derivative.value
    let slopes = derivative.derivatives(
      seed: Tensor(repeating: 1, shape: value.shape), recording: true)
    derivative.end()
    derivative.requireDependence(slopes, file: place.file, line: place.line)
    if tape.wasRead {
      cannotBeReplayed = true
      recordings = []
    } else {
      let graph = StepGraph(
        tape,
        StepGraph.Marks(
          parameters: point.places.map { $0.resolved.index },
          states: point.states.map { $0.resolved.index },
          inputs: [tape.index(of: x), tape.index(of: y)], loss: derivative.place(on: tape),
          gradients: slopes.map { tape.index(of: $0) },
          nextStates: point.states.map { tape.updatedState($0.resolved.index) }))
      // What the closure has drawn in other ways than by layers would not be drawn again.
      if graph.generator(after: generator) == pass.generator {
        remember(graph, inputs, targets, as: known)
      } else {
        cannotBeReplayed = true
        recordings = []
      }
    }

    derivative.updateStates(of: &ownModel)
    move(along: point.gradient(from: slopes.map { $0.untraced }))
    return value.values[0]
  }

  /// Moves the parameters of the model that no recorded step has.
  private mutating func move(along gradient: M) {
    optimizer.update(
      &ownModel, along: gradientTransform?(gradient) ?? gradient, file: place.file,
      line: place.line)
  }

  private mutating func remember(
    _ graph: StepGraph<M.Number>, _ inputs: Tensor<M.Number>, _ targets: Tensor<M.Number>,
    as known: Int?
  ) {
    guard let known else {
      recordings.append(
        Recording(inputShape: inputs.shape, targetShape: targets.shape, graph: graph))
      return
    }
    if let first = recordings[known].graph, first.isSame(as: graph) {
      recordings[known].program = StepProgram(graph, for: backend)
      recordings[known].graph = nil
    } else {
      cannotBeReplayed = true
      recordings = []
    }
  }
}

/// What is known of a step for inputs of given shapes.
private struct Recording<S: Scalar> {
  let inputShape: [Int]
  let targetShape: [Int]
  /// What was recorded first, until it has been recorded again.
  var graph: StepGraph<S>?
  /// The program, when both recordings were the same.
  var program: StepProgram<S>?
}

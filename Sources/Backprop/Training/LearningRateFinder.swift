/// How the loss of a model goes as the learning rate grows from step to step.
///
///     let curve = learningRateCurve(
///       of: network, optimizer: SGD(learningRate: 0), on: data, batchSize: 32, using: generator
///     ) { network, inputs, targets, pass in
///       meanSquaredError(network(inputs, in: &pass), targets)
///     }
///     curve.suggestion                                  // where the loss falls most steeply
///     zip(curve.rates, curve.smoothedLosses)            // to be drawn, the rates on a logarithmic axis
///
/// Source: L. Smith, "Cyclical learning rates for training neural networks", WACV (2017), section 3.3.
public struct LearningRateCurve<S: Scalar>: Equatable, Sendable {
  /// The learning rate of each step.
  public let rates: [S]
  /// The loss of each step, on its batch and before the parameters moved.
  public let losses: [S]
  /// The losses, each averaged with those before it.
  public let smoothedLosses: [S]

  /// The learning rate at which the smoothed loss falls most steeply with the rate's logarithm; nil
  /// for fewer than three steps, or if it falls nowhere.
  ///
  /// The slope is that of the central difference. The first tenth of the steps is left out, where
  /// little was averaged.
  public var suggestion: S? {
    var (best, place): (S, Int?) = (0, nil)
    for i in max(1, rates.count / 10)..<max(1, rates.count / 10, rates.count - 1) {
      let slope = (smoothedLosses[i + 1] - smoothedLosses[i - 1]) / 2
      if slope < best { (best, place) = (slope, i) }
    }
    return place.map { rates[$0] }
  }

  /// The learning rate at which the smoothed loss is smallest: a bound for the one to choose, since
  /// beyond it steps are too long. Nil for no steps.
  public var rateOfSmallestLoss: S? {
    var place: Int?
    for (i, loss) in smoothedLosses.enumerated()
    where place.map({ loss < smoothedLosses[$0] }) ?? true {
      place = i
    }
    return place.map { rates[$0] }
  }
}

/// Trains a copy of a model while the learning rate grows from step to step, and watches the loss: the
/// learning-rate range test.
///
///     let curve = learningRateCurve(
///       of: network, optimizer: SGD(learningRate: 0), on: data, batchSize: 32,
///       using: RandomNumbers(seed: 1)
///     ) { network, inputs, targets, pass in
///       meanSquaredError(network(inputs, in: &pass), targets)
///     }
///     curve.suggestion
///
/// In step `k` of `n`, counted from 0, the rate is `low (high / low)^(k / (n − 1))`. With the loss `ℓ`
/// of each step the average `a ← β a + (1 − β) ℓ` begins at 0, which `a / (1 − βᵏ⁺¹)` makes up for. The
/// test ends before `n` steps when that is NaN or above four times the smallest one so far.
///
/// Source: L. Smith, "Cyclical learning rates for training neural networks", WACV (2017), section 3.3.
///
/// - Parameters:
///   - rates: From `low`, which must be above 0, to `high`.
///   - steps: `n`, 2 or more.
///   - smoothing: `β`, from 0 to less than 1.
///   - generator: Where the order of examples, and what layers draw, come from.
///
/// Traps for other arguments, and if there is no example.
public func learningRateCurve<M: Model, O: Optimizer>(
  of model: M, optimizer: O, on data: Dataset<M.Number>, batchSize: Int,
  rates: ClosedRange<M.Number> = 1e-7...10, steps: Int = 100, smoothing: M.Number = 0.9,
  using generator: RandomNumbers, file: StaticString = #fileID, line: UInt = #line,
  loss: @escaping Trainer<M, O>.Loss
) -> LearningRateCurve<M.Number> where O.Number == M.Number {
  require(
    rates.lowerBound > 0 && steps >= 2 && smoothing >= 0 && smoothing < 1,
    "A range test takes rates above 0, two steps or more and a smoothing in 0..<1, not "
      + "\(Double(rates.lowerBound)), \(steps) and \(Double(smoothing)).", file: file, line: line)
  // The learning rate is the optimizer's, which the closure can set after each step.
  var trainer = Trainer(
    model: model, optimizer: optimizer, batchSize: min(batchSize, max(data.count, 1)),
    dropsRest: true, generator: generator, file: file, line: line, loss: loss)
  let ratio = rates.upperBound / rates.lowerBound
  func rate(_ step: Int) -> M.Number {
    rates.lowerBound * M.Number.pow(ratio, M.Number(step) / M.Number(steps - 1))
  }
  var (tried, losses, smoothed): ([M.Number], [M.Number], [M.Number]) = ([], [], [])
  var (average, weight, smallest): (M.Number, M.Number, M.Number) = (0, 1, .infinity)
  trainer.optimizer.learningRate = rate(0)
  trainer.train(on: data, epochs: .max, file: file, line: line) { event, trainer in
    guard case .step(let record) = event else { return .proceed }
    average = smoothing * average + (1 - smoothing) * record.loss
    weight *= smoothing
    let level = average / (1 - weight)
    if !(level <= 4 * smallest) || !level.isFinite { return .stop }
    tried.append(record.learningRate)
    losses.append(record.loss)
    smoothed.append(level)
    smallest = min(smallest, level)
    trainer.optimizer.learningRate = rate(tried.count)
    return tried.count < steps ? .proceed : .stop
  }
  return LearningRateCurve(rates: tried, losses: losses, smoothedLosses: smoothed)
}

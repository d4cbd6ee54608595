import Testing

@testable import Backprop

/// Whatever takes numbers off the tape, a step has the bits of an eager one: it replays them, or calls
/// its closure.
@Suite struct LeavingTheTapeTests {
  /// A way in which numbers leave the tape.
  enum Exit: CaseIterable {
    case detached, detachedTwice, classes, place, norm, clippedGradient, conversion, equality, text
    case flippedColumns, flippedRows, window, noise, augmentation, numbers, changedNumbers
    case standardizer, scaler, fillings, filled, rows, labels, oneHotRows, determination, statistics
    case histogram, decayed, moved, innerValue, innerSlope, secondDerivatives, graphValue

    /// Whether the step can be replayed all the same.
    var isReplayed: Bool { [.detached, .detachedTwice, .innerSlope].contains(self) }
  }

  @Test(arguments: Exit.allCases, [0, 1, 2, 3])
  func itIsComputedAnewFromInputsThatRepeatAndThenChange(exit: Exit, seed: Int) {
    if seed % 2 == 0 {
      check([exit], UInt64(seed), Double.self)
    } else {
      check([exit], UInt64(seed), Float.self)
    }
  }

  @Test(arguments: 0..<60)
  func severalInOneExpressionAreComputedAnew(seed: Int) {
    var generator = RandomNumbers(seed: UInt64(seed))
    let exits = (0..<3).map { _ in
      Exit.allCases[generator.integer(in: 0..<Exit.allCases.count)]
    }
    if seed % 2 == 0 {
      check(exits, UInt64(seed), Double.self)
    } else {
      check(exits, UInt64(seed), Float.self)
    }
  }

  private func check<S: Scalar>(_ exits: [Exit], _ seed: UInt64, _ type: S.Type) {
    var generator = RandomNumbers(seed: seed &+ 77)
    let shape = [generator.integer(in: 3..<6), generator.integer(in: 2..<7)]
    let start = [shape, [shape[1]], []].map {
      Tensor<S>.uniform(in: -1...1, shape: $0, using: &generator)
    }
    // The first repeats until the step could be replayed.
    let inputs = (0..<4).map { _ in
      Tensor<S>.uniform(in: -1...1, shape: shape, using: &generator)
    }
    let targets = Tensor<S>.uniform(in: -1...1, shape: shape, using: &generator)
    func loss(_ point: [Tensor<S>], _ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
      var choices = RandomNumbers(seed: seed &+ 1000)
      var pool = point + [x, y]
      for exit in exits {
        // With a rate of 0 the parameters stay, so that what leaves is the same in both recordings.
        let source = choices.integer(in: 0..<2) == 0 ? x : x * 2 - tanh(x)
        pool.append(leaving(exit, source, start[0], &choices))
        for _ in 0..<4 {
          let a = pool[choices.integer(in: 0..<pool.count)]
          let b = pool[choices.integer(in: 0..<pool.count)]
          let kind = choices.integer(in: 0..<30)
          if let result = RandomExpressionTests().operation(kind, a, b, &choices),
            result.count < 500
          {
            pool.append(result)
          }
        }
      }
      return pool.map { tanh($0 * point[2]).mean() }.reduce(Tensor(S(0))) { $0 + $1 }
    }

    for rate in [0, 0.01] as [S] {
      var step = TrainingStep(model: start, optimizer: SGD(learningRate: rate)) {
        loss($0, $1, $2)
      }
      var point = start
      var optimizer = SGD<S>(learningRate: rate)
      for (count, input) in [0, 0, 0, 1, 2, 3, 1].enumerated() {
        let x = inputs[input]
        let (value, gradient) = valueWithGradient(at: point) { loss($0, x, targets) }
        optimizer.update(&point, along: gradient)
        #expect(step(x, targets) == value, "loss in step \(count) at rate \(rate)")
        for (index, tensor) in step.model.enumerated() {
          #expect(tensor.scalars == point[index].scalars, "parameter \(index) in step \(count)")
        }
      }
      if exits.allSatisfy({ $0.isReplayed }) { #expect(step.isReplayed) }
    }
  }

  /// What a tensor `[m, n]` becomes by leaving the tape: again `[m, n]`, or one number.
  private func leaving<S: Scalar>(
    _ exit: Exit, _ x: Tensor<S>, _ other: Tensor<S>, _ choices: inout RandomNumbers
  ) -> Tensor<S> {
    var generator = RandomNumbers(seed: 3)
    func number(_ value: Double) -> Tensor<S> { Tensor(S(value)) }
    switch exit {
    case .detached: return x.detached
    case .detachedTwice: return (x.detached * 2).detached + x
    case .classes: return Tensor(predictedClasses(x).map { S($0) }).mean()
    case .place: return number(Double(x.argmax()))
    case .norm: return Tensor([x].globalNorm)
    case .clippedGradient: return x.clipped(toGlobalNorm: 0.5) + x.clipped(toValue: 0.25)
    case .conversion: return Tensor<S>(converting: square(Tensor<Float>(converting: x)))
    case .equality: return number(x == other ? 1 : 0) + number(abs(x) == x ? 1 : 0)
    case .text: return number(Double(x.description.utf8.reduce(0) { $0 + Int($1) }) / 1000)
    case .flippedColumns: return x.flippedHorizontally()
    case .flippedRows: return x.flippedVertically()
    case .window:
      return x.window(top: -1, left: 0, height: x.shape[0], width: x.shape[1], filling: 2)
    case .noise: return x.withNoise(standardDeviation: 0.5, using: &generator)
    case .augmentation:
      return x.reshaped([1] + x.shape)
        .augmented(by: [.shift(rows: 1, columns: 1)], using: &generator).reshaped(x.shape)
    case .numbers: return Tensor(shape: x.shape, scalars: x.scalars.map { $0 * 3 })
    case .changedNumbers:
      var changed = x
      changed.scalars[1] += 1
      return changed
    case .standardizer: return Standardizer(fitting: x).transform(other)
    case .scaler: return MinMaxScaler(fitting: x).transform(other)
    case .fillings: return Imputer(fitting: x, with: .median).fillings.sum()
    case .filled: return Imputer(fitting: other, with: .mean).fill(x)
    case .rows:
      let data = Dataset(inputs: x, targets: x).selecting([1, 0, 2])
      return data.inputs.sum() + data.targets.mean()
    case .labels:
      let classes = abs(x * 100).scalars.map { $0.rounded() }
      let data = Dataset(inputs: x, targets: Tensor(Array(classes.prefix(x.shape[0]))))
      return number(Double(data.labels.reduce(0, +)) / 100)
    case .oneHotRows:
      let data = Dataset(inputs: x, targets: maximum(x.sum(axis: 1) * 0, 0))
      return data.withOneHotTargets(classes: 3).targets.sum() * x.detached
    case .determination: return Tensor(rSquared(x, other))
    case .statistics: return number(TensorStatistics(of: x).mean)
    case .histogram:
      let counts = TensorHistogram(of: x, bins: .count(4)).counts
      return number(Double(counts[0] + 3 * counts[1] - counts[2]))
    case .decayed:
      var copy = x
      copy.decay(by: 0.125)
      return copy
    case .moved:
      var (copy, optimizer) = (x, Momentum<S>(learningRate: 0.5))
      optimizer.update(&copy, along: square(x))
      return copy
    case .innerValue:
      return Tensor(Backprop.valueWithGradient(at: other, of: { ($0 * x).sum() }).value)
    case .innerSlope: return Backprop.gradient(at: other, of: { (square($0) * x).sum() })
    case .secondDerivatives:
      return Backprop.hessian(at: other[0], of: { (square($0) * x[0] * x[1]).sum() }).sum()
    case .graphValue:
      return computationGraph(of: S.self) { named in
        (square(named("w", other[0])) * x[0]).sum()
      }.result.value
    }
  }
}

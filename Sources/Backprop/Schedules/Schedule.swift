/// How a number, most often the learning rate, changes with the steps of a training.
///
/// A schedule is a value: it is called with a step's number, from 0 on, and larger ones are composed
/// of smaller ones.
///
///     let schedule = Schedule.warmUp(from: 0.1, over: 100, then: .cosine(from: 0.5, over: 900))
///     for step in 0..<1000 {
///       optimizer.learningRate = schedule(step)
///       …
///     }
public indirect enum Schedule: Equatable, Sendable {
  /// `η`, always.
  case constant(Double)
  /// `η₀ · factorᵏ` with `k = ⌊t / every⌋`: the same for some steps, then a part of it.
  case step(from: Double, factor: Double, every: Int)
  /// `η₀ · factorᵗ`.
  case exponential(from: Double, factor: Double)
  /// `η₀ / (1 + k t)`, with `k` the decay.
  case inverseTime(from: Double, decay: Double)
  /// `η₁ + ½ (η₀ − η₁) (1 + cos(π t / T))`, half a wave from `η₀` to `η₁`, where it stays after `T`
  /// steps.
  ///
  /// Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts",
  /// ICLR (2017), without the restarts.
  case cosine(from: Double, to: Double = 0, over: Int)
  /// `η₁ + (η₀ − η₁) (1 − t / T)ᵖ`, with `p` the power, from `η₀` to `η₁`, where it stays after `T` steps.
  case polynomial(from: Double, to: Double = 0, over: Int, power: Double = 1)
  /// Half a wave as ``cosine(from:to:over:)`` again and again: the first over `T` steps, each of the others
  /// `growth` times as long as the one before.
  ///
  /// Source: as there.
  case warmRestarts(from: Double, to: Double = 0, over: Int, growth: Int = 1)
  /// A straight line to the start of another schedule, which takes over after `T` steps: of its
  /// first value the part `f + (1 − f) t / T`, with `f` the part to begin from.
  case warmUp(from: Double, over: Int, then: Schedule)
  /// Up to a peak and down again, each along half a wave of a cosine.
  ///
  /// Of `T` steps the part `rise` leads from `peak / startDivisor` to the peak, which is at step
  /// `rise · T − 1`; the others down to the start over `endDivisor` at step `T − 1`, where it stays.
  ///
  /// Source: L. Smith and N. Topin, "Super-convergence: very fast training of neural networks using
  /// large learning rates", arXiv:1708.07120; with PyTorch's defaults.
  case oneCycle(
    peak: Double, over: Int, rise: Double = 0.3, startDivisor: Double = 25,
    endDivisor: Double = 10_000)
  /// One schedule for the given number of steps, then another, whose steps count from 0.
  case sequence(Schedule, for: Int, then: Schedule)
  /// A factor times another schedule.
  case scaled(by: Double, Schedule)

  /// The value in a step, counted from 0.
  ///
  /// Traps for a negative step, where it would run over less than one step, for a first
  /// schedule of fewer than none, and for a rise that is no part of a cycle.
  public func callAsFunction(
    _ step: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    require(step >= 0, "A schedule has no step \(step).", file: file, line: line)
    func requirePositive(_ steps: Int) {
      require(steps > 0, "A schedule cannot run over \(steps) steps.", file: file, line: line)
    }
    let t = Double(step)
    switch self {
    case .constant(let value): return value
    case .step(let start, let factor, let every):
      requirePositive(every)
      return start * pow(factor, Double(step / every))
    case .exponential(let start, let factor): return start * pow(factor, t)
    case .inverseTime(let start, let decay): return start / (1 + decay * t)
    case .cosine(let start, let end, let length):
      requirePositive(length)
      return halfWave(from: start, to: end, at: t / Double(length))
    case .polynomial(let start, let end, let length, let power):
      requirePositive(length)
      return end + (start - end) * pow(1 - min(t / Double(length), 1), power)
    case .warmRestarts(let start, let end, let length, let growth):
      requirePositive(length)
      requirePositive(growth)
      var (left, period) = (step, length)
      if growth == 1 { left %= length }
      while left >= period {
        left -= period
        period *= growth
      }
      return halfWave(from: start, to: end, at: Double(left) / Double(period))
    case .warmUp(let part, let length, let then):
      requirePositive(length)
      if step >= length { return then(step - length, file: file, line: line) }
      return then(0, file: file, line: line) * (part + (1 - part) * (t / Double(length)))
    case .oneCycle(let peak, let length, let rise, let startDivisor, let endDivisor):
      requirePositive(length)
      require(
        rise >= 0 && rise <= 1, "The part of a cycle that rises is in 0...1, not \(rise).",
        file: file, line: line)
      let start = peak / startDivisor
      let top = rise * Double(length) - 1
      if t < top { return halfWave(from: start, to: peak, at: t / top) }
      let rest = Double(length - 1) - top
      // Where nothing is left to come down in, the last step is the peak.
      let part = rest > 0 ? (t - top) / rest : (t > top ? 1 : 0)
      return halfWave(from: peak, to: start / endDivisor, at: part)
    case .sequence(let first, let length, let then):
      require(
        length >= 0, "A schedule cannot run for \(length) steps.", file: file, line: line)
      return step < length
        ? first(step, file: file, line: line) : then(step - length, file: file, line: line)
    case .scaled(let factor, let schedule): return factor * schedule(step, file: file, line: line)
    }
  }
}

/// Half a wave of a cosine from one value, at 0, to another, at 1 and beyond.
private func halfWave(from start: Double, to end: Double, at part: Double) -> Double {
  if part >= 1 { return end }
  // What is added to the end and taken from it again may not come out as the start.
  if part <= 0 { return start }
  return end + 0.5 * (start - end) * (1 + cos(Double.pi * part))
}

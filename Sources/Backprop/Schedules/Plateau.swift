/// A learning rate that falls when a loss has stopped falling.
///
///     var rate = Plateau(from: 0.1, factor: 0.5, patience: 3)
///     optimizer.learningRate = rate(validationLoss)      // once an epoch
///
/// A loss is better if it is below the best so far by more than the part `threshold` of that. When more than
/// `patience` losses in a row were not, the rate is multiplied by the factor, down to the least, and counting
/// begins anew. PyTorch's `ReduceLROnPlateau` gives the same.
public struct Plateau: Equatable, Sendable {
  /// The rate now.
  public private(set) var rate: Double
  /// By what it is multiplied.
  public let factor: Double
  /// How many losses in a row may be no better.
  public let patience: Int
  /// By which part a loss must be below the best.
  public let threshold: Double
  /// The rate below which it does not fall.
  public let least: Double
  /// The smallest loss so far.
  public private(set) var best = Double.infinity
  /// How many losses in a row were no better.
  public private(set) var waiting = 0

  /// A rate that begins with a value. Traps unless the factor is in `0..<1` and the patience 0 or more.
  public init(
    from rate: Double, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    least: Double = 0, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      factor >= 0 && factor < 1 && patience >= 0,
      "A plateau's factor is in 0..<1 and its patience 0 or more, not \(factor) and \(patience).",
      file: file, line: line)
    (self.rate, self.factor, self.patience) = (rate, factor, patience)
    (self.threshold, self.least) = (threshold, least)
  }

  /// Takes the next loss, and gives the rate from now on.
  public mutating func callAsFunction(_ loss: Double) -> Double {
    if loss < best * (1 - threshold) {
      (best, waiting) = (loss, 0)
    } else {
      waiting += 1
    }
    if waiting > patience {
      let next = max(rate * factor, least)
      if rate - next > 1e-8 { rate = next }
      waiting = 0
    }
    return rate
  }
}

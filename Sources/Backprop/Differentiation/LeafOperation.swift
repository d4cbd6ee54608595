/// Where a value comes from that was computed from no other.
public enum LeafOperation: Equatable, Sendable {
  /// A value that derivatives are taken with respect to.
  case parameter
  /// A value that they are not taken with respect to.
  case constant
  /// A tensor of the model that is not trained, such as a running mean.
  case state
  /// A value that was drawn.
  case random(RandomOperation)

  /// The symbol that stands for it in a drawing; empty for a value that was given.
  public var symbol: String {
    switch self {
    case .parameter, .constant, .state: ""
    case .random(let operation): operation.symbol
    }
  }
}

/// A tensor that is drawn at random, again in each step of training.
public enum RandomOperation: Equatable, Sendable {
  /// Dropout's mask: each number is 0 with the probability `rate`, else `1 / (1 − rate)`.
  case keepMask(rate: Double, shape: [Int])
  /// Numbers in `0..<1`, each equally likely.
  case uniform(shape: [Int])

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .keepMask: "mask"
    case .uniform: "random"
    }
  }
}

extension Model {
  /// Draws each number towards zero by a part of itself, `θ ← (1 − rate) θ`: weight decay that is no part
  /// of the loss.
  ///
  ///     network.decay(by: optimizer.learningRate * 0.01) { $0.hasSuffix("weights") }
  ///     optimizer.update(&network, along: gradient)
  ///
  /// In plain gradient descent with the learning rate `η` it does the same as
  /// ``halfL2Penalty(_:strength:where:)`` of the strength `rate / η` in the loss. An optimizer that
  /// divides gradients by their size, such as ``Adam``, would divide the penalty's part too, and let
  /// numbers with large gradients decay less; this decays all alike. ``AdamW`` does it in its step, for
  /// all parameters; here biases and the scales of norms can be left out.
  ///
  /// - Parameters:
  ///   - rate: Which part of each number goes, most often the learning rate times a decay `λ`.
  ///   - isDecayed: Says of a parameter's name whether it decays; all do, if left out.
  ///
  /// Traps unless the rate is in `0...1`.
  ///
  /// Source: I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", ICLR (2019).
  public mutating func decay(
    by rate: Number, file: StaticString = #fileID, line: UInt = #line,
    where isDecayed: (_ name: String) -> Bool = { _ in true }
  ) {
    require(
      rate >= 0 && rate <= 1, "Weights decay by a part in 0...1, not \(rate).", file: file,
      line: line)
    updateParameters { path, parameter in
      guard isDecayed(parameterName(path)) else { return }
      scale(&parameter.values, by: 1 - rate)
    }
  }
}

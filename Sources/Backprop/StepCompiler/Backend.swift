/// Which kernels compute a recorded step.
public enum Backend: Equatable, Sendable {
  /// The same bits on every machine, as in an eager step: every product and every sum is rounded,
  /// and sums run in a fixed order.
  case deterministic
  /// Faster where the machine can multiply and add in one rounding, and with a library for large
  /// products. It gives up equal bits: results differ in the last digits from machine to machine,
  /// and from ``deterministic``.
  case accelerated
}

// The processor's own way with numbers below the smallest normal one. It is changed for the accelerated
// backend alone: the other one has the same bits on every machine.

#if arch(x86_64)
  @_silgen_name("llvm.x86.sse.stmxcsr")
  private func storeControl(_ place: UnsafeMutablePointer<UInt32>)
  @_silgen_name("llvm.x86.sse.ldmxcsr")
  private func loadControl(_ place: UnsafePointer<UInt32>)
#elseif arch(arm64)
  @_silgen_name("llvm.aarch64.get.fpcr")
  private func floatingPointControl() -> UInt64
  @_silgen_name("llvm.aarch64.set.fpcr")
  private func setFloatingPointControl(_ word: UInt64)
#endif

/// How the processor takes subnormal numbers.
enum SubnormalNumbers {
  /// Calls a closure while subnormal numbers, read or computed, are zeros, which takes no longer than other
  /// numbers do; then they are again what they were. Where a processor has no such mode nothing changes, nor
  /// if the condition does not hold.
  @inline(__always)
  static func flushed<Result>(if condition: Bool = true, _ body: () -> Result) -> Result {
    #if arch(x86_64)
      var before: UInt32 = 0
      if condition {
        storeControl(&before)
        // Flush to zero, and denormals are zeros.
        var during = before | 0x8040
        loadControl(&during)
      }
      defer { if condition { loadControl(&before) } }
    #elseif arch(arm64)
      var before: UInt64 = 0
      if condition {
        before = floatingPointControl()
        setFloatingPointControl(before | (1 << 24))
      }
      defer { if condition { setFloatingPointControl(before) } }
    #endif
    return body()
  }
}

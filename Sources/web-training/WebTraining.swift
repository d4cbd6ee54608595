import CWebAssembly

/// Trains small networks, draws figures and prints what came out to the last bit; natively, and in WebAssembly,
/// where a page or Node calls what is exported.
@main
enum WebTraining {
  static func main() {
    traceElementaryFunctions()
    traceTrainings()
    traceDrawings()
  }
}

#if arch(wasm32)
  /// Prints the same as the native program.
  @_expose(wasm, "trace") @c
  func trace() {
    WebTraining.main()
  }
#endif

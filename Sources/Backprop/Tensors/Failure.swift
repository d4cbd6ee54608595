/// Stops the program with a sentence about a programmer's error, at the place of the caller.
///
/// `precondition` would lose its message in an optimised build.
@inline(never)
func fail(_ message: @autoclosure () -> String, file: StaticString, line: UInt) -> Never {
  #if hasFeature(Embedded)
    fatalError("Backprop: wrong shapes or arguments", file: file, line: line)
  #else
    fatalError(message(), file: file, line: line)
  #endif
}

/// Stops the program unless a condition holds.
@inline(__always)
func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString, line: UInt
) {
  if !condition { fail(message(), file: file, line: line) }
}

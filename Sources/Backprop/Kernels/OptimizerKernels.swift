// The steps of the optimizers on one parameter, in place. A factor that stands once before the loop
// and the operations in each turn are the same for every vector width, and so are the bits.

/// `x ← x − rate · direction`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func descend<S: Scalar>(_ x: inout [S], _ direction: [S], rate: S) {
  x.withUnsafeMutableBufferPointer { x in
    direction.withUnsafeBufferPointer { direction in
      for i in 0..<x.count { x[i] -= rate * direction[i] }
    }
  }
}

/// `x ← x − rate · direction / (√square / rootCorrection + epsilon)`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func descend<S: Scalar>(
  _ x: inout [S], _ direction: [S], over square: [S], rate: S, rootCorrection: S = 1, epsilon: S
) {
  x.withUnsafeMutableBufferPointer { x in
    direction.withUnsafeBufferPointer { direction in
      square.withUnsafeBufferPointer { square in
        for i in 0..<x.count {
          x[i] -= rate * (direction[i] / (square[i].squareRoot() / rootCorrection + epsilon))
        }
      }
    }
  }
}

/// `x ← decay · x + weight · direction`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func accumulate<S: Scalar>(_ x: inout [S], decay: S, _ direction: [S], weight: S) {
  x.withUnsafeMutableBufferPointer { x in
    direction.withUnsafeBufferPointer { direction in
      for i in 0..<x.count { x[i] = decay * x[i] + weight * direction[i] }
    }
  }
}

/// `x ← decay · x + weight · direction²`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func accumulateSquares<S: Scalar>(_ x: inout [S], decay: S, _ direction: [S], weight: S) {
  x.withUnsafeMutableBufferPointer { x in
    direction.withUnsafeBufferPointer { direction in
      for i in 0..<x.count {
        x[i] = decay * x[i] + weight * (direction[i] * direction[i])
      }
    }
  }
}

/// `x ← factor · x`.
@_specialize(where S == Double)
@_specialize(where S == Float)
func scale<S: Scalar>(_ x: inout [S], by factor: S) {
  x.withUnsafeMutableBufferPointer { x in
    for i in 0..<x.count { x[i] *= factor }
  }
}

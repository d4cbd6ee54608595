/// An array of numbers of any rank: a scalar, a vector, a matrix and so on.
///
/// A tensor is a value: its `shape`, and its `scalars` in row-major order (the last axis runs
/// fastest).
///
///     let w = Tensor([[0.1, 0.2], [0.3, 0.4]])   // shape [2, 2]
///     let x = Tensor([0.5, 0.8])                 // shape [2]
///     matmul(w, x)                               // [0.21000000000000002, 0.4700000000000001]
///
/// Inside the closure of ``valueWithGradient(at:file:line:of:)`` a tensor also knows where on the
/// tape it was computed, so that the same code runs with and without derivatives.
public struct Tensor<S: Scalar>: @unchecked Sendable {
  /// The length of each axis; empty for a scalar.
  public let shape: [Int]
  /// The numbers in row-major order, read without a word to the tape on which they were computed: what is
  /// made of them and leaves the tape would be stale when a step is replayed. Everything but the tape
  /// itself, and what looks without giving anything away, reads ``values``.
  private(set) var valuesUnnoted: [S]
  /// Where on a tape the tensor was computed, if it was.
  private(set) var trace: Trace<S>?

  @inline(__always)
  init(unchecked shape: [Int], _ values: [S], trace: Trace<S>? = nil) {
    self.shape = shape
    valuesUnnoted = values
    self.trace = trace
  }

  /// A tensor of a given shape, its numbers in row-major order.
  ///
  /// Traps unless there are as many numbers as the shape holds.
  public init(
    shape: [Int], scalars: [S], file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      shape.allSatisfy { $0 >= 0 } && elementCount(shape) == scalars.count,
      "A tensor of shape \(shape) does not hold \(scalars.count) numbers.",
      file: file, line: line)
    self.init(unchecked: shape, scalars)
  }

  /// A scalar: a tensor of rank 0.
  public init(_ scalar: S) { self.init(unchecked: [], [scalar]) }

  /// A vector of shape `[n]`.
  public init(_ vector: [S]) { self.init(unchecked: [vector.count], vector) }

  /// A matrix of shape `[rows, columns]`.
  ///
  /// Traps unless all rows have the same length.
  public init(_ rows: [[S]], file: StaticString = #fileID, line: UInt = #line) {
    self.init(stackingPlain: rows.map { Tensor($0) }, file: file, line: line)
  }

  /// A tensor of rank 3.
  ///
  /// Traps unless all rows have the same length and all matrices the same shape.
  public init(_ matrices: [[[S]]], file: StaticString = #fileID, line: UInt = #line) {
    self.init(
      stackingPlain: matrices.map { Tensor($0, file: file, line: line) }, file: file, line: line)
  }

  private init(stackingPlain parts: [Tensor], file: StaticString, line: UInt) {
    let shape = parts.first?.shape ?? [0]
    var values: [S] = []
    for part in parts {
      require(
        part.shape == shape,
        "The rows of a tensor differ in shape: \(shape) and \(part.shape).", file: file, line: line)
      values += part.values
    }
    self.init(unchecked: parts.isEmpty ? shape : [parts.count] + shape, values)
  }

  /// The numbers in row-major order. The tape is told that they leave it; changed, they are those of a
  /// constant.
  @inline(__always)
  var values: [S] {
    get {
      noteReading()
      return valuesUnnoted
    }
    _modify {
      noteReading()
      trace = nil
      yield &valuesUnnoted
    }
  }

  /// The numbers in row-major order.
  ///
  /// Setting them gives a tensor of the same shape that depends on nothing: a derivative does not
  /// reach through it. Traps when the number of scalars changes.
  public var scalars: [S] {
    get {
      noteTaking()
      return values
    }
    set {
      require(
        newValue.count == count,
        "A tensor of shape \(shape) does not hold \(newValue.count) numbers.",
        file: #fileID, line: #line)
      valuesUnnoted = newValue
      trace = nil
    }
  }

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of scalars.
  public var count: Int { valuesUnnoted.count }

  /// The one number of a tensor that holds one.
  ///
  /// Traps for any other number of scalars.
  public var item: S {
    require(
      count == 1, "Only a tensor of one number has an item; this one has shape \(shape).",
      file: #fileID, line: #line)
    noteTaking()
    return values[0]
  }

  /// Tells the tape, if the tensor was computed on one, that its user has taken numbers out of it.
  @inline(__always)
  private func noteTaking() {
    if let trace { trace.tape.current.wasTakenOut = true }
  }

  /// Tells the tape, if the tensor was computed on one, that its numbers are looked at.
  @inline(__always)
  func noteReading() {
    if let trace { trace.tape.current.wasRead = true }
  }

  /// The same numbers as a constant: a derivative does not reach through it.
  ///
  /// A ``TrainingStep`` that is replayed computes it anew, as everything else.
  public var detached: Tensor {
    guard let tape = trace?.tape.current else { return untraced }
    tape.hasDetached = true
    guard tape.isForReplay else { return untraced }
    return apply(.elementwise(.stopGradient), self)
  }

  /// The same numbers on no tape, which is told so.
  var copied: Tensor { Tensor(unchecked: shape, values) }

  /// The same numbers on no tape, and without a word to it: for the tape itself, and for an operation
  /// whose result it records.
  @inline(__always)
  var untraced: Tensor { Tensor(unchecked: shape, valuesUnnoted) }
}

extension Tensor where S == Double {
  // With these, integer literals make tensors of doubles: `Tensor([1, 2])`.

  /// A scalar: a tensor of rank 0.
  public init(_ scalar: Double) { self.init(unchecked: [], [scalar]) }

  /// A vector of shape `[n]`.
  public init(_ vector: [Double]) { self.init(unchecked: [vector.count], vector) }
}

extension Tensor {
  /// A tensor that holds one number everywhere. Traps for a negative length.
  public init(
    repeating scalar: S, shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) {
    requireShape(shape, file: file, line: line)
    self.init(unchecked: shape, Array(repeating: scalar, count: elementCount(shape)))
  }

  /// A tensor of zeros. Traps for a negative length.
  public static func zeros(
    _ shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(repeating: 0, shape: shape, file: file, line: line)
  }

  /// A tensor of ones. Traps for a negative length.
  public static func ones(
    _ shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(repeating: 1, shape: shape, file: file, line: line)
  }

  /// The identity matrix of shape `[size, size]`. Traps for a negative size.
  public static func identity(
    _ size: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(diagonalOnes: size, file, line)
  }

  private init(diagonalOnes size: Int, _ file: StaticString, _ line: UInt) {
    self.init(repeating: 0, shape: [size, size], file: file, line: line)
    for i in 0..<size { values[i * size + i] = 1 }
  }
}

// Where nothing says what the numbers are, these make them doubles.
extension Tensor where S == Double {
  /// A tensor of zeros. Traps for a negative length.
  public static func zeros(
    _ shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(repeating: 0, shape: shape, file: file, line: line)
  }

  /// A tensor of ones. Traps for a negative length.
  public static func ones(
    _ shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(repeating: 1, shape: shape, file: file, line: line)
  }

  /// The identity matrix of shape `[size, size]`. Traps for a negative size.
  public static func identity(
    _ size: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    Tensor(diagonalOnes: size, file, line)
  }
}

extension Tensor: Equatable {
  /// Whether shapes and numbers are the same (a NaN equals nothing).
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.values == b.values
  }
}

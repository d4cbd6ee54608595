// The operators of tensors of doubles and floats. They say no more than the forms for any type of number in
// `Arithmetic.swift`, but with their types fixed the compiler finds the operators of a long formula at once,
// where those alone take it seconds, or make it give up.

extension Tensor where S == Double {
  /// The elementwise sum. Traps unless the shapes broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor { broadcasting(.add, a, b, "+") }

  /// Each number plus a scalar.
  public static func + (a: Tensor, b: Double) -> Tensor { elementwise(.add, a, Tensor(b)) }

  /// A scalar plus each number.
  public static func + (a: Double, b: Tensor) -> Tensor { elementwise(.add, Tensor(a), b) }

  /// The elementwise difference. Traps unless the shapes broadcast.
  public static func - (a: Tensor, b: Tensor) -> Tensor { broadcasting(.subtract, a, b, "-") }

  /// Each number less a scalar.
  public static func - (a: Tensor, b: Double) -> Tensor { elementwise(.subtract, a, Tensor(b)) }

  /// A scalar less each number.
  public static func - (a: Double, b: Tensor) -> Tensor { elementwise(.subtract, Tensor(a), b) }

  /// The elementwise product. Traps unless the shapes broadcast.
  public static func * (a: Tensor, b: Tensor) -> Tensor { broadcasting(.multiply, a, b, "*") }

  /// Each number times a scalar.
  public static func * (a: Tensor, b: Double) -> Tensor { elementwise(.multiply, a, Tensor(b)) }

  /// A scalar times each number.
  public static func * (a: Double, b: Tensor) -> Tensor { elementwise(.multiply, Tensor(a), b) }

  /// The elementwise quotient. Traps unless the shapes broadcast.
  public static func / (a: Tensor, b: Tensor) -> Tensor { broadcasting(.divide, a, b, "/") }

  /// Each number over a scalar.
  public static func / (a: Tensor, b: Double) -> Tensor { elementwise(.divide, a, Tensor(b)) }

  /// A scalar over each number.
  public static func / (a: Double, b: Tensor) -> Tensor { elementwise(.divide, Tensor(a), b) }
}

extension Tensor where S == Float {
  /// The elementwise sum. Traps unless the shapes broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor { broadcasting(.add, a, b, "+") }

  /// Each number plus a scalar.
  public static func + (a: Tensor, b: Float) -> Tensor { elementwise(.add, a, Tensor(b)) }

  /// A scalar plus each number.
  public static func + (a: Float, b: Tensor) -> Tensor { elementwise(.add, Tensor(a), b) }

  /// The elementwise difference. Traps unless the shapes broadcast.
  public static func - (a: Tensor, b: Tensor) -> Tensor { broadcasting(.subtract, a, b, "-") }

  /// Each number less a scalar.
  public static func - (a: Tensor, b: Float) -> Tensor { elementwise(.subtract, a, Tensor(b)) }

  /// A scalar less each number.
  public static func - (a: Float, b: Tensor) -> Tensor { elementwise(.subtract, Tensor(a), b) }

  /// The elementwise product. Traps unless the shapes broadcast.
  public static func * (a: Tensor, b: Tensor) -> Tensor { broadcasting(.multiply, a, b, "*") }

  /// Each number times a scalar.
  public static func * (a: Tensor, b: Float) -> Tensor { elementwise(.multiply, a, Tensor(b)) }

  /// A scalar times each number.
  public static func * (a: Float, b: Tensor) -> Tensor { elementwise(.multiply, Tensor(a), b) }

  /// The elementwise quotient. Traps unless the shapes broadcast.
  public static func / (a: Tensor, b: Tensor) -> Tensor { broadcasting(.divide, a, b, "/") }

  /// Each number over a scalar.
  public static func / (a: Tensor, b: Float) -> Tensor { elementwise(.divide, a, Tensor(b)) }

  /// A scalar over each number.
  public static func / (a: Float, b: Tensor) -> Tensor { elementwise(.divide, Tensor(a), b) }
}

// The functions that systems' C libraries have too, under the same names, as a call finds them.
//
// A function of the very type of another module's would make a call ambiguous where both modules are imported,
// such as Foundation. These have an argument that nobody writes, so that the compiler takes them before those of
// `Float` and of tensors, but behind a function of a number alone. There is none in Backprop that is not
// disfavored, so that without another module these are called; beside Foundation its function is, unless the
// library's is imported by its name (`import func Backprop.exp`), which hides the other one.

/// The exponential of `x`: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func exp(_ x: Double, _: Void = ()) -> Double { (exp as (Double) -> Double)(x) }

/// `eˣ − 1`: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func expm1(_ x: Double, _: Void = ()) -> Double { (expm1 as (Double) -> Double)(x) }

/// The natural logarithm of `x`: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func log(_ x: Double, _: Void = ()) -> Double { (log as (Double) -> Double)(x) }

/// `ln(1 + x)`: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func log1p(_ x: Double, _: Void = ()) -> Double { (log1p as (Double) -> Double)(x) }

/// The square root: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func sqrt(_ x: Double, _: Void = ()) -> Double { (sqrt as (Double) -> Double)(x) }

/// The sine of `x` radians: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func sin(_ x: Double, _: Void = ()) -> Double { (sin as (Double) -> Double)(x) }

/// The cosine of `x` radians: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func cos(_ x: Double, _: Void = ()) -> Double { (cos as (Double) -> Double)(x) }

/// The hyperbolic tangent: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func tanh(_ x: Double, _: Void = ()) -> Double { (tanh as (Double) -> Double)(x) }

/// The error function: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func erf(_ x: Double, _: Void = ()) -> Double { (erf as (Double) -> Double)(x) }

/// The complement of the error function: the function of one number.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func erfc(_ x: Double, _: Void = ()) -> Double { (erfc as (Double) -> Double)(x) }

/// `x` to the power `y`: the function of two numbers.
@_documentation(visibility: internal)
@inlinable @inline(__always)
public func pow(_ x: Double, _ y: Double, _: Void = ()) -> Double {
  (pow as (Double, Double) -> Double)(x, y)
}

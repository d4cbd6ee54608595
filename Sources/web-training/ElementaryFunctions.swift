import Backprop

/// Traces each elementary function over many arguments: usual ones, ones of every size and sign, and
/// the special ones.
func traceElementaryFunctions() {
  let usual = spread(from: -40, to: 40, count: 4001) + special
  let all = usual + spread(from: -800, to: 800, count: 3201) + everySize
  Trace.print("exp", "of Double", digestOf: all.map { exp($0) })
  Trace.print("expm1", "of Double", digestOf: all.map { expm1($0) })
  Trace.print("log", "of Double", digestOf: all.map { log($0) })
  Trace.print("log1p", "of Double", digestOf: all.map { log1p($0) })
  Trace.print("sin", "of Double", digestOf: all.map { sin($0) })
  Trace.print("cos", "of Double", digestOf: all.map { cos($0) })
  Trace.print("tanh", "of Double", digestOf: all.map { tanh($0) })
  Trace.print("sigmoid", "of Double", digestOf: all.map { sigmoid($0) })
  Trace.print("softplus", "of Double", digestOf: all.map { softplus($0) })
  Trace.print("erf", "of Double", digestOf: all.map { erf($0) })
  Trace.print("erfc", "of Double", digestOf: all.map { erfc($0) })
  Trace.print("cumulativeNormal", "of Double", digestOf: all.map { cumulativeNormal($0) })
  let bases = spread(from: 0, to: 9, count: 91) + special
  let exponents = spread(from: -30, to: 30, count: 121) + special
  let powers = bases.flatMap { base in exponents.map { pow(base, $0) } }
  Trace.print("pow", "of Double", digestOf: powers)
  let floats = usual.map { Float($0) }
  Trace.print("exp", "of Float", digestOf: floats.map { Double(exp($0)) })
  Trace.print("tanh", "of Float", digestOf: floats.map { Double(tanh($0)) })
}

private let special: [Double] = [
  0, -0.0, 1, -1, .infinity, -.infinity, .leastNonzeroMagnitude, .leastNormalMagnitude,
  .greatestFiniteMagnitude, .ulpOfOne, 0.5, 2, 709.78, -745.13,
]

/// A number of each power of two, of both signs.
private var everySize: [Double] {
  (-1074...1023).flatMap { power in
    let number = Double(sign: .plus, exponent: power, significand: 1.618033988749895)
    return [number, -number]
  }
}

/// Numbers from one to another, as far from each other as can be.
private func spread(from first: Double, to last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
}

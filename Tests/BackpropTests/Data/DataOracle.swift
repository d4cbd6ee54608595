import Backprop

/// What `Oracles/data.py` wrote; null is NaN.
struct DataOracle: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let scalars: [Double?]
    var tensor: Tensor<Double> { Tensor(shape: shape, scalars: scalars.map { $0 ?? .nan }) }
  }

  struct Scaling: Decodable, CustomStringConvertible {
    let x: Numbers
    let other: Numbers
    let mean: Numbers
    let deviation: Numbers
    let standardized: Numbers
    let destandardized: Numbers
    let scaled: Numbers
    let descaled: Numbers
    let wide: Numbers
    var description: String { "fitted to \(x.shape)" }
  }

  struct Filling: Decodable, CustomStringConvertible {
    let x: Numbers
    let other: Numbers
    let mean: Numbers
    let median: Numbers
    let constant: Numbers
    var description: String { "fitted to \(x.shape)" }
  }

  struct Strata: Decodable, CustomStringConvertible {
    let counts: [Int]
    let test: Int
    let shares: [Int]
    var description: String { "\(test) of \(counts)" }
  }

  let scaling: [Scaling]
  let filling: [Filling]
  let strata: [Strata]
  let moons: [Numbers]
  let moonLabels: [[Int]]
  let circles: [Numbers]
  let circleLabels: [[Int]]
  let blobLabels: [Int]

  /// How many points `moons` and `circles` have, in order.
  static let generatedCounts = [2, 3, 10, 31]

  static let shared: DataOracle = Oracle.decode("data.json")
}

/// Whether two tensors have one shape and numbers that agree to a relative 10⁻¹² of the largest in
/// the same column, and are NaN in the same places.
func agree(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
  a.shape == b.shape
    && zip(a.scalars, b.scalars).allSatisfy { a, b in
      a.isNaN && b.isNaN || (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude, 1e-2)
    }
}

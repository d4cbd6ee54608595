import Foundation

/// Reads the numbers that the scripts in `Oracles` wrote.
enum Oracle {
  struct Numbers: Decodable {
    let shape: [Int]
    let scalars: [Double]
  }

  struct OperationCase: Decodable, CustomStringConvertible {
    let name: String
    let inputs: [Numbers]
    let output: Numbers
    let weights: Numbers
    let gradients: [Numbers]
    let directions: [Numbers]
    let seconds: [Numbers]

    var description: String { "\(name) of \(inputs.map { $0.shape })" }
  }

  struct Training: Decodable {
    struct Worked: Decodable {
      let loss: Double
      let gradients: [Numbers]
      let updated: [Numbers]
      let lossAfter: Double
    }
    struct Run: Decodable {
      let losses: [Double]
      let final: [Numbers]
    }
    struct ExclusiveOr: Decodable {
      let start: [Numbers]
      let sgd: Run
      let momentum: Run
      let nesterovMomentum: Run
      let averagedMomentum: Run
      let adaGrad: Run
      let rmsProp: Run
      let adam: Run
      let adamW: Run
    }
    struct OtherSettings: Decodable {
      let momentum: Run
      let nesterovMomentum: Run
      let averagedMomentum: Run
      let adaGrad: Run
      let rmsProp: Run
      let adam: Run
      let adamW: Run
    }
    struct Hessian: Decodable {
      let name: String
      let point: Numbers
      let hessian: Numbers
      let vector: Numbers
      let product: Numbers
    }
    struct Eigenvalues: Decodable {
      let matrix: Numbers
      let values: [Double]
    }
    let worked: Worked
    let exclusiveOr: ExclusiveOr
    let otherSettings: OtherSettings
    let hessians: [Hessian]
    let networkHessian: Numbers
    let networkEigenvalues: [Double]
    let eigenvalues: [Eigenvalues]
  }

  struct LayerStates: Decodable, CustomStringConvertible {
    struct Step: Decodable {
      let loss: Double
      let scale: Numbers
      let shift: Numbers
      let runningMean: Numbers
      let runningVariance: Numbers
      let lossInInference: Double
    }
    let batches: [Numbers]
    let targets: Numbers
    let steps: [Step]

    var description: String { "batches of \(targets.shape)" }
  }

  struct Regularization: Decodable {
    struct Penalty: Decodable {
      let value: Double
      let gradient: [Numbers]
    }
    let gradient: [Numbers]
    let globalNorm: Double
    let byValue: [Numbers]
    let byNorm: [Numbers]
    let byGlobalNorm: [Numbers]
    let l1: Penalty
    let l2: Penalty
    let halfL2: Penalty
  }

  struct Metrics: Decodable {
    struct Classification: Decodable, CustomStringConvertible {
      let classes: Int
      let labels: [Int]
      let predicted: [Int]
      let counts: [[Int]]
      let accuracy: Double
      let precision: [Double]
      let recall: [Double]
      let f1: [Double]
      let macroF1: Double

      var description: String { "\(labels.count) examples of \(classes) classes" }
    }
    struct Regression: Decodable {
      let predictions: [Double]
      let targets: [Double]
      let rSquared: Double
    }
    let classification: [Classification]
    let regression: [Regression]
  }

  struct Initialization: Decodable, CustomStringConvertible {
    let shape: [Int]
    let into: Int
    let out: Int
    let xavierUniform: Double
    let xavierNormal: Double
    let heUniform: Double
    let heNormal: Double
    let leakyUniform: Double
    let leakyNormal: Double

    var description: String { "\(shape)" }
  }

  struct ActivationPoint: Decodable {
    let name: String
    let x: Double
    let value: Double
    let slope: Double
    let curvature: Double
  }

  struct ArrayStatistics: Decodable, CustomStringConvertible {
    struct Histogram: Decodable {
      let edges: [Double]
      let counts: [Int]
      let densities: [Double]
    }
    let name: String
    let numbers: [Double]
    let freedmanDiaconis: Histogram
    let seven: Histogram
    let range: [Double]
    let nineInRange: Histogram
    let givenEdges: Histogram
    let mean: Double
    let standardDeviation: Double
    let minimum: Double
    let maximum: Double
    let norm: Double
    let zeroCount: Int

    var description: String { name }
  }

  /// One line of `elementary-functions.csv`.
  struct FunctionPoint {
    let function: String
    let x: Double
    let y: Double
    let result: Double
    /// What the result has lost by rounding, in units in the last place.
    let remainder: Double
  }

  static let operations: [OperationCase] = decode("operations.json")
  static let layers: [OperationCase] = decode("layers.json")
  static let layerStates: [LayerStates] = decode("layer-states.json")
  static let activations: [ActivationPoint] = decode("activations.json")
  static let arrayStatistics: [ArrayStatistics] = decode("diagnostics.json")
  static let training: Training = decode("training.json")
  static let initialization: [Initialization] = decode("initialization.json")
  static let metrics: Metrics = decode("metrics.json")
  static let schedules: [String: [Double]] = decode("schedules.json")
  static let regularization: Regularization = decode("regularization.json")

  static let functionPoints: [FunctionPoint] = {
    func number(_ hexadecimal: Substring) -> Double {
      Double(bitPattern: UInt64(hexadecimal, radix: 16) ?? 0)
    }
    return String(decoding: contents("elementary-functions.csv"), as: UTF8.self)
      .split(separator: "\n").map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return FunctionPoint(
          function: String(fields[0]), x: number(fields[1]), y: number(fields[2]),
          result: number(fields[3]), remainder: (Double(fields[4]) ?? .nan) / 1000)
      }
  }()

  static func contents(_ name: String) -> Data {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracles").appendingPathComponent(name)
    return try! Data(contentsOf: file)
  }

  static func decode<T: Decodable>(_ name: String) -> T {
    try! JSONDecoder().decode(T.self, from: contents(name))
  }
}

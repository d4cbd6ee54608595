import Backprop

extension Oracle {
  struct TransformerNumbers: Decodable {
    struct Narrow: Decodable {
      let numbers: [Double]
      let rounded: [Double]
      let tooLarge: [Double]
    }
    let polynomial: [Double]
    let warmRestarts: [Double]
    let equalRestarts: [Double]
    let losses: [Double]
    let plateau: [Double]
    let scores: [Double]
    let labels: [Int]
    let area: Double
    let narrow: [String: Narrow]
  }

  private static let transformer: [OperationCase] = decode("transformer.json")
  static let transformerNumbers: TransformerNumbers = decode("transformer-numbers.json")

  /// The cases of a transformer's parts of the given names.
  static func transformer(named names: some Sequence<String>) -> [OperationCase] {
    let names = Set(names)
    return transformer.filter { names.contains($0.name) }
  }
}

/// What a step's values are computed from in the end.
enum StepLeaf<S: Scalar> {
  /// Numbers that never change.
  case constant([S])
  /// The parameter of the model at a position.
  case parameter(Int)
  /// The state of the model at a position.
  case state(Int)
  /// An input of the step: 0 stands for the inputs, 1 for the targets.
  case input(Int)
  /// Numbers that are drawn in each step.
  case random(RandomOperation)

  /// What a leaf of a tape is in a step, unless it is marked as a parameter, a state or an input of
  /// it.
  init(_ leaf: LeafOperation, _ value: Tensor<S>) {
    switch leaf {
    case .parameter, .constant, .state: self = .constant(value.values)
    case .random(let operation): self = .random(operation)
    }
  }

  /// When the value has to be computed or copied.
  var stage: StepGraph<S>.Stage {
    switch self {
    case .constant: .constant
    case .input: .input
    case .parameter, .state, .random: .step
    }
  }
}

extension StepLeaf: Equatable {
  /// Whether two leaves are the same to the last bit, where NaN is NaN. What is drawn is equal to
  /// what is drawn in the same way.
  static func == (a: StepLeaf, b: StepLeaf) -> Bool {
    switch (a, b) {
    case (.constant(let a), .constant(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy {
          ($0 == $1 && $0.sign == $1.sign) || ($0.isNaN && $1.isNaN)
        }
    case (.parameter(let a), .parameter(let b)), (.state(let a), .state(let b)),
      (.input(let a), .input(let b)):
      a == b
    case (.random(let a), .random(let b)): a == b
    case (.constant, _), (.parameter, _), (.state, _), (.input, _), (.random, _): false
    }
  }
}

/// An operation on two tensors.
///
/// Its values are in `Differentiation/Evaluation.swift`, its derivatives in
/// `Differentiation/Pullbacks.swift`, its instructions in a compiled step in
/// `StepCompiler/KernelSelection.swift`.
public enum BinaryOperation: Equatable, Sendable {
  /// A function of the numbers in pairs.
  case elementwise(BinaryFunction)

  // Products. `transposeLeft` and `transposeRight` say which factor is taken transposed.
  /// `[m, k] · [k, n]`; or `[b, m, k] · [b, k, n]`, matrix by matrix.
  case matrixProduct(transposeLeft: Bool, transposeRight: Bool)
  /// `[m, n] · [n]`, or the transposed matrix with `[m]`.
  case matrixVectorProduct(transposed: Bool)
  /// `[n] · [n]`.
  case innerProduct
  /// `[m] ⊗ [n]`.
  case outerProduct

  // Rows of a table.
  /// The parts of a table along its first axis, at the indices that the second input says.
  case gather
  /// Zeros, `rows` along the first axis, to which parts are added at the indices that the second
  /// input says.
  case scatter(rows: Int)

  /// The symbol that stands for it in a drawing.
  public var symbol: String {
    switch self {
    case .elementwise(let function): function.symbol
    case .matrixProduct, .matrixVectorProduct, .innerProduct: "·"
    case .outerProduct: "⊗"
    case .gather: "gather"
    case .scatter: "scatter"
    }
  }
}

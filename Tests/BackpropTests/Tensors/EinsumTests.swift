import Backprop
import Testing

@Suite struct EinsumTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = {
    let specifications = [
      "ij,jk->ik", "bij,bjk->bik", "ii->", "ii->i", "ij->ji", "ij->", "ij->j", "i,j->ij", "i,i->",
      "i,i->i", ",i->i", "iij->j", "ab,bc,cd->ad", "a,b,ab->", "bqhd,bkhd->bhqk", "ij,ij,ij->i",
      "ij,k->j",
    ]
    var functions: [String: TensorFunction] = [:]
    for text in specifications {
      functions["einsum \(text)"] = { x in
        switch x.count {
        case 1: einsum(text, x[0])
        case 2: einsum(text, x[0], x[1])
        default: einsum(text, x[0], x[1], x[2])
        }
      }
    }
    return functions
  }()

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func spacesCountForNothingAndAxesMayBeEmpty() {
    let a = Tensor([[1, 2], [3, 4]])
    #expect(einsum(" i j , j k -> i k ", a, a) == matmul(a, a))
    #expect(einsum("ij,jk->ik", Tensor<Double>.ones([2, 0]), .ones([0, 3])) == .zeros([2, 3]))
    #expect(einsum("ii->i", Tensor<Double>.zeros([0, 0])).shape == [0])
    #expect(einsum("->", Tensor(3.0)) == Tensor(3))
  }

  private static let sentences = [
    "einsum of \"ij,jk->ik\": j has the lengths 2 and 3.",
    "einsum of \"ij->k\": the result's k is in no operand.",
    "einsum of \"ij->ii\": i is twice in the result.",
    "einsum of \"ij,jk->ik\": letters for 2 operands, and 1 operands.",
    "einsum of \"ijk->i\": 3 letters for an operand of shape [2, 2].",
    "einsum of \"ij\": there is no -> before the result.",
    "einsum of \"i1->i\": 1 is no letter.",
    "einsum of \"ii->i\": i has the lengths 2 and 3.",
  ]

  @Test(arguments: sentences.indices)
  func whatMakesNoSenseStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let a = Tensor([[1, 2], [3, 4]])
      switch number {
      case 0: _ = einsum("ij,jk->ik", a, Tensor<Double>.ones([3, 2]))
      case 1: _ = einsum("ij->k", a)
      case 2: _ = einsum("ij->ii", a)
      case 3: _ = einsum("ij,jk->ik", a)
      case 4: _ = einsum("ijk->i", a)
      case 5: _ = einsum("ij", a)
      case 6: _ = einsum("i1->i", a)
      default: _ = einsum("ii->i", Tensor<Double>.ones([2, 3]))
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("EinsumTests.swift:"))
  }
}

import Backprop
import Testing

@Suite struct FansTests {
  @Test(arguments: Oracle.initialization)
  func bothMatchPyTorch(example: Oracle.Initialization) {
    #expect(Fans(of: example.shape).into == example.into)
    #expect(Fans(of: example.shape).out == example.out)
  }

  @Test func aMatrixLeadsFromItsColumnsToItsRows() {
    #expect(Fans(of: [3, 5]).into == 5)
    #expect(Fans(of: [3, 5]).out == 3)
    #expect(Fans(of: [3, 0]).into == 0)
  }

  @Test func aConvolutionsFansCountItsWindow() {
    // Ten inputs, twenty outputs, under a window of 3 by 5.
    #expect(Fans(of: [20, 10, 3, 5]).into == 150)
    #expect(Fans(of: [20, 10, 3, 5]).out == 300)
  }

  @Test func aVectorHasNoFans() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Fans(of: [3])
    }
    #expect(
      result.message.contains("Only weights [outputs, inputs, …] have fans, not [3]."),
      "\(result.message)")
    #expect(result.message.contains("FansTests.swift:"))
  }
}

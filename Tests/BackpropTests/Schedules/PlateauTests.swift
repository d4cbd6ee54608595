import Backprop
import Testing

@Suite struct PlateauTests {
  private let oracle = Oracle.transformerNumbers

  @Test func theRateFallsWherePyTorchsDoes() {
    var rate = Plateau(from: 0.5, factor: 0.3, patience: 2, least: 0.01)
    let rates = oracle.losses.map { rate($0) }
    #expect(Tensor(rates).isRelativelyClose(to: Tensor(oracle.plateau)))
    #expect(rates.last != rates.first)
  }

  @Test func polynomialsAndRestartsArePyTorchs() {
    func compare(_ schedule: Schedule, _ rates: [Double]) {
      #expect(
        Tensor(rates.indices.map { schedule($0) }).isClose(to: Tensor(rates)), "\(schedule)")
    }
    compare(.polynomial(from: 0.4, over: 20, power: 2), oracle.polynomial)
    compare(.warmRestarts(from: 0.4, to: 0.01, over: 4, growth: 2), oracle.warmRestarts)
    compare(.warmRestarts(from: 0.4, over: 5), oracle.equalRestarts)
  }

  private static let sentences = [
    "A plateau's factor is in 0..<1 and its patience 0 or more, not 1.0 and 10.",
    "A plateau's factor is in 0..<1 and its patience 0 or more, not 0.1 and -1.",
    "A schedule cannot run over 0 steps.", "A schedule cannot run over 0 steps.",
  ]

  @Test(arguments: sentences.indices)
  func whatIsNoPlateauOrScheduleStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      switch number {
      case 0: _ = Plateau(from: 1, factor: 1)
      case 1: _ = Plateau(from: 1, patience: -1)
      case 2: _ = Schedule.polynomial(from: 1, over: 0)(0)
      default: _ = Schedule.warmRestarts(from: 1, over: 2, growth: 0)(0)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("PlateauTests.swift:"))
  }
}

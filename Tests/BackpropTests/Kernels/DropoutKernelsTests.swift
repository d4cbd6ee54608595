import Testing

@testable import Backprop

@Suite struct DropoutKernelsTests {
  @Test func eachNumberOfAMaskTakesOneOfTheGenerator() {
    var (generator, same) = (RandomNumbers(seed: 3), RandomNumbers(seed: 3))
    let mask: [Double] = drawnKeepMask(count: 100, rate: 0.75, using: &generator)
    let expected = (0..<100).map { _ in same.uniform() < 0.75 ? 0.0 : 4.0 }
    #expect(mask == expected)
    #expect(generator == same)
  }

  @Test func withoutDropoutNothingIsLeftOut() {
    var generator = RandomNumbers(seed: 3)
    let mask: [Float] = drawnKeepMask(count: 20, rate: 0, using: &generator)
    #expect(mask == [Float](repeating: 1, count: 20))
  }
}

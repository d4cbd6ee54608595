import Backprop
import Testing

@Suite struct RandomNumbersTests {
  @Test func theFirstNumbersAreThoseOfTheReferenceAlgorithm() {
    // By Oracles/random_numbers.py.
    var zero = RandomNumbers(seed: 0)
    #expect(
      (0..<5).map { _ in zero.next() } == [
        0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0,
        0x6aa5_94f1_262d_2d2c, 0xbba5_ad4a_1f84_2e59,
      ])
    var answer = RandomNumbers(seed: 42)
    #expect(
      (0..<5).map { _ in answer.next() } == [
        0x1578_0b2e_0c2e_c716, 0x6104_d986_6d11_3a7e, 0xae17_5332_39e4_99a1,
        0xecb8_ad47_03b3_60a1, 0xfde6_dc7f_e2ec_5e64,
      ])
  }

  @Test func aCopyContinuesAsTheOriginalDoes() {
    var original = RandomNumbers(seed: 3)
    _ = original.next()
    var copy = original
    #expect(copy == original)
    #expect((0..<10).map { _ in copy.next() } == (0..<10).map { _ in original.next() })
  }

  @Test func aStateThatWasKeptGoesOnWhereTheGeneratorWas() async {
    var original = RandomNumbers(seed: 4)
    _ = original.normal()
    var restored = RandomNumbers(state: original.state)
    #expect(restored == original)
    #expect((0..<10).map { _ in restored.next() } == (0..<10).map { _ in original.next() })
    await #expect(processExitsWith: .failure) { _ = RandomNumbers(state: (0, 0, 0, 0)) }
  }

  @Test func uniformNumbersStayInTheirRangeWithItsMeanAndVariance() {
    var generator = RandomNumbers(seed: 8)
    let numbers = Tensor.uniform(in: -2...4, shape: [20_000], using: &generator)
    #expect(numbers.scalars.allSatisfy { $0 >= -2 && $0 <= 4 })
    #expect((numbers.mean().item - 1).magnitude < 0.05)
    #expect((square(numbers - 1).mean().item - 3).magnitude < 0.1)
    #expect((0..<100).allSatisfy { _ in (0.5..<0.75).contains(generator.uniform(in: 0.5..<0.75)) })
  }

  @Test func normalNumbersHaveTheMomentsOfTheirDistribution() {
    var generator = RandomNumbers(seed: 9)
    let numbers = Tensor.normal(
      shape: [20_000], mean: 3, standardDeviation: 2, using: &generator)
    let standard = (numbers - 3) / 2
    #expect(standard.mean().item.magnitude < 0.03)
    #expect((square(standard).mean().item - 1).magnitude < 0.05)
    #expect(pow(standard, 3).mean().item.magnitude < 0.1)
    #expect((pow(standard, 4).mean().item - 3).magnitude < 0.2)
  }

  @Test func integersAreEquallyLikelyAndPermutationsComplete() {
    var generator = RandomNumbers(seed: 10)
    var counts = [0, 0, 0]
    for _ in 0..<9000 { counts[generator.integer(in: 5..<8) - 5] += 1 }
    #expect(counts.allSatisfy { (2800...3200).contains($0) })
    #expect(generator.permutation(of: 50).sorted() == Array(0..<50))
    #expect(generator.permutation(of: 0) == [])
  }
}

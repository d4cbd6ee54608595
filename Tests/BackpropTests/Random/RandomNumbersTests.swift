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

  @Test func integersAreEquallyLikelyAndPermutationsComplete() {
    var generator = RandomNumbers(seed: 10)
    var counts = [0, 0, 0]
    for _ in 0..<9000 { counts[generator.integer(in: 5..<8) - 5] += 1 }
    #expect(counts.allSatisfy { (2800...3200).contains($0) })
    #expect(generator.permutation(of: 50).sorted() == Array(0..<50))
    #expect(generator.permutation(of: 0) == [])
  }

  @Test func uniformNumbersStayInTheirRange() {
    var generator = RandomNumbers(seed: 8)
    #expect((0..<100).allSatisfy { _ in (0..<1).contains(generator.uniform()) })
    #expect((0..<100).allSatisfy { _ in (0.5..<0.75).contains(generator.uniform(in: 0.5..<0.75)) })
    #expect((0..<100).allSatisfy { _ in (-2...4).contains(generator.uniform(in: -2...4)) })
  }

  @Test func aNormalNumberIsShiftedAndScaled() {
    var (plain, moved) = (RandomNumbers(seed: 8), RandomNumbers(seed: 8))
    #expect(moved.normal(mean: 1, standardDeviation: 4) == 1 + 4 * plain.normal())
    #expect(moved.normal(mean: 7, standardDeviation: 0) == 7)
  }

  @Test func oneIntegerOfARangeOfOneIsCertain() {
    var generator = RandomNumbers(seed: 8)
    #expect(generator.integer(in: -3..<(-2)) == -3)
    #expect((Int.min..<Int.max).contains(generator.integer(in: Int.min..<Int.max)))
  }
}

extension RandomNumbersTests {
  @Test func aRangeAsWideAsAllNumbersIsFilled() {
    var generator = RandomNumbers(seed: 5)
    let largest = Double.greatestFiniteMagnitude
    let drawn = (0..<1000).map { _ in generator.uniform(in: -largest...largest) / largest }
    #expect(drawn.allSatisfy { $0.magnitude <= 1 })
    #expect(drawn.filter { $0 < 0 }.count > 400)
    #expect(drawn.filter { $0.magnitude < 0.5 }.count > 400)
    let half = (0..<1000).map { _ in generator.uniform(in: -largest..<largest) / largest }
    #expect(half.filter { $0 < 0 }.count > 400 && half.filter { $0 > 0 }.count > 400)
    let single = Tensor<Float>.uniform(
      in: -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude, shape: [100],
      using: &generator)
    #expect(single.scalars.allSatisfy { $0.isFinite })
  }
}

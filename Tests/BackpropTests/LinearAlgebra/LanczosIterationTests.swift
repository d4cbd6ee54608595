import Testing

@testable import Backprop

@Suite struct LanczosIterationTests {
  /// The largest eigenvalues after so many steps, or as soon as they have converged.
  private func largest(
    of matrix: Tensor<Double>, _ count: Int, steps: Int, seed: UInt64 = 1
  ) -> (pairs: LanczosIteration.Pairs, iteration: LanczosIteration, isConverged: Bool) {
    var generator = RandomNumbers(seed: seed)
    var iteration = LanczosIteration(size: matrix.shape[0], using: &generator)
    while iteration.steps < steps {
      iteration.step(
        to: matmul(matrix, Tensor(iteration.next)).scalars, using: &generator)
    }
    let (pairs, isConverged) = iteration.largestPairs(count, tolerance: 1e-8)
    return (pairs, iteration, isConverged)
  }

  @Test func afterAsManyStepsAsRowsTheEigenvaluesMatchNumPy() {
    for oracle in Oracle.training.eigenvalues where !oracle.values.isEmpty {
      let size = oracle.values.count
      let (pairs, _, isConverged) = largest(of: Tensor(oracle.matrix), size, steps: size)
      #expect(isConverged)
      let scale = oracle.values.reduce(0) { max($0, $1.magnitude) }
      for (value, expected) in zip(pairs.values, oracle.values.reversed()) {
        #expect((value - expected).magnitude <= 1e-12 * scale)
      }
    }
  }

  @Test func theResidualIsHowFarTheVectorIsFromAnEigenvector() {
    let numbers = Tensor((0..<40).map { Double($0) })
    let (pairs, iteration, _) = largest(of: .identity(40) * numbers, 2, steps: 12)
    for (place, value) in pairs.values.enumerated() {
      let vector = Tensor(iteration.combined(pairs.combinations[place]))
      #expect((vector.norm().item - 1).magnitude < 1e-14)
      let residual = (numbers * vector - value * vector).norm().item
      #expect((residual - pairs.residuals[place]).magnitude < 1e-12)
      // An eigenvalue, which is a whole number, is no farther away than that; the largest lie above.
      #expect((value - value.rounded()).magnitude <= pairs.residuals[place] + 1e-12)
      #expect(value <= 39 - Double(place) + 1e-12)
    }
  }

  @Test func ofAVectorTheNumberLargestInMagnitudeIsPositive() {
    for seed in 0..<6 {
      let (pairs, iteration, _) = largest(
        of: Tensor([[2, -1, 0], [-1, 3, 1], [0, 1, 5]]), 3, steps: 3, seed: UInt64(seed))
      for combination in pairs.combinations {
        let vector = iteration.combined(combination)
        let largest = vector.max { $0.magnitude < $1.magnitude }
        #expect((largest ?? 0) > 0)
      }
    }
  }

  @Test func aSpaceThatIsClosedIsLeftForANewVector() {
    // Every vector is an eigenvector of 3 I, so that each step closes a space.
    var generator = RandomNumbers(seed: 2)
    var iteration = LanczosIteration(size: 4, using: &generator)
    for step in 1...4 {
      let before = iteration.next
      iteration.step(to: before.map { 3 * $0 }, using: &generator)
      #expect(iteration.hasClosed)
      #expect(iteration.steps == step)
      if step < 4 { #expect((innerProduct(before, iteration.next)).magnitude < 1e-15) }
    }
    let values = iteration.largestPairs(4, tolerance: 1e-8).0.values
    #expect(values.allSatisfy { ($0 - 3).magnitude < 1e-14 })
    #expect(values.count == 4)
  }

  @Test func theFirstVectorIsRandomAndOfLengthOne() {
    var (first, second) = (RandomNumbers(seed: 1), RandomNumbers(seed: 2))
    let a = LanczosIteration(size: 9, using: &first).next
    let b = LanczosIteration(size: 9, using: &second).next
    #expect((innerProduct(a, a) - 1).magnitude < 1e-15)
    #expect(a != b)
  }
}

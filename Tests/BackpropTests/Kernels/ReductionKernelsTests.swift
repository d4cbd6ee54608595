import Testing

@testable import Backprop

@Suite struct ReductionKernelsTests {
  @Test func anAxisIsSeenBetweenWhatLiesOutsideAndInside() {
    #expect(extents([2, 3, 4], around: 1) == (2, 3, 4))
    #expect(extents([5], around: 0) == (1, 5, 1))
  }

  @Test func aSumOverRepeatedAxesHasTheSmallerShape() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(summed(x, to: [3]) == Tensor([5, 7, 9]))
    #expect(summed(x, to: [2, 1]) == Tensor([[6], [15]]))
    #expect(summed(x, to: [1, 1]) == Tensor([[21]]))
    #expect(repeated(Tensor([[6], [15]]), to: [2, 2]) == Tensor([[6, 6], [15, 15]]))
  }

  @Test func aTotalRunsFromTheFirstNumberToTheLast() {
    // From the left 1 is lost beside 2⁵³, from the right it is not.
    #expect(total([0x1p53, 1, -0x1p53]) == 0)
    #expect(total([Double]()) == 0)
  }

  @Test func aReductionGoesAlongAnAxis() {
    let x = Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
    #expect(reduced(x, along: 1, from: 0) { $0 + $1 } == Tensor([[4, 6], [12, 14]]))
    #expect(
      reduced(x, along: 2, from: -.infinity) { larger($0, $1) } == Tensor([[2, 4], [6, 8]]))
  }

  @Test func theLargerOfANaNIsNaN() {
    #expect(larger(Double.nan, 1).isNaN && larger(1, Double.nan).isNaN)
    #expect(larger(1, 2.0) == 2 && larger(2, 1.0) == 2)
  }
}

extension ReductionKernelsTests {
  @Test func sumsOfMillionsOfOnesAreExact() {
    let ones = Tensor<Float>.ones([20_000_000])
    #expect(ones.sum().item == 20_000_000)
    #expect(ones.mean().item == 1)
    #expect(ones.reshaped([10_000_000, 2]).sum(axis: 0) == Tensor<Float>([1e7, 1e7]))
    #expect(ones.reshaped([1, 20_000_000]).sum(axis: 1) == Tensor<Float>([2e7]))
    let images = ones.reshaped([2, 2, 5_000_000])
    #expect(apply(.sumTo(shape: [2, 1]), images) == Tensor(shape: [2, 1], scalars: [1e7, 1e7]))
    let scaler = Standardizer(fitting: ones + (Tensor<Float>.ones([2, 1]) * 0).sum())
    #expect(scaler.mean.item == 1)
  }

  @Test(arguments: [1, 2, 1023, 1024, 1025, 3000, 1_100_000])
  func longSumsAreCloseToThoseInDouble(count: Int) {
    var generator = RandomNumbers(seed: 3)
    let x = Tensor<Float>.uniform(in: 0...1, shape: [count], using: &generator)
    let exact = x.scalars.reduce(0) { $0 + Double($1) }
    #expect((Double(x.sum().item) - exact).magnitude <= 2e-6 * exact)
    // Along an axis, and to a row, the same bits as of all.
    let columns = stack([x, 2 * x]).transposed
    #expect(columns.sum(axis: 0) == Tensor([x.sum().item, (2 * x).sum().item]))
    let rows = stack([x, 2 * x])
    #expect(rows.sum(axis: 1) == columns.sum(axis: 0))
    #expect(apply(.sumTo(shape: [2, 1]), rows).flattened == columns.sum(axis: 0))
    if count <= 1024 { #expect(x.sum().item == x.scalars.reduce(0, +)) }
  }

  @Test func longSumsHaveTheSameBitsInAPlan() {
    var generator = RandomNumbers(seed: 4)
    let x = Tensor<Float>.uniform(in: 0...1, shape: [5000, 3], using: &generator)
    let start = Tensor<Float>([0.5, 1, -1])
    func loss(_ w: Tensor<Float>, _ x: Tensor<Float>) -> Tensor<Float> {
      let z = w * x
      return square(z.sum(axis: 0)).sum() + z.sum() + square(z.sum(axis: 1)).mean()
    }
    var step = TrainingStep(model: start, optimizer: SGD(learningRate: 1e-9)) { w, x, _ in
      loss(w, x)
    }
    var (w, optimizer) = (start, SGD<Float>(learningRate: 1e-9))
    for _ in 0..<4 {
      let (value, slope) = valueWithGradient(at: w) { loss($0, x) }
      optimizer.update(&w, along: slope)
      #expect(step(x, x) == value)
      #expect(step.model == w)
    }
    #expect(step.isReplayed)
  }
}

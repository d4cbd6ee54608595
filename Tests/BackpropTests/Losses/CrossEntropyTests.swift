import Backprop
import Testing

@Suite struct CrossEntropyTests {
  let logits = Tensor([[2, -1, 0.5], [0.25, 3, -2]])

  @Test func labelsAreDistributionsWithAllWeightOnOneClass() {
    let targets = Tensor([[0, 0, 1], [1, 0, 0]])
    for smoothing in [0, 0.125] {
      let a = crossEntropy(logits: logits, labels: [2, 0], smoothing: smoothing)
      let b = crossEntropy(logits: logits, targets: targets, smoothing: smoothing)
      #expect(a.isClose(to: b, tolerance: 1e-15))
    }
  }

  @Test func theDerivativeIsTheSoftmaxLessTheTargetsOverTheExamples() {
    let slope = gradient(at: logits) { crossEntropy(logits: $0, labels: [2, 0]) }
    let expected = (softmax(logits) - Tensor([[0, 0, 1], [1, 0, 0]])) / 2
    #expect(slope.isClose(to: expected, tolerance: 1e-15))
  }

  @Test func equalWeightsOfClassesChangeNothing() {
    let weighted = crossEntropy(
      logits: logits, labels: [2, 0], classWeights: Tensor([2, 2, 2]))
    #expect(weighted.isClose(to: crossEntropy(logits: logits, labels: [2, 0]), tolerance: 1e-15))
  }

  @Test func itIsFiniteWhereTheRightClassHasNoChance() {
    let far = Tensor([[-800, 800]])
    #expect(crossEntropy(logits: far, labels: [0]).item == 1600)
    #expect(gradient(at: far) { crossEntropy(logits: $0, labels: [0]) } == Tensor([[-1, 1]]))
  }

  @Test func binaryCrossEntropyIsThatOfTwoClassesOneLogitZero() {
    let z = Tensor([[1.5], [-0.5]])
    let two = concatenated([Tensor<Double>.zeros([2, 1]), z], axis: 1)
    let binary = binaryCrossEntropy(logits: z, targets: Tensor([[1], [0]]))
    #expect(binary.isClose(to: crossEntropy(logits: two, labels: [1, 0]), tolerance: 1e-15))
  }

  @Test func anImpossibleClassCostsNothingUnlessItIsRight() {
    let barred = Tensor([[1, -Double.infinity, 0.5], [-Double.infinity, 3, -2]])
    let (loss, slope) = valueWithGradient(at: barred) { crossEntropy(logits: $0, labels: [2, 1]) }
    let two = crossEntropy(logits: Tensor([[1, 0.5], [3, -2]]), labels: [1, 0])
    #expect((loss - two.item).magnitude < 1e-15)
    #expect(slope[0, 1].item == 0 && slope[1, 0].item == 0)
    #expect(slope.scalars.allSatisfy { $0.isFinite })
    #expect(crossEntropy(logits: barred, labels: [1, 1]).item == .infinity)
    let targets = Tensor([[0.5, 0, 0.5], [0, 1, 0]])
    #expect(crossEntropy(logits: barred, targets: targets).item.isFinite)
    #expect(crossEntropy(logits: barred, labels: [2, 1], smoothing: 0.1).item == .infinity)
  }

  @Test func labelsInATensorGiveTheSameBitsAsInAnArray() {
    let (z, weights) = (logits, Tensor([0.5, 2, 1.25]))
    for smoothing in [0, 0.1] {
      for classWeights in [nil, weights] {
        let a = valueWithGradient(at: z) { z in
          crossEntropy(
            logits: z, labels: [2, 0], smoothing: smoothing, classWeights: classWeights)
        }
        let b = valueWithGradient(at: z) { z in
          crossEntropy(
            logits: z, labels: Tensor([2, 0]), smoothing: smoothing, classWeights: classWeights)
        }
        #expect(a == b)
      }
    }
  }

  @Test func aDerivativeReachesTheClassesWeights() {
    let report = checkGradients(at: Tensor([0.5, 2, 1.25])) { weights in
      crossEntropy(logits: logits, labels: [2, 0], classWeights: weights)
    }
    #expect(report.maximumRelativeError < 1e-7)
  }
}

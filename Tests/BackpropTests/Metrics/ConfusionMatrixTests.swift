import Backprop
import Testing

@Suite struct ConfusionMatrixTests {
  @Test(arguments: Oracle.metrics.classification)
  func countsAndTheirQuotientsMatchScikitLearn(
    example: Oracle.Metrics.Classification
  ) {
    let matrix = ConfusionMatrix(
      predicted: example.predicted, labels: example.labels, classes: example.classes)
    func isClose(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-15 }
    #expect(matrix.counts == example.counts)
    #expect(matrix.count == example.labels.count)
    #expect(isClose(matrix.accuracy, example.accuracy))
    #expect(isClose(accuracy(example.predicted, example.labels), example.accuracy))
    for label in 0..<example.classes {
      #expect(isClose(matrix.precision(of: label), example.precision[label]))
      #expect(isClose(matrix.recall(of: label), example.recall[label]))
      #expect(isClose(matrix.f1(of: label), example.f1[label]))
    }
    #expect(isClose(matrix.macroF1, example.macroF1))
  }

  @Test func itIsPrintedAsATable() {
    let predicted = [Int](repeating: 0, count: 12) + [1, 1, 1, 0]
    let labels = [Int](repeating: 0, count: 15) + [1]
    #expect(
      "\(ConfusionMatrix(predicted: predicted, labels: labels, classes: 2))" == """
        predicted   0  1
        class 0    12  3
        class 1     1  0
        """)
    #expect("\(ConfusionMatrix(predicted: [], labels: [], classes: 0))" == "predicted")
  }

  @Test func withoutExamplesTheQuotientsAreZero() {
    let matrix = ConfusionMatrix(predicted: [], labels: [], classes: 2)
    #expect(matrix.accuracy == 0)
    #expect(matrix.precision(of: 1) == 0)
    #expect(matrix.macroF1 == 0)
    #expect(ConfusionMatrix(predicted: [], labels: [], classes: 0).macroF1 == 0)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5])
  func whatIsNoClassOrNotOneForEachExampleStopsTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      switch number {
      case 0: _ = ConfusionMatrix(predicted: [0], labels: [0, 1], classes: 2)
      case 1: _ = ConfusionMatrix(predicted: [0, 2], labels: [0, 1], classes: 2)
      case 2: _ = ConfusionMatrix(predicted: [0], labels: [-1], classes: 2)
      case 3: _ = ConfusionMatrix(predicted: [0], labels: [0], classes: 1).recall(of: 1)
      case 4: _ = accuracy([], [])
      default: _ = accuracy([1], [1, 2])
      }
    }
  }
}

import Backprop
import Testing

@Suite struct AccuracyTests {
  @Test func aRowsClassIsThatOfItsLargestNumberTheFirstOfSeveral() {
    #expect(predictedClasses(Tensor([[0, 2, 1], [5, 5, -1], [-3, -2, -1]])) == [1, 0, 2])
    #expect(predictedClasses(Tensor<Float>([[0.5], [2]])) == [0, 0])
    #expect(predictedClasses(Tensor<Double>.zeros([0, 3])) == [])
  }

  @Test func accuracyIsThePartThatIsRight() {
    #expect(accuracy([1, 0, 2, 2], [1, 1, 2, 0]) == 0.5)
  }

  @Test(arguments: [0, 1])
  func otherShapesStopTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      _ = predictedClasses(number == 0 ? Tensor([1, 2]) : Tensor<Double>.zeros([2, 0]))
    }
  }
}

extension AccuracyTests {
  @Test func theLargestOfNumbersWithANaNIsTheNaNAsForMax() {
    let x = Tensor([[1, .nan, 3], [.nan, 1, .nan], [2, 3, 3]])
    #expect(predictedClasses(x) == [1, 0, 1])
    #expect(x.argmax() == 1)
    #expect(x.max().item.isNaN)
    #expect(Tensor([2, .nan, .infinity]).argmax() == 1)
    #expect(Tensor([2.0, 5, 5]).argmax() == 1)
  }
}

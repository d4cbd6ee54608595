import Testing

@testable import Backprop

@Suite struct PointsTests {
  @Test func theFirstClassesHaveOneExampleMore() {
    #expect(classSizes(11, classes: 3) == [4, 4, 3])
    #expect(classSizes(6, classes: 3) == [2, 2, 2])
    #expect(classSizes(1, classes: 3) == [1, 0, 0])
    #expect(classSizes(0, classes: 2) == [0, 0])
  }

  @Test func pointsFollowOneAnotherByTheirClasses() {
    var generator = RandomNumbers(seed: 1)
    let data = points(
      [[(1, 2)], [], [(3, 4), (5, 6)]], noise: 0, using: &generator, file: #fileID, line: #line)
    #expect(data.inputs == Tensor([[1, 2], [3, 4], [5, 6]]))
    #expect(data.labels == [0, 2, 2])
  }

  @Test func withoutNoiseNothingIsDrawn() {
    var generator = RandomNumbers(seed: 1)
    #expect(noisy(Tensor([1, 2]), 0, using: &generator) == Tensor([1, 2]))
    #expect(generator == RandomNumbers(seed: 1))
    #expect(noisy(Tensor([1, 2]), 0.5, using: &generator) != Tensor([1, 2]))
    #expect(generator != RandomNumbers(seed: 1))
  }
}

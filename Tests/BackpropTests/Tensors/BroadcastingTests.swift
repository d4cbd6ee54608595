import Testing

@testable import Backprop

@Suite struct BroadcastingTests {
  @Test func shapesAreAlignedAtTheirLastAxes() {
    #expect(broadcastShape([2, 3], [3]) == [2, 3])
    #expect(broadcastShape([4, 1], [3]) == [4, 3])
    #expect(broadcastShape([], [2]) == [2])
    #expect(broadcastShape([1], [0]) == [0])
    #expect(broadcastShape([2], [3]) == nil)
    #expect(broadcastShape([2, 3], [2]) == nil)
  }

  @Test func aRepeatedAxisHasTheStrideZero() {
    #expect(broadcastStrides([3], to: [2, 3]) == [0, 1])
    #expect(broadcastStrides([2, 1], to: [2, 3]) == [1, 0])
    #expect(broadcastStrides([], to: [2, 3]) == [0, 0])
  }

  @Test func offsetsGoThroughTheLargerShapeInRowMajorOrder() {
    var offsets = BroadcastOffsets([2, 1], to: [2, 3])
    var seen: [Int] = []
    for _ in 0..<6 {
      seen.append(offsets.offset)
      offsets.advance()
    }
    #expect(seen == [0, 0, 0, 1, 1, 1])
  }

  @Test func aSuffixIsWhatRemainsWithoutLeadingAxes() {
    #expect(isSuffix([3], of: [2, 3]) && isSuffix([], of: [2]) && isSuffix([2, 3], of: [2, 3]))
    #expect(!isSuffix([2], of: [2, 3]) && !isSuffix([1, 2, 3], of: [2, 3]))
    #expect(elementCount([2, 0, 3]) == 0 && elementCount([]) == 1)
  }
}

import Testing

@testable import Figures

@Suite struct BoxTests {
  @Test func boxesThatTouchShareNoArea() {
    let box = Box(left: 0, top: 0, right: 4, bottom: 3)
    #expect(box.overlap(Box(left: 2, top: 1, right: 9, bottom: 9)) == 4)
    #expect(box.overlap(Box(left: 4, top: 0, right: 9, bottom: 3)) == 0)
  }

  @Test func anIntersectionMayBeALine() {
    let box = Box(left: 0, top: 0, right: 4, bottom: 3)
    let beside = Box(left: 4, top: 1, right: 9, bottom: 9)
    #expect(box.intersection(beside) == Box(left: 4, top: 1, right: 4, bottom: 3))
    #expect(box.intersection(Box(left: 5, top: 0, right: 9, bottom: 3)) == nil)
  }

  @Test func edgesBelongToABox() {
    let box = Box(left: 1, top: 1, right: 4, bottom: 3)
    #expect(box.contains(x: 1, y: 3))
    #expect(!box.contains(x: 0.9, y: 2))
    #expect(box.contains(box))
    #expect(!box.contains(box.expanded(by: 0.1)))
  }

  @Test func anOutlineIsAClosedPath() {
    #expect(Box(left: 1, top: 2, right: 5, bottom: 4).path == "M1 2h4v2h-4z")
  }
}

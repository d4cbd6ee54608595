import Testing

@testable import Figures

@Suite struct AnnotationTests {
  @Test func wordsAreNeeded() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Annotation("", at: (0, 0))
    }
    #expect(said(result).contains("An Annotation needs words."))
  }

  @Test func aPointThatIsNotFiniteIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Annotation("best", at: (0, .infinity))
    }
    #expect(said(result).contains("The Annotation “best” needs a finite point, not (0, ∞)."))
  }
}

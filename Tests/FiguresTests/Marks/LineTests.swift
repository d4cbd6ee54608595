import Testing

@testable import Figures

@Suite struct LineTests {
  @Test func raggedColumnsAreRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Line([1, 2, 3], [1, 2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A Line needs one y for each x, but there are 3 xs and 2 ys."))
  }
}

import Testing

@testable import SiteGenerator

/// A lesson with something of everything that asks or helps.
enum SamplePractice {
  static let text = """
    # Ninths

    ## Beta

    See [^1].

    > [!QUIZ]
    > How *large*?
    >
    > - [ ] `x / 2 ≈ 0.056` — half, see [sums](sums.md)
    > - [x] A `x` <ninth> — it is `x ≈ 0.111`
    >
    >   More.

    > [!QUIZ]
    > Which? Of two.
    > - [x] One — it is
    > - [x] Two — too
    > - [ ] None — no

    > [!QUIZ]
    > And negative?
    >
    > `-x / 10 ≈ -0.0111`.

    > [!QUIZ]
    > Roughly? `x ≈ 0.1 ± 20%`

    > [!HINT]
    > One

    > [!HINT]
    > Two

    Between.

    > [!HINT]
    > Alone

    > [!CARD] topic: ninths & co, difficulty: 2
    > How large? See [here](#beta)[^1].
    > ---
    > ### Answer
    >
    > It is 0.111. <!-- check: x ≈ 0.111 -->

    > [!CARD]
    > topic: Ninths & Co; difficulty: easy
    >
    > Small?
    > ---
    > Rather.

    [^1]: A note.

    """

  /// Its page and that of the cards, or the pages of other lessons.
  static func pages(_ texts: [String: String] = ["products": text]) throws -> [String: String] {
    var run = PretendRun()
    run.computed = ["x": "0.1111111111111111", "-x / 10": "-0.01111111111111111"]
    let lessons = try texts.sorted { $0.key < $1.key }.map {
      try SampleCourse.verified($0.value, id: $0.key, run: run)
    }
    for lesson in lessons { #expect(lesson.lesson.findings.isEmpty) }
    return try SampleCourse.pages(of: lessons)
  }
}

/// What stands between two texts in another, and they.
func part(_ html: String, from start: String, to end: String) throws -> Substring {
  let first = try #require(html.firstRange(of: start))
  let last = try #require(html[first.upperBound...].firstRange(of: end))
  return html[first.lowerBound..<last.upperBound]
}

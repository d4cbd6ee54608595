import LessonFormat
import Synchronization

@testable import LessonRunner
@testable import SiteGenerator

/// A course of two lessons that nothing has run, with one of everything that a page can show.
enum SampleCourse {
  static let course = Course(
    folder: "lessons", title: "Sums & products", description: "Where $a + b$ leads.",
    parts: [
      .init(title: "Beginnings", lessons: ["sums"]), .init(title: "Further", lessons: ["products"]),
    ])

  static func generator(cache: String? = nil, baseURL: String? = nil) -> SiteGenerator {
    SiteGenerator(
      course: course, assets: Checkout.assets, cache: Cache(folder: cache), baseURL: baseURL)
  }

  /// What KaTeX makes of formulas; nothing is asked of it twice in one run of the tests.
  static func typeset(_ formulas: [Formula]) throws -> [Formula: TypesetFormula] {
    let katex = KaTeX(assets: Checkout.assets)
    return try typesetFormulas.withLock { known in
      var seen: Set<Formula> = []
      let missing = formulas.filter { known[$0] == nil && seen.insert($0).inserted }
      for (formula, typeset) in zip(missing, try katex.render(missing)) { known[formula] = typeset }
      return known
    }
  }

  private static let typesetFormulas = Mutex<[Formula: TypesetFormula]>([:])

  /// The pages of a site of these lessons, by their paths.
  static func pages(
    of lessons: [VerifiedLesson], _ generator: SiteGenerator = generator()
  ) throws -> [String: String] {
    let files = try generator.site(of: lessons).files.filter { $0.path.hasSuffix(".html") }
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// A lesson of this text, each check of which has brought what it expects.
  static func verified(
    _ text: String, id: String = "sums", run: PretendRun = PretendRun()
  ) throws -> VerifiedLesson {
    try run.verified(lesson(text, id: id))
  }

  static func lesson(_ text: String, path: String? = nil, id: String = "sums") -> Lesson {
    LessonReader.read(SourceFile(path: path ?? "lessons/\(id).md", text: text), id: id)
  }

  static func lessons() throws -> [VerifiedLesson] {
    var run = PretendRun()
    run.computed = ["third": "0.3333333333333333", "ratio": "0.6666666666666666"]
    run.failing = ["wrong"]
    var first = BlockResult()
    first.output = "<3>\n"
    first.shownValue = "[1, 2]"
    first.shown = [
      .figure(
        ShownFigure(
          name: nil, title: "A line", alternative: "It rises.", caption: "With slope $1$.",
          svg: "<svg role=\"img\" viewBox=\"0 0 1 1\"><title>A line</title></svg>",
          width: 1)),
      .table(
        ShownTable(title: "Sums", columns: ["a & b", "sum"], rows: [["1", "2.5"], ["x", "10"]])),
      .figure(
        ShownFigure(
          name: "later", title: "Later", alternative: "", caption: "",
          svg: "<svg role=\"img\" viewBox=\"0 0 2 2\"><title>Later</title></svg>",
          width: 2)),
    ]
    run.blocks[0] = first
    return [
      try run.verified(lesson(sums)), try run.verified(lesson(products, id: "products")),
    ]
  }

  private static let sums = """
    ---
    title: Sums
    summary: How to add *two* numbers.
    minutes: 12
    objectives: [add $a$ and $b$]
    sources: ["[Euclid](https://example.org/euclid), book VII"]
    ---

    # Sums

    A third is `third ≈ 0.333`, and two are 0.667<!-- check: ratio ≈ 0.667 -->, see
    [products](products.md#products).[^1]

    ## Adding $a$

    ```swift
    let third = 1.0 / 3     // ≈ 0.333
    wrong                   // = 4
    pairs                   // = [[1, 2],
                            //    [3, 4]]
    print("<\\(3)>")
    [1, 2]
    ```

    ```output
    <3>
    ```

    ```swift hidden
    let unseen = 1
    ```

    ```swift skip="takes a year"
    search()
    ```

    ```swift fails
    let text: Int = ""
    ```

    ```diagnostic
    cannot convert
    ```

    | name | value |
    |:-----|------:|
    | sum  | 0.667 |

    <!-- check: ratio ≈ 0.667 -->

    > [!WARNING]
    > Mind the gap.

    $$
    a + b = 0.667
    $$

    <!-- check: ratio ≈ 0.667 -->

    ![later](figure:later)

    [^1]: A note.

    """

  private static let products = """
    ---
    title: Products
    prerequisites: [sums]
    ---

    ## Products

    Back to [sums](sums.md), or [elsewhere](https://example.org/a.md).

    """
}

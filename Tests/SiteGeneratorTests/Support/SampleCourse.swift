import LessonFormat
import LessonRunner
import SiteGenerator

/// A course of two lessons that nothing has run, with one of everything that a page can show.
enum SampleCourse {
  static let outline = CourseOutline(
    title: "Sums & products", description: "Where $a + b$ leads.",
    parts: [
      .init(title: "Beginnings", lessons: ["sums"]), .init(title: "Further", lessons: ["products"]),
    ])

  static func generator(cache: String? = nil, baseURL: String? = nil) -> SiteGenerator {
    SiteGenerator(course: outline, assets: Checkout.assets, cache: cache, baseURL: baseURL)
  }

  static func lesson(_ text: String, id: String = "sums") -> Lesson {
    LessonReader.read(SourceFile(path: "lessons/\(id).md", text: text), id: id)
  }

  static var results: [LessonResult] {
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
          svg: "<svg role=\"img\" viewBox=\"0 0 1 1\"><title>A line</title></svg>")),
      .table(
        ShownTable(title: "Sums", columns: ["a & b", "sum"], rows: [["1", "2.5"], ["x", "10"]])),
      .figure(
        ShownFigure(
          name: "later", title: "Later", alternative: "", caption: "",
          svg: "<svg role=\"img\" viewBox=\"0 0 2 2\"><title>Later</title></svg>")),
    ]
    run.blocks[0] = first
    return [
      run.result(of: lesson(sums)), run.result(of: lesson(products, id: "products")),
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

import Testing

@testable import LessonFormat

@Suite struct EarlyReadTests {
  /// `line: variable < line of its value`, counted in the code of a lesson that is one block.
  private func early(_ code: String) -> [String] {
    let lesson = LessonReader.read(
      SourceFile(path: "x.md", text: "```swift\n\(code)\n```\n"), id: "x")
    return described(lesson, from: 1)
  }

  private func described(_ lesson: Lesson, from first: Int = 0) -> [String] {
    lesson.earlyReads.map { read in
      let line =
        switch read.reader {
        case .claim(let index): lesson.claims[index].position.line
        case .block(let index, let offset):
          lesson.blocks[index].firstLine
            + lesson.blocks[index].code.utf8.prefix(offset).count { $0 == 10 }
        }
      return "\(line - first): \(read.variable) < \(read.valueLine - first)"
    }
  }

  @Test(arguments: [
    "area\nlet area = 3.0",
    "print(area)\nvar area = 3.0",
    "let twice = 2 * area\nlet area = 3.0",
    "\"it is \\(area)\"\nlet area = 3.0",
    "[1, 2].map { $0 * area }\nlet area = 3",
    "if area > 2 { print(1) }\nlet area = 3.0",
    "for i in area { print(i) }\nlet area = [1]",
    "area += 1\nvar area = 3.0",
    "area.append(1)\nvar area = [1]",
    "f(&area)\nvar area = 3.0\nfunc f(_ x: inout Double) {}".replacing("\nfunc", with: "; func"),
    "if let area { print(area) }\nlet area: Int? = 3",
    "let f = { [area] in area }\nlet area = 3.0",
    "(area, 1)\nlet (area, _) = (3.0, 4)",
    "try print(await area)\nlet area = 3.0",
    "{ area }()\nlet area = 3.0",
    "\\Int.area\nlet area = 3".replacing("\\Int.area", with: "area as Any"),
  ])
  func aVariableIsReadByItsName(code: String) {
    #expect(early(code) == ["1: area < 2"])
  }

  @Test(arguments: [
    ("func price() -> Double { fee }\nprice()\nlet fee = 2.5", 2, 3),
    ("price()\nlet fee = 2.5\nfunc price() -> Double { fee }", 1, 2),
    ("func a() -> Double { b() }\nfunc b() -> Double { a() + fee }\na()\nlet fee = 2.5", 3, 4),
    ("struct S { func m() -> Double { fee } }\nS().m()\nlet fee = 2.5", 2, 3),
    ("struct S { func m() -> Double { fee } }\nlet s = S()\ns.m()\nlet fee = 2.5", 3, 4),
    ("struct S { var p: Double { fee } }\nlet s = S()\ns.p\nlet fee = 2.5", 3, 4),
    ("struct S { var p: Double { get { fee } set {} } }\nS().p\nlet fee = 2.5", 2, 3),
    ("struct S { static let p = fee }\nS.p\nlet fee = 2.5", 2, 3),
    ("struct S { lazy var p = fee }\nvar s = S()\ns.p\nlet fee = 2.5", 3, 4),
    ("struct S { var x = fee }\nS()\nlet fee = 2.5", 2, 3),
    ("struct S { var x: Double; init() { x = fee } }\nlet s = S()\nlet fee = 2.5", 2, 3),
    ("struct S { subscript(i: Int) -> Double { fee } }\nlet s = S()\ns[0]\nlet fee = 2.5", 3, 4),
    ("struct S { func callAsFunction() -> Double { fee } }\nlet s = S()\ns()\nlet fee = 1.5", 3, 4),
    ("struct S {}\nfunc + (a: S, b: S) -> Double { fee }\nS() + S()\nlet fee = 2.5", 3, 4),
    (
      "struct S { static prefix func - (a: S) -> Double { fee } }\nlet s = S()\n-s\nlet fee = 2.5",
      3,
      4
    ),
    (
      "infix operator **\nfunc ** (a: Double, b: Double) -> Double { a * fee }\n2 ** 3\nlet fee = 2.5",
      3, 4
    ),
    ("extension Double { var doubled: Double { self * fee } }\n3.0.doubled\nlet fee = 2.5", 2, 3),
    (
      "protocol P {}\nextension P { func m() -> Double { fee } }\nstruct S: P {}\nS().m()\nlet fee = 1.5",
      4, 5
    ),
    ("class A { var x = fee }\nclass B: A {}\nlet b = B()\nlet fee = 2.5", 3, 4),
    ("var price: Double { fee }\nprice\nlet fee = 2.5", 2, 3),
    ("let price = { (n: Double) in n * fee }\nprice(3)\nlet fee = 2.5", 2, 3),
    ("let prices = [{ fee }]\nprices[0]()\nlet fee = 2.5", 2, 3),
    ("func price() -> Double { fee }\nlet p = price\np()\nlet fee = 2.5", 3, 4),
    ("func make() -> () -> Double { { fee } }\nlet p = make()\np()\nlet fee = 2.5", 3, 4),
    ("func make() -> () -> Double { return { fee } }\nlet p = make()\np()\nlet fee = 2.5", 3, 4),
    (
      "struct M { var loss: () -> Double }\nlet m = M(loss: { fee })\nm.loss()\nlet fee = 2.5", 3, 4
    ),
    ("func price() -> Double { fee }\n[1, 2].map { _ in price() }\nlet fee = 2.5", 2, 3),
    ("func price(_ n: Int) -> Double { fee }\n[1, 2].map(price)\nlet fee = 2.5", 2, 3),
    ("func price(_ n: Double = fee) -> Double { n }\nprice()\nlet fee = 2.5", 2, 3),
    ("var p = 0 { didSet { print(fee) } }\np = 1\nlet fee = 2.5", 2, 3),
    ("func a() -> Double { func b() -> Double { fee }\nreturn b() }\na()\nlet fee = 2.5", 3, 4),
    (
      "struct S: CustomStringConvertible { var description: String { \"\\(fee)\" } }\nlet s = S()\nprint(s)\nlet fee = 2",
      3, 4
    ),
    ("func area() -> Double { side * side }\nlet side: Double\narea()\nside = 3", 3, 4),
    ("do { print(fee) }\nlet fee = 2.5", 1, 2),
    (
      "struct P: CustomStringConvertible { var description: String { fee } }\nlet p = P()\np\n"
        + "let fee = String()", 3, 4
    ),
    ("struct S { var x = fee }\nlet s: S = .init()\nlet fee = 2.5", 2, 3),
    (
      "@propertyWrapper struct W { var wrappedValue: Double { fee } }\nstruct S { @W var x }\n"
        + "S().x\nlet fee = 2.5", 3, 4
    ),
    ("Plot(\"title\") { Line(fee) }\nlet fee = 2.5", 1, 2),
    (
      "struct R { init(_ make: () -> Double) { _ = make() } }\nlet r = R { fee }\nlet fee = 2.5",
      2, 3
    ),
    (
      "func run(_ f: () -> Double) -> Double { f() }\nrun { fee }\nlet fee = 2.5", 2, 3
    ),
    (
      "func twice(_ f: @escaping () -> Double) -> () -> Double { { 2 * f() } }\n"
        + "let t = twice { fee }\nt()\nlet fee = 2.5", 3, 4
    ),
    ("let f = { [fee] in fee }\nlet fee = 2.5", 1, 2),
    ("struct S { let v: Double; init() { v = fee } }\ntypealias T = S\nT().v\nlet fee = 2.5", 3, 4),
    ("struct S { var v = fee }\ntypealias T = S\nT().v\nlet fee = 2.5", 3, 4),
    ("enum O { struct I { var v = fee } }\nO.I().v\nlet fee = 2.5", 2, 3),
    (
      "enum O { struct I { let v: Double; init(_ n: Int) { v = fee } } }\nO.I(3)\nlet fee = 2.5", 2,
      3
    ),
    (
      "struct S { let v: Double; init() { v = fee }; init(x: Int) { self.init() } }\nS(x: 1)\n"
        + "let fee = 2.5", 2, 3
    ),
    (
      "struct S { let v: Double; init() { v = fee }\nstatic func make() -> Self { Self() } }\n"
        + "S.make()\nlet fee = 2.5", 3, 4
    ),
  ])
  func aVariableIsReadThroughWhatUsesIt(code: String, line: Int, value: Int) {
    #expect(early(code).first?.hasPrefix("\(line): ") == true, "\(early(code))")
    #expect(early(code).allSatisfy { $0.hasSuffix(" < \(value)") && $0.hasPrefix("\(line): ") })
  }

  @Test(arguments: [
    "let area = 3.0\narea",
    "func price() -> Double { fee }\nlet fee = 2.5\nprice()",
    "func price() -> Double { fee }\nlet p = price\nlet fee = 2.5\np()",
    "let price = { fee }\nlet fee = 2.5\nprice()",
    "struct S { func m() -> Double { fee } }\nlet s = S()\nlet fee = 2.5\ns.m()",
    "func make() -> () -> Double { { fee } }\nlet p = make()\nlet fee = 2.5\np()",
    "struct M { var loss: () -> Double }\nlet m = M(loss: { fee })\nlet fee = 2.5\nm.loss()",
    "struct M { var size = 1; var loss: () -> Double }\nlet m = M(loss: { fee })\nm.size\nlet fee = 2.5",
    "let later = later2()\nfunc later2() -> Int { 1 }\nlet b = Later()\nstruct Later {}",
    // Another thing of that name.
    "func f(_ area: Double) -> Double { area }\nf(2)\nlet area = 3.0",
    "[1].map { area in area }\nlet area = 3.0",
    "for area in [1] { print(area) }\nlet area = 3.0",
    "do { let area = 2; print(area) }\nlet area = 3.0",
    "if let area = Optional(1) { print(area) }\nlet area = 3.0",
    "switch 3 { case let area: print(area) }\nlet area = 3.0",
    "struct S { var area = 1.0; func m() -> Double { area + self.area } }\nS().m()\nlet area = 3.0",
    "struct S { var area = 1.0 }\nextension S { func m() -> Double { area } }\nS().m()\nlet area = 3.0",
    "struct S { var area = 1.0 }\nS().area\nS(area: 2)\nlet area = 3.0",
    "enum E { case area }\nlet e: E = .area\nlet area = 3.0",
    "f(area: 2)\nfunc f(area: Double) {}\nlet area = 3.0",
    "func f() { func area() {}; area() }\nf()\nlet area = 3.0",
    "typealias T = (area: Int, b: Int)\nlet t: T = (area: 1, b: 2)\nlet area = 3.0",
    "struct A { func m() -> Double { fee } }\nstruct B { func m() -> Double { 1 } }\nB().m()\nlet fee = 2.5",
    "struct V {}\nfunc + (a: V, b: V) -> Double { fee }\n1 + 2\nlet fee = 2.5",
    "struct S { subscript(i: Int) -> Double { fee } }\nlet xs = [1, 2]\nxs[0]\nlet fee = 2.5",
    "func price() -> Double { fee }\nfunc price(of n: Int) -> Double { 1 }\nprice(of: 3)\nlet fee = 2.5",
    // A value that is given, not read.
    "func reset() { count = 0 }\nreset()\nvar count = 5",
    "let x: Int\nx = 3\nx",
    "let x: Int\nif Bool.random() { x = 3 } else { x = 4 }\nx",
    "var x: Int?\nx\nx = 3",
    "func fact(_ n: Int) -> Int { n < 2 ? 1 : n * fact(n - 1) }\nfact(3)",
    "let fact: (Int) -> Int = { n in n < 2 ? 1 : n * fact(n - 1) }\nfact(3)",
    "var x = 0 { didSet { print(x) } }\nx = 2",
    "defer { print(area) }\nlet area = 3.0",
    "guard let x = Optional(1) else { fatalError() }\nfunc f() -> Int { x }\nf()",
    "func price(_ n: Double = fee) -> Double { n }\nprice(2)\nlet fee = 2.5",
    "#if true\nlet a = 1\n#endif\na",
    "#if DEBUG\narea\n#elseif os(macOS)\narea\n#else\nlet a = 1\n#endif\nlet area = 3.0",
    "#if os(Linux)\nlet area = 3.0\n#else\narea\nlet area = 4.0\n#endif\narea",
    "let text = \"area\" // area\nlet area = 3.0",
    "Task { print(area) }\nlet area = 3.0",
    "func twice(_ f: @escaping () -> Double) -> () -> Double { { 2 * f() } }\n"
      + "let t = twice { area }\nlet area = 3.0\nt()",
    "func keep(_ f: @escaping () -> Void) {}\nfunc show() { print(area) }\nkeep(show)\n"
      + "keep { show() }\nlet area = 3.0",
    "let xs = [1, 2].lazy.map { $0 * area }\nlet area = 3\nArray(xs)",
    "extension Array { func half() -> Int { count / 2 } }\n[1].half()\nlet count = 3",
    "enum E: Int { case a; func r() -> Int { rawValue } }\nE.a.r()\nlet rawValue = 3",
    "func f() -> Int { let base = 3; func g() -> Int { base }; return g() }\nf()\nlet base = 2",
    "class N { var w = [area] }\nlet make: () -> N = N.init\nlet area = 3.0\nmake()",
    "class A { var area = 2.0 }\nclass B: A { func m() -> Double { area } }\nB().m()\nlet area = 3.0",
  ])
  func whatIsThereIsNotReported(code: String) {
    #expect(early(code) == [])
  }

  @Test func whatWasComputedFromNothingIsNotReportedAgain() {
    #expect(early("let w = [1].filter { $0 > low }\nw\nlet low = 1") == ["1: low < 3"])
    #expect(early("let w = [[1]].map { $0.map { $0 * low } }\nw\nlet low = 1") == ["1: low < 3"])
  }

  @Test func aClaimReadsWhatTheBlocksAboveItGive() {
    let lesson = LessonReader.read(
      SourceFile(
        path: "x.md",
        text: """
          It is `area ≈ 0.0`, and `2 * 3 ≈ 6`.

          ```swift
          let area = 3.0
          func twice() -> Double { 2 * depth }
          ```

          Now `area ≈ 3.0` and `twice() ≈ 0`. It is 0. <!-- check: depth ≈ 0 -->

          ```swift
          let depth = 4.0
          ```

          It is `twice() ≈ 8`.
          """), id: "x")
    #expect(described(lesson) == ["1: area < 4", "8: depth < 11", "8: depth < 11"])
  }

  @Test func aLaterBlockGivesTheValue() {
    let lesson = LessonReader.read(
      SourceFile(
        path: "x.md",
        text: """
          ```swift
          func price(_ count: Double) -> Double { count * fee }
          price(3)             // = 0
          ```

          ```swift
          let fee = 2.5
          price(3)             // = 7.5
          ```
          """), id: "x")
    #expect(described(lesson) == ["3: fee < 7"])
    #expect(lesson.earlyReads.map(\.checks) == [[0]])
  }

  @Test func theChecksThatNeedTheValueAreKnown() {
    let lesson = LessonReader.read(
      SourceFile(
        path: "x.md",
        text: """
          ```swift
          1 + 1                // = 2
          let p = 2 * fee      // = 0
          fee                  // = 0
          for i in 1...2 {
            i * 2              // = 2
            fee                // = 0
          }
          let fee = 2.5        // = 2.5
          ```
          """), id: "x")
    #expect(lesson.earlyReads.map(\.checks) == [[1], [2], [4]])
    #expect(lesson.earlyReads.map { $0.skipped != nil } == [false, true, true])
  }

  @Test func exercisesAndTrapsReadWhatStandsAboveThem() {
    let lesson = LessonReader.read(
      SourceFile(
        path: "x.md",
        text: """
          ```swift traps
          _ = [1][late]
          ```

          ```swift exercise="a"
          let own = 1
          ```

          ```swift solution="a"
          let own = late
          ```

          ```swift check="a"
          own                  // = 0
          ```

          ```swift
          let late = 2
          let own = 3
          ```
          """), id: "x")
    #expect(described(lesson) == ["2: late < 18", "10: late < 18"])
  }
}

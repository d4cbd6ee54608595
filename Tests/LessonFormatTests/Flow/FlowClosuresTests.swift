import Testing

@testable import LessonFormat

@Suite struct FlowClosuresTests {
  @Test(arguments: [
    #"""
    func f() -> Double { fee }
    let t = (f, 1)
    t.0()  /* early */
    let fee = 2.5
    """#,
    #"""
    let t = (f: { fee }, g: 1)
    t.f()  /* early */
    let fee = 2.5
    """#,
    #"""
    let table = ["a": { fee }]
    table["a"]!()  /* early */
    let fee = 2.5
    """#,
    #"""
    var table: [String: () -> Double] = [:]
    table["a"] = { fee }
    table["a"]!()  /* early */
    let fee = 2.5
    """#,
    #"""
    var fs: [() -> Double] = []
    fs.append { fee }
    fs[0]()  /* early */
    let fee = 2.5
    """#,
    #"""
    var fs: [() -> Double] = []
    fs.append({ fee })
    fs.first!()  /* early */
    let fee = 2.5
    """#,
    #"""
    let fs = [{ fee }]
    for f in fs { f() }  /* early */
    let fee = 2.5
    """#,
    #"""
    let fs = [{ fee }]
    fs.map { $0() }  /* early */
    let fee = 2.5
    """#,
    #"""
    let f: (() -> Double)? = { fee }
    f?()  /* early */
    let fee = 2.5
    """#,
    #"""
    struct Box { var f = { fee } }
    let b = Box()
    b.f()  /* early */
    let fee = 2.5
    """#,
    #"""
    struct Box { var f: () -> Double = { 1 } }
    var b = Box()
    b.f = { fee }
    b.f()  /* early */
    let fee = 2.5
    """#,
    #"""
    let xs = [1, 2].lazy.map { $0 * fee }
    for x in xs { print(x) }  /* early */
    let fee = 2
    """#,
    #"""
    let xs = [1, 2].lazy.map { $0 * fee }
    Array(xs)  /* early */
    let fee = 2
    """#,
    #"""
    func f() { defer { print(fee) }; print(1) }
    f()  /* early */
    let fee = 2
    """#,
    #"""
    do { defer { print(fee) }; print(1) }  /* early */
    let fee = 2
    """#,
    #"""
    func show<T>(_ x: T) { print(x) }
    show(fee)  /* early */
    let fee = 2
    """#,
    #"""
    var fs: [() -> Double] = []
    fs.append { fee }
    let g = fs[0]
    g()  /* early */
    let fee = 2.5
    """#,
    #"""
    func run(_ f: () -> Double) -> Double { f() }
    let fs = [{ fee }]
    run(fs[0])  /* early */
    let fee = 2.5
    """#,
    #"""
    let box = { (x: Int) in x * k }
    [1, 2].map(box)  /* early */
    let k = 2
    """#,
    #"""
    actor A { var n: Int { k } }
    let a = A()
    await a.n  /* early */
    let k = 2
    """#,
    #"""
    let f = true ? { k } : { 2 }
    f()  /* early */
    let k = 2
    """#,
    #"""
    func adder(_ n: Int) -> (Int) -> Int { { $0 + n * k } }
    let fs = [adder(1), adder(2)]
    fs.map { $0(1) }  /* early */
    let k = 2
    """#,
    #"""
    struct S { var f: () -> Int; var g: Int { f() } }
    let s = S(f: { k })
    s.g  /* early */
    let k = 2
    """#,
    #"""
    struct Op { let run: (Double) -> Double }
    let ops = [Op(run: { $0 * k }), Op { $0 + 1 }]
    ops.map { $0.run(1) }  /* early */
    let k = 2.0
    """#,
    #"""
    func make() -> some Sequence<Int> { [1, 2].lazy.map { $0 * k } }
    let s = make()
    for x in s { print(x) }  /* early */
    let k = 2
    """#,
    #"""
    enum Op: String { case add; func callAsFunction(_ a: Int) -> Int { a * k } }
    let op: Op = .add
    op(3)  /* early */
    let k = 2
    """#,
  ])
  func aClosureThatIsKeptReadsAVariableWhenItIsCalled(code: String) {
    #expect(earlyLines(code) == linesMarkedEarly(code))
  }
}

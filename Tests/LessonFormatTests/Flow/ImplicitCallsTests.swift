import Testing

@testable import LessonFormat

@Suite struct ImplicitCallsTests {
  @Test(arguments: [
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    [M(c: 2), M(c: 1)].sorted().first!.c  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    let ms = [M(c: 2), M(c: 1)]
    let s = ms.sorted()  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Equatable { var c: Int
      static func == (a: M, b: M) -> Bool { a.c * scale == b.c } }
    let a = [M(c: 2)]
    let b = [M(c: 2)]
    a == b  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Equatable { var c: Int
      static func == (a: M, b: M) -> Bool { a.c * scale == b.c } }
    let a = [M(c: 2)]
    a.contains(M(c: 1))  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Equatable { var c: Int
      static func == (a: M, b: M) -> Bool { a.c * scale == b.c } }
    let a = M(c: 2)
    switch a { case M(c: 2): print(1)  /* early */
    default: print(2) }
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    let s: Set = [M(c: 1)]  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    let s: Set<M> = [M(c: 1)]  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    let s = Set([M(c: 1)])  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    let s = [M(c: 1): 2]  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    var s: [M: Int] = [:]
    s[M(c: 1)] = 3  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    let p = [P()]
    print(p)  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    let p = P()
    let t = "it is \(p)"  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    let p = P()
    let t = String(describing: p)  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    let p = P() /* early */  // = 0
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    struct Q { var p = P() }
    let q = Q()
    print(q)  /* early */
    let scale = 2
    """#,
    #"""
    class C { deinit { print(scale) } }
    var c: C? = C()
    c = nil  /* early */
    let scale = 2
    """#,
    #"""
    class C { deinit { print(scale) } }
    do {
      let c = C()  /* early */
      print(1)
    }
    let scale = 2
    """#,
    #"""
    class C { deinit { print(scale) } }
    func f() { let c = C(); print(1) }
    f()  /* early */
    let scale = 2
    """#,
    #"""
    class C { deinit { print(scale) } }
    _ = C()  /* early */
    let scale = 2
    """#,
    #"""
    class C { deinit { print(scale) } }
    var cs = [C()]
    cs.removeAll()  /* early */
    let scale = 2
    """#,
    #"""
    struct S { var p = 1 { didSet { print(scale) } } }
    var s = S()
    s.p = 2  /* early */
    let scale = 2
    """#,
    #"""
    struct S { var p = 1 { didSet { print(scale) } } }
    var s = S()
    s.p += 2  /* early */
    let scale = 2
    """#,
    #"""
    var xs = [1] { didSet { print(scale) } }
    xs.append(2)  /* early */
    let scale = 2
    """#,
    #"""
    var xs = [1] { didSet { print(scale) } }
    xs[0] = 2  /* early */
    let scale = 2
    """#,
    #"""
    struct M: ExpressibleByIntegerLiteral { var c: Int
      init(integerLiteral v: Int) { c = v * scale } }
    let m: M = 3  /* early */
    let scale = 2
    """#,
    #"""
    struct M: ExpressibleByIntegerLiteral { var c: Int
      init(integerLiteral v: Int) { c = v * scale } }
    let m: [M] = [3]  /* early */
    let scale = 2
    """#,
    #"""
    @dynamicMemberLookup struct D { subscript(dynamicMember n: String) -> Int { scale } }
    let d = D()
    d.foo  /* early */
    let scale = 2
    """#,
    #"""
    @dynamicCallable struct D {
      func dynamicallyCall(withArguments a: [Int]) -> Int { scale } }
    let d = D()
    d(1, 2)  /* early */
    let scale = 2
    """#,
    #"""
    struct F { func callAsFunction() -> Int { scale } }
    struct B { var f = F() }
    let b = B()
    b.f()  /* early */
    let scale = 2
    """#,
    #"""
    struct F { func callAsFunction() -> Int { scale } }
    let fs = [F()]
    fs[0]()  /* early */
    let scale = 2
    """#,
    #"""
    @resultBuilder struct B { static func buildBlock(_ c: Int...) -> [Int] { c + [scale] } }
    func make(@B _ f: () -> [Int]) -> [Int] { f() }
    make { 1; 2 }  /* early */
    let scale = 2
    """#,
    #"""
    @resultBuilder struct B { static func buildBlock(_ c: Int...) -> [Int] { c + [scale] } }
    @B func make() -> [Int] { 1; 2 }
    make()  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Codable { var c = 1; func encode(to e: any Encoder) throws { print(scale) } }
    let d = try JSONEncoder().encode(M())  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Codable { var c = 1; init(from d: any Decoder) throws { print(scale) } }
    let d = try JSONDecoder().decode(M.self, from: data)  /* early */
    let scale = 2
    let data = Data()
    """#,
    #"""
    struct S: Sequence, IteratorProtocol { mutating func next() -> Int? { scale } }
    let s = S()
    for x in s { print(x) }  /* early */
    let scale = 2
    """#,
    #"""
    struct I: IteratorProtocol { mutating func next() -> Int? { scale } }
    struct S: Sequence { func makeIterator() -> I { I() } }
    let s = S()
    s.map { $0 + 1 }  /* early */
    let scale = 2
    """#,
    #"""
    struct S: AsyncSequence, AsyncIteratorProtocol {
      mutating func next() async -> Int? { scale }; func makeAsyncIterator() -> S { self } }
    let s = S()
    for await x in s { print(x) }  /* early */
    let scale = 2
    """#,
    #"""
    struct G: RandomNumberGenerator { mutating func next() -> UInt64 { UInt64(scale) } }
    var g = G()
    Int.random(in: 0..<3, using: &g)  /* early */
    let scale = 2
    """#,
    #"""
    enum E: LocalizedError { case a; var errorDescription: String? { "\(scale)" } }
    func f() throws { throw E.a }
    do { try f() } catch {
      print(error.localizedDescription) }  /* early */
    let scale = 2
    """#,
    #"""
    struct M: AdditiveArithmetic { var c = 1
      static func + (a: M, b: M) -> M { print(scale); return a }
      static func - (a: M, b: M) -> M { a }; static var zero: M { M() } }
    var m = M()
    m += m  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    func show<T>(_ x: T, _ n: Int) { print(x) }
    show(3, 4)
    show(P(), 4)  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    func first<T>(_ x: [T]) -> T { x[0] }
    let q = first([P()])
    print(q)  /* early */
    let scale = 2
    """#,
    #"""
    protocol Shape { var area: Double { get } }
    struct S: Shape { var area: Double { scale } }
    let shapes: [any Shape] = [S()]
    shapes.map { $0.area }  /* early */
    let scale = 2.0
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    func best<T: Comparable>(_ xs: [T]) -> T { xs.max()! }
    best([1, 2])
    best([M(c: 1)])  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    extension Array where Element: Comparable { func best() -> Element { self.max()! } }
    [1, 2].best()
    [M(c: 1)].best().c  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    let m = M(c: 1)
    m >= m  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    let m = M(c: 1)
    max(m, m)  /* early */
    let scale = 2
    """#,
    #"""
    enum Shape: CustomStringConvertible { case circle(Double)
      var description: String { "\(scale)" } }
    let s = Shape.circle(2)
    print(s)  /* early */
    let scale = 2
    """#,
    #"""
    @propertyWrapper struct W { var v: Int; init(wrappedValue: Int) { v = wrappedValue }
      var wrappedValue: Int { get { v } set { v = newValue * scale } } }
    struct S { @W var x = 3 }
    var s = S()
    s.x = 2  /* early */
    let scale = 2
    """#,
    #"""
    @propertyWrapper struct W { var wrappedValue: Int; var projectedValue: Int { scale } }
    struct S { @W var x = 3 }
    var s = S()
    s.$x  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Identifiable { var id: Int { scale } }
    let m = M()
    m.id  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    struct Box<T> { var x: T; func show() { print(x) } }
    Box(x: P()).show()  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    struct Box<T> { var x: T; func show() { print(x) } }
    Box(x: 3).show()
    Box(x: P()).show()  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    struct Stack<T> { var xs: [T] = []; mutating func push(_ x: T) { xs.append(x) } }
    var s = Stack<P>()
    print(s.xs)  /* early */
    let scale = 2
    """#,
    #"""
    class Animal: CustomStringConvertible { var description: String { "a" } }
    class Dog: Animal { override var description: String { "\(scale)" } }
    let a: Animal = Dog()
    print(a)  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable, Hashable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    let m = M(c: 1)
    [m, m].max()  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    func make() -> [M] { [M(c: 1)] }
    let ms = make()
    let top = ms.first
    let t = ms.sorted()  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    struct Bag { var ms: [M]; var top: M { ms.max()! } }
    let b = Bag(ms: [M(c: 1)])
    b.top  /* early */
    let scale = 2
    """#,
    #"""
    struct V: Equatable { var x: Double
      static func + (a: V, b: V) -> V { V(x: (a.x + b.x) * unit) } }
    let vs = [V(x: 1)]
    vs.reduce(V(x: 0), +)  /* early */
    let unit = 1.0
    """#,
    #"""
    struct V: Equatable { var x: Double
      static func + (a: V, b: V) -> V { V(x: (a.x + b.x) * unit) } }
    let vs = [V(x: 1)]
    vs.reduce(V(x: 0)) { $0 + $1 }  /* early */
    let unit = 1.0
    """#,
    #"""
    struct T: CustomStringConvertible { var c: Double
      var description: String { "\(c)\(symbol)" } }
    let ts = [T(c: 1)]
    let w = ts.map { $0.c }
    ts      /* early */  // = [1°]
    let symbol = "°"
    """#,
    #"""
    class Counter { var n = 0; func next() -> Int { n += 1; return n } }
    struct S: Sequence { let c = Counter()
      func makeIterator() -> AnyIterator<Int> { AnyIterator { limit } } }
    let a = Array(S())  /* early */
    let limit = 3
    """#,
    #"""
    enum E: Error, CustomStringConvertible { case bad
      var description: String { "\(code)" } }
    func f() throws -> Int { throw E.bad }
    do { try f() } catch {
      print("failed: \(error)") }  /* early */
    let code = 3
    """#,
    #"""
    protocol Shape { func area() -> Double }
    extension Shape { func show() -> String { "\(self)" } }
    struct Sq: Shape, CustomStringConvertible { func area() -> Double { 1 }
      var description: String { "\(unit)" } }
    Sq().show()  /* early */
    let unit = "m"
    """#,
    #"""
    struct Matrix: Equatable { var xs: [Double]
      subscript(i: Int) -> Double { get { xs[i] } set { xs[i] = newValue * gain } } }
    var m = Matrix(xs: [1])
    m[0]
    let y = m[0] + 1
    m[0] = 2  /* early */
    let gain = 2.0
    """#,
    #"""
    struct P: CustomStringConvertible { var x = 1; var description: String { "\(k)" } }
    let pair = (P(), 3)
    print(pair)  /* early */
    let k = 2
    """#,
    #"""
    enum E { case a(Int) ; static func make(_ n: Int = k) -> E { .a(n) } }
    let x = 3
    let e: E = .make()  /* early */
    let k = 2
    """#,
    #"""
    struct P { var x: Int { willSet { print(k) } } }
    var p = P(x: 1)
    p.x = 2  /* early */
    let k = 2
    """#,
    #"""
    var total: Int { get { 1 } set { print(k * newValue) } }
    total
    total = 3  /* early */
    let k = 2
    """#,
    #"""
    struct P { var xs = [1] { didSet { print(k) } } }
    var p = P()
    p.xs.count
    p.xs.append(3)  /* early */
    let k = 2
    """#,
    #"""
    struct C { var n = 0; mutating func up() { n += 1 } }
    var c = C() { didSet { print(k) } }
    c.n
    c.up()  /* early */
    let k = 2
    """#,
    #"""
    func bump(_ x: inout Int) { x += 1 }
    var n = 1 { didSet { print(k) } }
    bump(&n)  /* early */
    let k = 2
    """#,
    #"""
    struct D: Encodable { var p = P() }
    struct P: Encodable { func encode(to e: any Encoder) throws { print(k) } }
    let d = D()
    try JSONEncoder().encode(d)  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    let text = ["a"] + [3].map { _ in
      "\(P())" }  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    let ps: [P] = .init(repeating: P(), count: 2)
    print(ps)  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    var last: P?
    print(last as Any); last = P(); print(last!)  /* early */
    let k = 2
    """#,
    #"""
    class Node { var value = 1; var next: Node?; deinit { log.append(value) } }
    var n: Node? = Node()
    n = nil  /* early */
    var log: [Int] = []
    """#,
    #"""
    struct V { var x = 1.0; static func * (k: Double, v: V) -> V { V(x: k * v.x * unit) } }
    let v = V()
    let w = 2.0 * v  /* early */
    let unit = 1.0
    """#,
    #"""
    enum E: CustomStringConvertible { case a(Int); var description: String { "\(k)" } }
    let e = E.a(3)
    "\(e)"  /* early */
    let k = 2
    """#,
    #"""
    struct Net { var w: Double
      func callAsFunction(_ x: Double) -> Double { x * w * gain } }
    func twice(_ n: Net) -> Double { n(n(1)) }
    let net = Net(w: 1)
    twice(net)  /* early */
    let gain = 2.0
    """#,
    #"""
    struct Step: Strideable { var n: Int
      func distance(to o: Step) -> Int { (o.n - n) * unit }
      func advanced(by k: Int) -> Step { Step(n: n + k * unit) } }
    let s = Step(n: 1)
    for x in stride(from: s, to: Step(n: 3), by: 1) { print(1) }  /* early */
    let unit = 1
    """#,
    #"""
    struct W: TextOutputStream { mutating func write(_ s: String) { print(prefix + s) } }
    var w = W()
    print("a", to: &w)  /* early */
    let prefix = "x"
    """#,
    #"""
    enum Suit: String, CaseIterable, Comparable { case a, b
    static func < (x: Suit, y: Suit) -> Bool { order[x.rawValue]! < order[y.rawValue]! } }
    Suit.allCases.count
    Suit.allCases.sorted()  /* early */
    let order = ["a": 1, "b": 2]
    """#,
    #"""
    struct R: Equatable { static func == (a: R, b: R) -> Bool { k == 2 } }
    struct S: Equatable { var r = R() }
    let s = S()
    s == S()  /* early */
    let k = 2
    """#,
    #"""
    struct R: Equatable { static func == (a: R, b: R) -> Bool { k == 2 } }
    let r: R? = R()
    let x = [r]
    r == R()  /* early */
    let k = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    typealias Price = M
    let ms: [Price] = load()
    ms.sorted(by: >)  /* early */
    let scale = 2
    func load() -> [Price] { [] }
    """#,
    #"""
    struct M { var c: Int }
    extension String.StringInterpolation {
      mutating func appendInterpolation(_ m: M) { appendLiteral(unit) } }
    let t = "\(3)" + "\(2.5)"
    let u = "\(M(c: 1))"  /* early */
    let unit = "m"
    """#,
    #"""
    extension String.StringInterpolation {
      mutating func appendInterpolation(fixed x: Double) { appendLiteral(unit) } }
    let t = "\(fixed: 2.5)"  /* early */
    let unit = "m"
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    let a = M(c: 1)
    let b = M(c: 2)
    (a, 1) < (b, 2)  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    var ms = [M(c: 2), M(c: 1)]
    ms.sort()  /* early */
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    let ms = [M(c: 2), M(c: 1)]
    let g = Dictionary(grouping: ms) { $0 }  /* early */
    let scale = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    let r: Result<P, Never> = .success(P())
    print(r)  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    func f() -> (P, Int) { (P(), 1) }
    let (p, n) = f()
    print(p)  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    let ps = [1, 2].map { _ in P() }
    print(ps)  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    struct Q { let p: P }
    let q = Q(p: P())
    print([q])  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    let p: P? = P()
    print(p ?? P())  /* early */
    let k = 2
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    let p: Any = P()
    if let q = p as? P { print(q) }  /* early */
    let k = 2
    """#,
    #"""
    struct X { let f: () -> Int }
    let xs = [X { k }]
    for x in xs { let g = x.f; g() }  /* early */
    let k = 2
    """#,
    #"""
    struct X { let f: () -> Int }
    let xs = [X { k }]
    for x in xs { (x.f)() }  /* early */
    let k = 2
    """#,
  ])
  func whatRunsWithoutBeingNamedReadsAVariable(code: String) {
    #expect(earlyLines(code) == linesMarkedEarly(code))
  }
}

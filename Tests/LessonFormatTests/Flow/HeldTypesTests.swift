import Testing

@testable import LessonFormat

@Suite struct HeldTypesTests {
  @Test(arguments: [
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    let ms = [M(c: 2), M(c: 1)]
    ms.count
    ms[0].c
    ms.map { $0.c }.max()
    ms.map(\.c).sorted()
    print(ms.map { $0.c })
    let scale = 2
    ms.sorted()
    """#,
    #"""
    struct M: Equatable { var c: Int
      static func == (a: M, b: M) -> Bool { a.c * scale == b.c } }
    let a = [M(c: 2)]
    let x = 3
    let y = [x, 4]
    x == 4
    y == [1]
    x + 1 == y[0]
    a.count == 1
    a[0].c == 2
    let scale = 2
    a == a
    """#,
    #"""
    struct M: Equatable { var c: Int
      static func == (a: M, b: M) -> Bool { a.c * scale == b.c } }
    let a = [M(c: 2)]
    a.contains { $0.c == 1 }
    a.contains(where: { $0.c == 1 })
    let scale = 2
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    var s: [M: Int] = [:]
    let m = M(c: 1)
    let ms = [m, m]
    ms.count
    m.c
    ms[0].c
    let scale = 2
    s[m] = 3
    """#,
    #"""
    struct P: CustomStringConvertible { var n = 2
      var description: String { "\(n * scale)" } }
    let p = P()
    let ps = [p, P(n: 2)]
    print(p.n)
    print(ps.count, ps[0].n)
    "\(ps.map { $0.n })"
    func pay(_ p: P) -> Int { p.n }
    pay(p)
    print(pay(p))
    print(ps.map(pay))
    print(ps.reduce(0) { $0 + $1.n })
    let total = ps.reduce(0) { $0 + $1.n }
    print("\(total)")
    var qs: [P] = []
    qs.append(p)
    qs.append(P(n: 3))
    let scale = 2
    print(ps)
    """#,
    #"""
    class C { deinit { print(scale) } }
    var c: C? = nil
    c = C()
    let d = C()
    let scale = 2
    c = nil
    """#,
    #"""
    class C { deinit { print(scale) } }
    func make() -> C { let c = C(); return c }
    let c = make()
    let scale = 2
    """#,
    #"""
    struct S { var p = 1 { didSet { print(scale) } } }
    var s = S()
    s.p
    print(s.p)
    let scale = 2
    s.p = 3
    """#,
    #"""
    var xs = [1] { didSet { print(scale) } }
    xs.count
    xs.map { $0 }
    let scale = 2
    """#,
    #"""
    struct M: ExpressibleByIntegerLiteral { var c: Int
      init(integerLiteral v: Int) { c = v * scale }; init(c: Int) { self.c = c } }
    let m: [String: M] = ["a": M(c: 2)]
    let n = 3
    let scale = 2
    """#,
    #"""
    struct I: IteratorProtocol { mutating func next() -> Int? { scale } }
    struct S: Sequence { func makeIterator() -> I { I() } }
    let s = S()
    for x in [1, 2] { print(x) }
    let xs = [1, 2]
    for x in xs { print(x) }
    xs.map { $0 + 1 }
    let scale = 2
    s.map { $0 }
    """#,
    #"""
    struct Box { var f: () -> Double = { 1 } }
    var b = Box()
    b.f = { fee }
    let fs = [b.f]
    let fee = 2.5
    b.f()
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(scale)" } }
    func show<T>(_ p: P, _ x: T) { print(x) }
    show(P(), 4)
    func first<T>(_ x: [T]) -> T { x[0] }
    print(first([1, 2]))
    let q = first([P()])
    let scale = 2
    """#,
    #"""
    enum Shape: CustomStringConvertible { case circle(Double), none
      var description: String { "\(scale)" } }
    let s = Shape.circle(2)
    switch s { case .circle(let r): print(r)
    case .none: print(1) }
    if case .circle(let r) = s { print(r) }
    let scale = 2
    """#,
    #"""
    enum E: Equatable { case a, b; static func == (x: E, y: E) -> Bool { scale == 2 } }
    let e = E.a
    switch e { case .a: print(1)
    case .b: print(2) }
    let scale = 2
    """#,
    #"""
    @propertyWrapper struct W { var v: Int; init(wrappedValue: Int) { v = wrappedValue }
      var wrappedValue: Int { get { v } set { v = newValue * scale } } }
    struct S { @W var x = 3 }
    var s = S()
    s.x
    let scale = 2
    """#,
    #"""
    struct Coin: Hashable, CustomStringConvertible { var c: Int
      var description: String { "\(c * scale)" } }
    let prices = [Coin(c: 1): 3]
    print(prices[Coin(c: 1)]!)
    for (_, p) in prices { print(p) }
    print(prices.values.max()!)
    let scale = 2
    """#,
    #"""
    class Animal: CustomStringConvertible { var description: String { "a" } }
    class Dog: Animal { override var description: String { "\(scale)" } }
    let a: Animal = Animal()
    print(a)
    let d = Dog()
    let scale = 2
    print(d)
    """#,
    #"""
    var fs: [() -> Double] = []
    fs.append { fee }
    let g = fs[0]
    fs.count
    let fee = 2.5
    g()
    """#,
    #"""
    struct M: Comparable { var c: Int
      static func < (a: M, b: M) -> Bool { a.c * scale < b.c } }
    struct Bag { var ms: [M]; var top: M { ms.max()! }; var size: Int { ms.count } }
    let b = Bag(ms: [M(c: 1)])
    b.size
    b.ms.map { $0.c }.sorted()
    let xs = [3, 1, 2]
    xs.sorted()
    xs.max()
    max(1, 2)
    zip(xs, b.ms).map { $0 * $1.c }
    let i = b.ms.firstIndex { $0.c == 1 }
    let scale = 2
    b.top
    """#,
    #"""
    struct V: Equatable { var x: Double
      static func + (a: V, b: V) -> V { V(x: (a.x + b.x) * unit) } }
    let vs = [V(x: 1)]
    vs.reduce(0) { $0 + $1.x }
    let n = 1 + 2
    let k = vs.count + n
    func add(_ a: Double, _ b: Double) -> Double { a + b }
    add(1, 2)
    vs.map { add($0.x, 1) + 3 }
    vs == [V(x: 1)]
    let unit = 1.0
    """#,
    #"""
    struct T: CustomStringConvertible { var c: Double
      var description: String { "\(c)\(symbol)" } }
    let ts = [T(c: 1)]
    let w = ts.map { $0.c }   // = [1]
    w.max()!   // = 1
    for t in ts {
      t.c    // = 1
    }
    for (i, t) in ts.enumerated() { print(i, t.c) }
    let named = ["a": T(c: 2)]
    for (name, t) in named { print(name, t.c) }
    print(named.keys.sorted())
    if let t = ts.first { print(t.c) }
    guard let u = named["a"] else { fatalError() }
    u.c    // = 2
    var best = ts[0]
    for t in ts where t.c > best.c { best = t }
    best.c   // = 1
    let symbol = "°"
    print(best)
    """#,
    #"""
    enum E: Error, CustomStringConvertible { case bad
      var description: String { "\(code)" } }
    func f() throws -> Int { throw E.bad }
    do { try f() } catch {
      print("failed") }
    (try? f()) == nil
    let code = 3
    """#,
    #"""
    protocol Shape { func area() -> Double }
    extension Shape { func show() -> String { "\(self.area())" } }
    struct Sq: Shape, CustomStringConvertible { func area() -> Double { 1 }
      var description: String { "\(unit)" } }
    Sq().show()
    let s: any Shape = Sq()
    s.area()
    let unit = "m"
    """#,
    #"""
    struct P: CustomStringConvertible { var x = 1; var description: String { "\(k)" } }
    var p = P()
    p.x = 2
    p.x += 1
    let q = p
    let pair = (p, 3)
    print(pair.1)
    let (a, b) = (p, 3)
    print(b)
    let f = { (p: P) in p.x }
    print(f(p))
    print([p].isEmpty)
    print(type(of: p))
    print(MemoryLayout<P>.size)
    let r = Bool.random() ? p : q
    print(r.x)
    let n: Int = [p, q].map { $0.x }.reduce(0, +)
    print(n)
    let k = 2
    print(pair)
    """#,
    #"""
    class Node { var value = 1; var next: Node?; deinit { log.append(value) } }
    let n = Node()
    n.next = Node()
    n.value
    func walk(_ n: Node) -> Int { var total = 0; var at: Node? = n
      while let x = at { total += x.value; at = x.next }; return total }
    var log: [Int] = []
    walk(n)
    """#,
    #"""
    struct V { var x = 1.0; static func * (k: Double, v: V) -> V { V(x: k * v.x * unit) } }
    let a = 2.0 * 3.0
    let v = V()
    let b = a * 2
    let xs = [1.0].map { $0 * 2 }
    let c = b * xs[0] * v.x
    let unit = 1.0
    2.0 * v
    """#,
    #"""
    struct P: CustomStringConvertible { var description: String { "\(k)" } }
    indirect enum Tree { case leaf(P), node(Tree, Tree)
      func size() -> Int { switch self { case .leaf: 1
    case .node(let a, let b): a.size() + b.size() } } }
    let t = Tree.node(.leaf(P()), .leaf(P()))
    t.size()
    let ps = Array(repeating: P(), count: 3)
    let qs = ps + [P()]
    qs.count
    qs.dropFirst().count
    var dict: [String: [P]] = [:]
    dict["a", default: []].append(P())
    dict.count
    for (k, v) in dict { print(k, v.count) }
    dict["a"]?.count
    let k = 2
    """#,
    #"""
    struct Part { var size: Double { gain } }
    struct Net { var w: Double
      func insert(_ x: Int) {}
      func last() -> Int { 1 }
      func add(_ p: Part) {}
      func callAsFunction(_ x: Double) -> Double { x * w * gain } }
    let net = Net(w: 1)
    net.insert(3)
    net.last()
    net.add(Part())
    let nets = [net, net]
    nets.enumerated().map { $0.offset }
    nets.dropFirst().count
    nets.reversed().count
    nets.map { $0.w }
    nets.count
    let f = net
    let gain = 2.0
    net(1)
    """#,
    #"""
    enum Suit: String, CaseIterable, Comparable { case a, b
    static func < (x: Suit, y: Suit) -> Bool { order[x.rawValue]! < order[y.rawValue]! } }
    Suit.allCases.count
    Suit.allCases.map(\.rawValue).sorted()
    Suit(rawValue: "a") == .a
    Suit.a == Suit.b
    let order = ["a": 1, "b": 2]
    """#,
    #"""
    struct Layer { var size: Int; var name: String { "\(prefix)\(size)" } }
    let layers = [Layer(size: 3), Layer(size: 4)]
    let sizes = layers.map(\.size)
    sizes.reduce(0, +)
    layers.filter { $0.size > 3 }.count
    layers.first!.size
    layers.sorted { $0.size < $1.size }.map { $0.size }
    layers.max { $0.size < $1.size }!.size
    layers.allSatisfy { $0.size > 0 }
    let prefix = "layer"
    layers[0].name
    """#,
    #"""
    final class Cache { var store: [String: Int] = [:]; deinit { print(message) }
      func get(_ k: String) -> Int { store[k] ?? 0 } }
    let cache = Cache()
    func lookUp(_ c: Cache, _ k: String) -> Int { c.get(k) }
    lookUp(cache, "a")
    let caches = [cache]
    for c in caches { c.get("b") }
    if let c = caches.first { c.get("c") }
    let message = "gone"
    """#,
    #"""
    struct Poly: CustomStringConvertible { var c: [Double]
      func callAsFunction(_ x: Double) -> Double { c.reduce(0) { $0 * x + $1 } }
    var derivative: Poly { Poly(c: c.dropLast().map { $0 * 2 }) }
    var description: String { c.map { "\($0)\(variable)" }.joined() } }
    let p = Poly(c: [1, 2])
    p(2)
    p.derivative(2)
    let ys = stride(from: 0.0, to: 1, by: 0.5).map { p($0) }
    ys.max()!
    (0..<3).map { p(Double($0)) }
    let pts = ys.map { (x: $0, y: p($0)) }
    pts.map(\.y)
    let variable = "x"
    p
    """#,
    #"""
    func adder(_ n: Int) -> (Int) -> Int { { $0 + n * k } }
    let fs = [adder(1), adder(2)]
    let named = ["a": adder(3)]
    let g = fs[0]
    let h = named["a"]!
    fs.count
    let k = 2
    g(1) + h(2)
    """#,
    #"""
    struct Op { let name: String; let run: (Double) -> Double }
    let ops = [Op(name: "a", run: { $0 * k }), Op(name: "b") { $0 + 1 }]
    ops.map { $0.name }
    ops.map(\.name)
    ops.count
    for op in ops { print(op.name) }
    let k = 2.0
    ops.map { $0.run(1) }
    """#,
    #"""
    struct R: Equatable { static func == (a: R, b: R) -> Bool { k == 2 } }
    let r: R? = R()
    r == nil
    r != nil
    guard let q = r else { fatalError() }
    let k = 2
    """#,
    #"""
    struct A: Comparable { var c: Int
      static func < (a: A, b: A) -> Bool { a.c * s0 < b.c } }
    let s0 = 0
    func f(_ xs: [A]) -> [A] { xs.sorted().filter { $0.c > s0 } }
    let v = f([A(c: 1), A(c: 2)])
    print(v.map { $0.c }, v.count)
    struct B: Comparable { var c: Int
      static func < (a: B, b: B) -> Bool { a.c * s1 < b.c } }
    let s1 = 1
    """#,
    #"""
    struct V { var x: Double; static func + (a: V, b: V) -> V { V(x: (a.x + b.x) * unit) } }
    let xs = [1.0, 2.0]
    xs.reduce(0, +)
    let vs = [V(x: 1)]
    vs.map { $0.x }.reduce(0, +)
    vs.map(\.x).reduce(0, +)
    xs.sorted(by: >)
    let unit = 1.0
    vs.reduce(V(x: 0), +)
    """#,
    #"""
    struct M: Hashable { var c: Int
      func hash(into h: inout Hasher) { h.combine(c * scale) } }
    let ms = [M(c: 2), M(c: 1)]
    let names = ms.map { "\($0.c)" }
    let byName = ["a": ms[0]]
    byName["a"]!.c
    Set(ms.map { $0.c })
    let scale = 2
    """#,
    #"""
    struct Relu { func apply(_ x: Double) -> Double { max(0, x) } }
    struct Leaky { func apply(_ x: Double) -> Double { x > 0 ? x : slope * x } }
    let layers = [Relu(), Relu()]
    layers.map { $0.apply(1) }
    layers[0].apply(3)
    for layer in layers { layer.apply(2) }
    let slope = 0.1
    Leaky().apply(2)
    """#,
  ])
  func whatDoesNotRunBeforeReadsNothing(code: String) {
    #expect(earlyLines(code) == [])
  }

  @Test func callsInArgumentsOfCallsAreLookedAtOnce() {
    let nested = String(repeating: "id(", count: 60) + "m" + String(repeating: ")", count: 60)
    let chain = String(repeating: "m.with(", count: 22) + "m" + String(repeating: ")", count: 22)
    let code = """
      struct M: Comparable { static func < (a: M, b: M) -> Bool { scale > 0 }
        func with(_ m: M) -> M { m } }
      func id<T>(_ x: T) -> T { x }
      let m = M()
      let n = \(nested)
      let o = \(chain)
      n < o
      let scale = 2
      """
    #expect(earlyLines(code) == [7])
  }

  @Test func typesAreFollowedThroughManyVariables() {
    let count = 400
    let code =
      "struct M: Comparable { static func < (a: M, b: M) -> Bool { scale > 0 } }\nlet m0 = [M()]\n"
      + (1..<count).map { "let m\($0) = m\($0 - 1).map { $0 } + [M()]" }.joined(separator: "\n")
      + "\nm\(count - 1).sorted()\nlet scale = 2"
    #expect(earlyLines(code) == [count + 2])
  }
}

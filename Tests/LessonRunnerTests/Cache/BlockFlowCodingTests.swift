import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct BlockFlowCodingTests {
  private let code = """
    struct Shop: CustomStringConvertible {
      var rate = fee
      var description: String { "\\(fee)" }
      func price(_ count: Double = fee) -> () -> Double { { count * fee } }
    }
    let shop = Shop()
    let price = shop.price(3)
    if let fee { print(fee) }
    shop.price()()
    let fee: Double? = 2.5
    rate = 3
    enum Kind { case one(Shop) }
    extension Kind {
      var shop: Shop? { if case .one(let shop) = self { shop } else { nil } }
      mutating func change<Value>(_ values: [String: Value]) { print(values["a"]!, shop, self) }
    }
    print([1: shop].values.map { $0.rate }, [shop][0])
    """

  @Test func whatTheCacheKeepsOfAFlowComesBack() throws {
    let flow = BlockSyntax(of: code).flow
    #expect(!flow.events.isEmpty && flow.bodies.contains { !$0.held.isEmpty })
    #expect(!flow.sources.isEmpty && flow.mutating == ["change"])
    #expect(flow.bodies.contains { !$0.defaults.isEmpty } && !flow.supertypes.isEmpty)
    var writer = FieldWriter()
    writer.write(flow)
    var reader = FieldReader(writer.bytes)
    #expect(try reader.flow() == flow)
    #expect(reader.isAtEnd)
  }

  @Test func aFlowThatIsNestedWithoutEndIsMalformed() {
    let bytes =
      "1:0" + "1:0" + "1:0" + "1:0" + "1:0" + "1:1" + "1:a"
      + String(repeating: "3:key", count: 100_000)
    var reader = FieldReader(Array(bytes.utf8))
    #expect(throws: FieldReader.Malformed.self) { try reader.flow() }
  }

  @Test func aTruncatedFlowIsMalformed() {
    var writer = FieldWriter()
    writer.write(BlockSyntax(of: code).flow)
    var reader = FieldReader(Array(writer.bytes.dropLast(3)))
    #expect(throws: FieldReader.Malformed.self) { try reader.flow() }
  }
}

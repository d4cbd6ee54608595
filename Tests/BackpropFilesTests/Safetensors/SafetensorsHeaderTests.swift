import Backprop
import BackpropFiles
import Testing

@Suite struct SafetensorsHeaderTests: HostileFile {
  @Test func aHeadersLengthIsHeldAgainstTheFile() {
    #expect(message([]).contains("too short"))
    #expect(message([1, 0, 0, 0, 0, 0, 0]).contains("too short"))
    #expect(message([9, 0, 0, 0, 0, 0, 0, 0, 0x7B]).contains("9 bytes, but 1 follow"))
    #expect(
      message([UInt8](repeating: 255, count: 16)).contains("18446744073709551615 bytes, but 8"))
    #expect(message(file("")).contains("does not begin with `{`"))
    #expect(message([1, 0, 0, 0, 0, 0, 0, 0, 0x7B]).contains("`\"` is missing"))
  }

  @Test func bytesThatOverlapLeaveGapsOrAreLeftOverAreRefused() {
    let a = tensor("[1]", "[0,4]")
    #expect(message(file("{\"a\":\(a)}", data: 4)) == "read")
    #expect(
      message(file("{\"a\":\(a),\"b\":\(tensor("[1]", "[2,6]"))}", data: 6))
        .contains("\"b\" begin at 2, those before it end at 4"))
    #expect(
      message(file("{\"a\":\(a),\"b\":\(a)}", data: 4))
        .contains("begin at 0, those before it end at 4"))
    #expect(
      message(file("{\"a\":\(a),\"b\":\(tensor("[1]", "[8,12]"))}", data: 12))
        .contains("\"b\" begin at 8"))
    #expect(message(file("{\"a\":\(a)}", data: 5)).contains("have 4 bytes, but 5 follow"))
    #expect(message(file("{\"a\":\(a)}", data: 3)).contains("have 4 bytes, but 3 follow"))
    #expect(message(file("{}", data: 1)).contains("have 0 bytes, but 1 follow"))
    // Tensors of no numbers share a place with others.
    let none = tensor("[0]", "[4,4]")
    #expect(message(file("{\"c\":\(none),\"a\":\(a),\"b\":\(none)}", data: 4)) == "read")
  }

  @Test func shapesAreHeldAgainstOffsetsHoweverLarge() {
    for (shape, offsets) in [
      ("[9223372036854775807,9,0]", "[0,0]"),
      ("[2]", "[0,4]"), ("[1]", "[4,0]"), ("[9223372036854775807,9]", "[0,4]"),
      ("[4611686018427387904]", "[0,0]"), ("[]", "[0,8]"),
    ] {
      #expect(
        message(file("{\"a\":\(tensor(shape, offsets))}", data: 4)).contains("has "), "\(shape)")
      #expect(message(file("{\"a\":\(tensor(shape, offsets))}", data: 4)) != "read")
    }
    #expect(message(file("{\"a\":\(tensor("[0,9223372036854775807,9]", "[0,0]"))}")) == "read")
    #expect(
      message(file("{\"a\":\(tensor("[99999999999999999999]", "[0,4]"))}"))
        .contains("a number is too large"))
    for number in ["-1", "1.0", "1e0", "01", "\"1\"", "null", "[1]", "1,"] {
      let header = "{\"a\":\(tensor("[\(number)]", "[0,4]"))}"
      #expect(message(file(header, data: 4)).contains("The header is wrong at byte "), "\(number)")
    }
    #expect(
      message(file("{\"a\":\(tensor("[1]", "[0,4]", type: "F31"))}", data: 4))
        .contains("numbers of the type F31, which is not known"))
  }

  @Test func namesStandOnce() {
    let (a, b) = (tensor("[1]", "[0,4]"), tensor("[1]", "[4,8]"))
    #expect(
      message(file("{\"a\":\(a),\"\\u0061\":\(b)}", data: 8)).contains("\"a\" appears twice"))
    #expect(
      message(file("{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}}")).contains("\"a\" appears twice"))
    #expect(
      message(file("{\"__metadata__\":{},\"__metadata__\":{}}")).contains("appears twice"))
    #expect(
      message(
        file("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}")
      )
      .contains("\"dtype\" is unexpected"))
  }
}

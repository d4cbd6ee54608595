import Backprop
import Foundation

/// A workload's files: `NAME.json` says what is in `NAME.x` (inputs), `NAME.y` (targets) and
/// `NAME.p` (start parameters), each raw little-endian numbers, row-major.
struct WorkloadData {
  let name: String
  private let folder: String
  private let description: Description

  private struct Description: Decodable {
    let block: Int
    let x: Array
    let y: Array
    let params: [Array]

    struct Array: Decodable {
      let name: String?
      let shape: [Int]
      let dtype: String?
    }
  }

  init(name: String, folder: String) {
    self.name = name
    self.folder = folder
    do {
      let file = URL(fileURLWithPath: "\(folder)/\(name).json")
      description = try JSONDecoder().decode(Description.self, from: Data(contentsOf: file))
    } catch {
      fail("gradus-bench: cannot read \(folder)/\(name).json: \(error)", status: 1)
    }
  }

  /// How many steps are timed at once.
  var block: Int { description.block }

  /// The inputs.
  func inputs<S: Scalar>() -> Tensor<S> {
    Tensor(shape: description.x.shape, scalars: numbers("x", description.x.dtype))
  }

  /// The targets; classes are numbers from 0 on.
  func targets<S: Scalar>() -> Tensor<S> {
    Tensor(shape: description.y.shape, scalars: numbers("y", description.y.dtype))
  }

  /// The start parameters by their names. A weight in the file is `[in, out]`.
  func parameters<S: Scalar>() -> [String: Tensor<S>] {
    var rest: ArraySlice<S> = numbers("p", description.x.dtype)[...]
    var result: [String: Tensor<S>] = [:]
    for array in description.params {
      let count = array.shape.reduce(1, *)
      result[array.name ?? ""] = Tensor(shape: array.shape, scalars: Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return result
  }

  private func numbers<S: Scalar>(_ kind: String, _ type: String?) -> [S] {
    let path = "\(folder)/\(name).\(kind)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      fail("gradus-bench: cannot read \(path)", status: 1)
    }
    return bytes.withUnsafeBytes { buffer in
      func each<Number>(_ size: Int, _ number: (Int) -> Number) -> [Number] {
        stride(from: 0, to: buffer.count - size + 1, by: size).map(number)
      }
      func word<Bits: FixedWidthInteger>(_ offset: Int, _ type: Bits.Type) -> Bits {
        Bits(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: Bits.self))
      }
      return switch type {
      case "f8": each(8) { S(Double(bitPattern: word($0, UInt64.self))) }
      case "i4": each(4) { S(word($0, Int32.self)) }
      default: each(4) { S(Float(bitPattern: word($0, UInt32.self))) }
      }
    }
  }
}

/// Ends the program with a message.
func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(status)
}

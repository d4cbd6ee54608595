import Backprop
import Foundation

/// A workload's files: `NAME.x` inputs, `NAME.y` targets, `NAME.p` start parameters, each raw
/// little-endian numbers, row-major.
struct WorkloadData {
  let name: String
  let folder: String

  /// The inputs, as a tensor of the given shape.
  func inputs(_ shape: [Int]) -> Tensor<Double> { tensor(numbers("x"), shape) }

  /// The targets, as a tensor of the given shape.
  func targets(_ shape: [Int]) -> Tensor<Double> { tensor(numbers("y"), shape) }

  /// The weights and biases of dense layers of the given sizes, in order. The file's weights
  /// are `[in, out]`, a layer's `[out, in]`.
  func layers(_ sizes: [Int]) -> [(weights: Tensor<Double>, bias: Tensor<Double>)] {
    var rest = numbers("p")[...]
    return zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      let weights = tensor(Array(rest.prefix(inputs * outputs)), [inputs, outputs]).transposed
      rest = rest.dropFirst(inputs * outputs)
      let bias = tensor(Array(rest.prefix(outputs)), [outputs])
      rest = rest.dropFirst(outputs)
      return (weights, bias)
    }
  }

  private func tensor(_ scalars: [Double], _ shape: [Int]) -> Tensor<Double> {
    Tensor(scalars).reshaped(shape)
  }

  private func numbers(_ kind: String) -> [Double] {
    let path = "\(folder)/\(name).\(kind)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      fail("gradus-bench: cannot read \(path)", status: 1)
    }
    return bytes.withUnsafeBytes { buffer in
      stride(from: 0, to: buffer.count - 7, by: 8).map { offset in
        let bits = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
      }
    }
  }
}

/// Ends the program with a message.
func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(status)
}

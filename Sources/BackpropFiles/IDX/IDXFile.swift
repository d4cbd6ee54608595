import Backprop
import FileSystem

/// An array of numbers in the IDX format, in which the handwritten digits of MNIST are distributed.
///
///     let images = try IDXFile(contentsOf: "data/train-images-idx3-ubyte")
///     images.shape                             // [60000, 28, 28]
///     let data = try Dataset<Float>(
///       images: "data/train-images-idx3-ubyte", labels: "data/train-labels-idx1-ubyte")
///
/// Two zero bytes, one for the numbers' type and one for the number of axes; the axes' lengths in
/// four bytes each; then the numbers, the last axis running fastest, all with the largest byte
/// first.
///
/// Source: Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits" (1998).
public struct IDXFile: Sendable {
  /// The type of the numbers.
  public enum NumberType: UInt8, Sendable {
    /// Whole numbers from 0 to 255.
    case unsignedByte = 0x08
    /// Whole numbers of 8 bits with a sign.
    case signedByte = 0x09
    /// Whole numbers of 16 bits with a sign.
    case int16 = 0x0B
    /// Whole numbers of 32 bits with a sign.
    case int32 = 0x0C
    /// Floating point of single precision.
    case float32 = 0x0D
    /// Floating point of double precision.
    case float64 = 0x0E

    /// How many bytes a number takes.
    public var size: Int {
      switch self {
      case .unsignedByte, .signedByte: 1
      case .int16: 2
      case .int32, .float32: 4
      case .float64: 8
      }
    }
  }

  /// The file, as it was named.
  public let file: String
  /// The type of the numbers.
  public let type: NumberType
  /// The length of each axis.
  public let shape: [Int]
  private let bytes: [UInt8]
  private let start: Int

  /// Reads a file. Throws if it can't be read, and as ``init(bytes:file:)`` does.
  public init(contentsOf path: String) throws(IDXError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw IDXError(file: path, cause: .unreadable(reason: error.reason))
    }
    try self.init(bytes: bytes, file: path)
  }

  /// Reads the bytes of a file; its name is for errors. Throws if they are compressed, do not begin
  /// with a whole header of the format, or are not as many as the shape needs.
  public init(bytes: [UInt8], file: String = "bytes") throws(IDXError) {
    func error(_ cause: IDXError.Cause) -> IDXError { IDXError(file: file, cause: cause) }
    if bytes.starts(with: [0x1F, 0x8B]) { throw error(.compressed) }
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else { throw error(.notIDX) }
    guard let type = NumberType(rawValue: bytes[2]) else { throw error(.unknownType(bytes[2])) }
    let rank = Int(bytes[3])
    let start = 4 + 4 * rank
    guard bytes.count >= start else { throw error(.truncatedHeader) }
    var shape: [Int] = []
    for axis in 0..<rank {
      shape.append(bytes[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) })
    }
    let size = byteCount(shape, size: type.size)
    guard size == bytes.count - start else {
      throw error(.size(shape: shape, expected: size, found: bytes.count - start))
    }
    self.file = file
    self.type = type
    self.shape = shape
    self.bytes = bytes
    self.start = start
  }

  /// The numbers, each rounded to the nearest of the type.
  public func tensor<S: Scalar>(of type: S.Type = Double.self) -> Tensor<S> {
    Tensor(shape: shape, scalars: scalars())
  }

  private func scalars<S: Scalar>() -> [S] {
    switch type {
    case .unsignedByte: BackpropFiles.scalars(Array(bytes[start...]))
    case .signedByte: BackpropFiles.scalars(bytes[start...].map { Int8(bitPattern: $0) })
    case .int16: BackpropFiles.scalars(words(Int16.self))
    case .int32: BackpropFiles.scalars(words(Int32.self))
    case .float32: BackpropFiles.scalars(words(UInt32.self).map { Float(bitPattern: $0) })
    case .float64: BackpropFiles.scalars(words(UInt64.self).map { Double(bitPattern: $0) })
    }
  }

  /// The numbers as words, whose largest byte comes first.
  private func words<W: FixedWidthInteger>(_ type: W.Type) -> [W] {
    littleEndianWords(bytes, start..<bytes.count, type).map { $0.byteSwapped }
  }

  /// The numbers as classes. Throws unless they are whole numbers from 0 on, of shape `[n]`.
  public func labels() throws(IDXError) -> [Int] {
    let numbers: [Double] = scalars()
    let labels = numbers.compactMap { Int(exactly: $0) }
    guard shape.count == 1, labels.count == numbers.count, labels.allSatisfy({ $0 >= 0 }) else {
      throw IDXError(file: file, cause: .notLabels(shape: shape))
    }
    return labels
  }
}

extension Dataset {
  /// Images and their classes from two files in the IDX format: inputs `[n, …]`, targets `[n]`.
  ///
  /// Numbers of the type unsigned byte are divided by 255, so that they lie between 0 and 1.
  /// Throws if a file can't be read, the labels are not classes, or there are not as many as
  /// images.
  public init(images: String, labels: String) throws(IDXError) {
    let images = try IDXFile(contentsOf: images)
    let labels = try IDXFile(contentsOf: labels)
    let classes = try labels.labels()
    guard images.shape.first == classes.count else {
      throw IDXError(
        file: images.file,
        cause: .counts(
          images: images.shape.first ?? 0, labels: classes.count, labelFile: labels.file))
    }
    let pixels = images.tensor(of: S.self)
    self.init(inputs: images.type == .unsignedByte ? pixels / 255 : pixels, labels: classes)
  }
}

/// How many bytes a shape takes; nil when an `Int` can't say it.
func byteCount(_ shape: [Int], size: Int) -> Int? {
  // From the first axis on, as tensors count: a length of 0 does not help after too large ones.
  var count = 1
  for length in shape + [size] {
    let (product, overflows) = count.multipliedReportingOverflow(by: length)
    if overflows { return nil }
    count = product
  }
  return count
}

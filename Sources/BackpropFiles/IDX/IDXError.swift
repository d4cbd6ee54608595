/// Why a file in the IDX format can't be read.
public struct IDXError: Error, Hashable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// What is wrong with it.
  public let cause: Cause

  /// What is wrong.
  public enum Cause: Hashable, Sendable {
    /// The file can't be read, for the system's reason.
    case unreadable(reason: String)
    /// The file is compressed by gzip.
    case compressed
    /// The file does not begin as the format does.
    case notIDX
    /// The numbers' type is not one of the format's.
    case unknownType(UInt8)
    /// The header ends before the lengths of all axes.
    case truncatedHeader
    /// The shape needs another number of bytes than the file holds after its header.
    case size(shape: [Int], expected: Int?, found: Int)
    /// The numbers are not class numbers.
    case notLabels(shape: [Int])
    /// There are not as many images as labels.
    case counts(images: Int, labels: Int, labelFile: String)
  }
}

extension IDXError: CustomStringConvertible {
  /// The file, what is wrong, and what to do about it.
  public var description: String {
    switch cause {
    case .unreadable(let reason):
      "\(file): The file can't be read: \(reason). Check its name and permissions; names are "
        + "relative to the working folder."
    case .compressed: "\(file): The file is compressed. Unpack it: gunzip \(file)"
    case .notIDX:
      "\(file): This is not an IDX file: it begins neither with two zero bytes nor with a type. Check "
        + "that it is the right one, and was downloaded whole."
    case .unknownType(let code):
      "\(file): The type \(code) is not one of the format's (8, 9, 11, 12, 13 and 14). Check that "
        + "it is the right file."
    case .truncatedHeader:
      "\(file): The file ends within its header. Download or copy it again."
    case .size(let shape, let expected, let found):
      "\(file): Numbers of shape \(shape) take \(expected.map { "\($0) bytes" } ?? "too many bytes")"
        + ", but \(found) bytes follow the header. Download or copy it again."
    case .notLabels(let shape):
      "\(file): Labels are whole numbers of shape [n], unlike these of shape \(shape). Check that "
        + "images and labels were not exchanged."
    case .counts(let images, let labels, let labelFile):
      "\(file): There are \(images) images, but \(labels) labels in \(labelFile). Check that both "
        + "files belong together."
    }
  }
}

import Backprop

/// Why a safetensors file can't be read or written, or does not fit a model.
public struct SafetensorsError: Error, Equatable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// What is wrong with it.
  public let cause: Cause

  /// What is wrong.
  public enum Cause: Equatable, Sendable {
    /// The file can't be read, for the system's reason.
    case unreadable(reason: String)
    /// The file can't be written, for the system's reason.
    case unwritable(reason: String)
    /// The file is shorter than the eight bytes that say how long its header is.
    case tooShort
    /// The header would be longer than the file, or than the 100 MB that are allowed.
    case headerLength(UInt64, available: Int)
    /// The header is not JSON of the right form, at a byte of the file.
    case header(String, offset: Int)
    /// A name appears twice.
    case duplicateName(String)
    /// A tensor's numbers have a type that is not known.
    case unknownType(String, tensor: String)
    /// A tensor's bytes are not as many as its shape and type need.
    case size(tensor: String, shape: [Int], type: ElementType, bytes: Int)
    /// A tensor's bytes do not begin where those before it end.
    case offsets(tensor: String, expected: Int, found: Int)
    /// The tensors' bytes end before or after the file does.
    case end(expected: Int, found: Int)
    /// There is no tensor of this name.
    case unknownTensor(String)
    /// A tensor's numbers are of a type that can't be read.
    case unreadableType(ElementType, tensor: String)
    /// The wanted type can't hold a whole number exactly.
    case inexact(tensor: String)
    /// The tensors are not those of the model.
    case mismatch(TensorMismatch)
  }
}

extension SafetensorsError: CustomStringConvertible {
  /// The file, what is wrong, and what to do about it.
  public var description: String { "\(file): \(problem) \(remedy)" }

  var problem: String {
    switch cause {
    case .unreadable(let reason): "The file can't be read: \(reason)."
    case .unwritable(let reason): "The file can't be written: \(reason)."
    case .tooShort: "The file is too short to be a safetensors file."
    case .headerLength(let length, let available):
      "The file says that its header has \(length) bytes, but \(available) follow, and 100 MB are "
        + "the most."
    case .header(let problem, let offset): "The header is wrong at byte \(offset): \(problem)."
    case .duplicateName(let name): "The name \"\(name)\" appears twice in the header."
    case .unknownType(let type, let tensor):
      "The tensor \"\(tensor)\" has numbers of the type \(type), which is not known."
    case .size(let tensor, let shape, let type, let bytes):
      "The tensor \"\(tensor)\" of shape \(shape) and type \(type.rawValue) has \(bytes) bytes."
    case .offsets(let tensor, let expected, let found):
      "The bytes of the tensor \"\(tensor)\" begin at \(found), those before it end at \(expected)."
    case .end(let expected, let found):
      "The tensors have \(expected) bytes, but \(found) follow the header."
    case .unknownTensor(let name): "There is no tensor \"\(name)\"."
    case .unreadableType(let type, let tensor):
      "The tensor \"\(tensor)\" has numbers of the type \(type.rawValue), which can't be read."
    case .inexact(let tensor):
      "The tensor \"\(tensor)\" has whole numbers that the wanted type can't hold."
    case .mismatch(let mismatch): "\(mismatch)"
    }
  }

  private var remedy: String {
    switch cause {
    case .unreadable: "Check its name and permissions; names are relative to the working folder."
    case .unwritable: "Check the folder, its permissions and the space on the disk."
    case .tooShort, .headerLength, .header, .duplicateName, .size, .offsets, .end:
      "It is damaged or not a safetensors file: copy or write it again."
    case .unknownType, .unreadableType: "Write it as F32 or F64."
    case .unknownTensor: "`names` lists those that the file has."
    case .inexact: "Read it as Double."
    case .mismatch(.unknown(let name)) where name.hasSuffix("num_batches_tracked"):
      "PyTorch's batch norm counts its batches in it, and Backprop's needs no count: read the file with "
        + "`ignoringOthers: true`."
    case .mismatch(.unknown):
      "Read it into a model of the same layers, say by `named` which of the model's names has which "
        + "name in the file, or pass over what the model does not have by `ignoringOthers: true`."
    case .mismatch:
      "Read it into a model of the same layers, or say by `named` which of the model's names has "
        + "which name in the file."
    }
  }
}

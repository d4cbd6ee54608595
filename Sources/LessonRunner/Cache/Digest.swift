import CDigest
import FileSystem
import Glibc

/// SHA-256, as lower-case hexadecimal.
public struct Digest {
  private var context = SHA2_CTX()

  /// The digest of nothing, to which parts are added.
  public init() {
    SHA256Init(&context)
  }

  /// Adds a part; its length counts too, so that parts can't run into each other.
  public mutating func add(_ part: String) {
    var part = part
    part.withUTF8 { bytes in
      addLength(bytes.count)
      SHA256Update(&context, bytes.baseAddress, bytes.count)
    }
  }

  /// Adds a part; text and its UTF-8 count as the same.
  public mutating func add(_ bytes: [UInt8]) {
    addLength(bytes.count)
    SHA256Update(&context, bytes, bytes.count)
  }

  private mutating func addLength(_ count: Int) {
    var length = UInt64(count).littleEndian
    withUnsafeBytes(of: &length) {
      SHA256Update(&context, $0.bindMemory(to: UInt8.self).baseAddress, 8)
    }
  }

  /// The digest of all that was added, of 64 digits. Nothing can be added after it.
  public mutating func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&bytes, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some parts.
  public static func of(_ parts: [String]) -> String {
    var digest = Digest()
    for part in parts { digest.add(part) }
    return digest.finish()
  }

  /// The digest of one part.
  public static func of(_ bytes: [UInt8]) -> String {
    var digest = Digest()
    digest.add(bytes)
    return digest.finish()
  }

  /// The digest of a file's content, or `none` when it can't be read.
  static func ofFile(_ path: String) -> String {
    guard let bytes = try? Files.read(path) else { return "none" }
    return of(bytes)
  }
}

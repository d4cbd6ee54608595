import FileSystem
import Foundation

/// The files that the scripts in `Oracles` wrote, and a folder for those that tests write.
enum Fixture {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name).path
  }

  static func bytes(_ name: String) -> [UInt8] {
    Array(try! Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  static func decode<T: Decodable>(_ name: String) -> T {
    try! JSONDecoder().decode(T.self, from: Data(bytes(name)))
  }

  /// Calls a closure with the path of a new folder, which is removed afterwards.
  static func withFolder<R>(_ body: (String) throws -> R) rethrows -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gradus-\(UUID().uuidString)")
    try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// The numbers of `weights.json`; NaN and the infinities are texts there.
  static func weights() throws -> [String: [Double]] {
    let json = try JSONSerialization.jsonObject(with: Data(bytes("weights.json")))
    return (json as? [String: [Any]] ?? [:]).mapValues { values in
      values.map { ($0 as? NSNumber)?.doubleValue ?? Double("\($0)") ?? .nan }
    }
  }

  /// Keeps what a test wrote for `Oracles/read_written.py`, where the environment names a folder.
  static func keepForTheScript(_ bytes: [UInt8], _ name: String) throws {
    guard let folder = Environment.value("GRADUS_WRITTEN") else { return }
    try Files.write(bytes, to: "\(folder)/\(name)")
  }
}

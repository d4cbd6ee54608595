/// Lets one thread at a time record.
enum RecordLock {
  /// A mutex of the C library, which is ready when all its bytes are zero; no system's is as large.
  nonisolated(unsafe) private static let mutex: UnsafeMutableRawPointer = {
    let mutex = UnsafeMutableRawPointer.allocate(byteCount: 128, alignment: 16)
    mutex.initializeMemory(as: UInt8.self, repeating: 0, count: 128)
    return mutex
  }()

  /// What `body` brings while no other thread records.
  static func held<Value>(_ body: () -> Value) -> Value {
    systemLock(mutex)
    defer { systemUnlock(mutex) }
    return body()
  }

  /// Frees it in a copy of the program, in which the thread that may have held it is not.
  static func reset() {
    mutex.initializeMemory(as: UInt8.self, repeating: 0, count: 128)
  }
}

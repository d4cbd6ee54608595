import Glibc

/// A file that can't be read or written, with the system's reason.
public struct FileError: Error, Hashable, Sendable {
  public let path: String
  public let action: String
  public let reason: String

  public var message: String { "can't \(action) \(path): \(reason)" }

  static func last(_ action: String, _ path: String) -> FileError {
    FileError(path: path, action: action, reason: String(cString: strerror(errno)))
  }
}

/// The file system, as far as gradus needs it. Foundation would do it too, at the price of
/// its start-up on every run.
public enum Files {
  /// The path of the running program, links resolved.
  public static let thisProgram = resolved("/proc/self/exe")

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isExecutable(_ path: String) -> Bool {
    access(path, X_OK) == 0 && !isFolder(path)
  }

  public static func isFolder(_ path: String) -> Bool {
    guard let status = status(path) else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// The path with links resolved; the path itself when there is nothing there.
  public static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// All but the last component; `.` for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The names in a folder, sorted; none when it can't be read.
  public static func list(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Size, time of change and number of a file, as one text: changes when the file does.
  static func identity(_ path: String) -> String {
    guard let status = status(path) else { return "none" }
    let time = status.st_mtim
    return "\(resolved(path)) \(status.st_size) \(time.tv_sec).\(time.tv_nsec) \(status.st_ino)"
  }

  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last("read", path) }
    defer { close(file) }
    var status = stat()
    fstat(file, &status)
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path: path, action: "read", reason: "it is a folder")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    while true {
      let size = max(Int(status.st_size) - bytes.count, 1 << 14)
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let got = Glibc.read(file, buffer.baseAddress, size)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw .last("read", path) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  public static func createFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let parent = folder(of: path)
    if parent != path, !isFolder(parent) { try createFolder(parent) }
    if mkdir(path, 0o777) != 0 && errno != EEXIST { throw .last("create the folder", path) }
  }

  /// Writes a file in place; see `replace` for one that others may be reading.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .last("write", path) }
    let bytes = Array(bytes)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 {
        let failure = FileError.last("write", path)
        close(file)
        throw failure
      }
      offset += count
    }
    if close(file) != 0 { throw .last("write", path) }
  }

  /// Writes a file so that a reader sees the old one or the new one, whole, whenever this
  /// program is stopped.
  public static func replace(_ path: String, with bytes: some Sequence<UInt8>) throws(FileError) {
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new"
    do throws(FileError) {
      try write(bytes, to: temporary)
      if rename(temporary, path) != 0 { throw .last("write", path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Removes a file, or a folder with all in it. What is not there needs no removing.
  public static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    for name in list(path) { remove(path + "/" + name) }
    rmdir(path)
  }
}

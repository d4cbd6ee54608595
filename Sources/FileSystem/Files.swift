import CFileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file system, as far as gradus needs it. Foundation would do it too, at the price of
/// its start-up on every run.
public enum Files {
  /// The path of the running program, links resolved.
  public static let thisProgram = resolved("/proc/self/exe")

  /// A path that is written as seen from a folder; one from the root stands as it is.
  public static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : (folder.isEmpty ? "." : folder) + "/" + path
  }

  /// Whether there is anything at a path that a link, if it is one, leads to.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether this user may run the file at a path; a folder is not a program.
  public static func isExecutable(_ path: String) -> Bool {
    access(path, X_OK) == 0 && !isFolder(path)
  }

  /// Whether there is a folder at a path, or a link to one.
  public static func isFolder(_ path: String) -> Bool {
    guard let status = status(path) else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a folder at a path, and not a link to one.
  public static func isPlainFolder(_ path: String) -> Bool { isFolder(path) && !isLink(path) }

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

  /// The paths of all files below a folder, relative to it; links are not followed.
  public static func files(below folder: String) -> [String] {
    list(folder).flatMap { name in
      let path = folder + "/" + name
      return isLink(path) || !isFolder(path) ? [name] : files(below: path).map { "\(name)/\($0)" }
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, sorted; none when it can't be read.
  public static func list(_ folder: String) -> [String] { (try? names(in: folder)) ?? [] }

  /// The names in a folder, sorted. Throws if it can't be read.
  public static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(path: folder, action: "read") }
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

  /// Whether there is a plain file at a path, no matter through which links, that lies in a folder
  /// or below it. What a link to elsewhere leads to, or what can be read without end, does not count.
  public static func isPlainFile(_ path: String, within folder: String) -> Bool {
    guard isPlainFile(path) else { return false }
    return resolved(path).hasPrefix(resolved(folder) + "/")
  }

  /// Whether there is a plain file at a path, or a link to one.
  public static func isPlainFile(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// Whether reading what is at a path may not come to an end: a device may have none, and a pipe may have
  /// nobody at its other one.
  public static func mayHaveNoEnd(_ path: String) -> Bool {
    status(path).map { ![S_IFREG, S_IFDIR].contains($0.st_mode & S_IFMT) } ?? false
  }

  /// Where a link points to; nil for what is not a link.
  public static func target(ofLink path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = bytes.withUnsafeMutableBytes { buffer in
      readlink(path, buffer.baseAddress!.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Size, times of change and number of a file, as one text: changes when the file does, also when
  /// its size and the time that programs may set stay as they were.
  public static func identity(_ path: String) -> String {
    guard let status = status(path) else { return "none" }
    #if canImport(Glibc)
      let times = [status.st_mtim, status.st_ctim]
    #else
      let times = [status.st_mtimespec, status.st_ctimespec]
    #endif
    let written = times.map { "\($0.tv_sec).\($0.tv_nsec)" }.joined(separator: " ")
    return "\(resolved(path)) \(status.st_size) \(written) \(status.st_ino)"
  }

  /// When a file was last changed, in nanoseconds since 1970; nil when there is none.
  public static func timeOfChange(_ path: String) -> Int? {
    guard let status = status(path) else { return nil }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The latest change among the files below a folder whose paths fit; 0 when there are none.
  public static func newestChange(in folder: String, where fits: (String) -> Bool) -> Int {
    files(below: folder).lazy.filter(fits).compactMap { timeOfChange("\(folder)/\($0)") }.max() ?? 0
  }

  /// The nearest folder, from this one upwards, that holds a file of this name.
  public static func nearestFolder(above folder: String, holding name: String) -> String? {
    var folder = resolved(folder)
    while !exists("\(folder)/\(name)") {
      if folder == "/" || folder == "." { return nil }
      folder = self.folder(of: folder)
    }
    return folder
  }

  /// The path as it is written from the folder that this program works in, if it is below it.
  public static func relative(_ path: String) -> String {
    let here = resolved(".")
    guard path.hasPrefix(here + "/") else { return path }
    return String(Substring(path.utf8.dropFirst(here.utf8.count + 1)))
  }

  /// Copies a file with its permissions, and overwrites the target. Throws if one can't be read or the
  /// other can't be written.
  public static func copy(_ path: String, to target: String) throws(FileError) {
    try write(try read(path), to: target)
    if let status = status(path) { chmod(target, status.st_mode & 0o777) }
  }

  /// All bytes of a file, or what a pipe or device gives until it ends.
  ///
  /// Throws if it can't be opened or read, and with `EISDIR` for a folder.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path: path, action: "read") }
    defer { close(file) }
    var status = stat()
    fstat(file, &status)
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path: path, action: "read", code: EISDIR)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    while true {
      let size = max(Int(status.st_size) - bytes.count, 1 << 14)
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let got = systemRead(file, buffer.baseAddress!, size)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw FileError(path: path, action: "read", code: failure) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  /// Creates a folder and those above it; one that exists stays as it is.
  ///
  /// Throws if one of them can't be created.
  public static func createFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let parent = folder(of: path)
    if parent != path, !isFolder(parent) { try createFolder(parent) }
    if mkdir(path, 0o777) != 0 && errno != EEXIST {
      throw FileError(path: path, action: "create the folder")
    }
  }

  /// Writes a file in place; see ``replace(_:with:workshop:isSynced:)`` for one that others may be
  /// reading. Throws if it can't be written, when some of the bytes may be in it.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String
  ) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(path: path, action: "write") }
    var code = put(Array(bytes), into: file)
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { throw FileError(path: path, action: "write", code: code) }
  }

  /// Writes all bytes into an open file; 0, or the number of what went wrong.
  private static func put(_ bytes: [UInt8], into file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(file, $0.baseAddress!, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
    }
    return 0
  }

  /// Writes a file so that a reader sees the old one or the new one, whole, whenever this
  /// program is stopped. Throws if it can't be written, and then leaves the old one.
  ///
  /// - Parameter workshop: A folder on the same disk where the new file grows, under a name that
  ///   starts with the number of this process; nil for the file's own.
  /// - Parameter isSynced: Whether to wait until the disk has it, so that the same holds when the
  ///   machine stops.
  public static func replace(
    _ path: String, with bytes: some Sequence<UInt8>, workshop: String? = nil,
    isSynced: Bool = false
  ) throws(FileError) {
    let bytes = Array(bytes)
    for attempt in 1... {
      let temporary = workshop.map { "\($0)/\(newName)" } ?? "\(path).\(newName)"
      let code = replace(path, with: bytes, by: temporary, isSynced: isSynced)
      if code == 0 { break }
      unlink(temporary)
      // Before it was locked, another process may have taken the new file for left over.
      guard code == ENOENT, attempt < 3, exists(folder(of: temporary)), exists(folder(of: path))
      else { throw FileError(path: path, action: "write", code: code) }
    }
    if isSynced { sync(folder: folder(of: path)) }
  }

  /// Lets a file grow and take another one's place. It is locked meanwhile: one without a lock is left over.
  /// Returns 0, or the number of what went wrong.
  private static func replace(
    _ path: String, with bytes: [UInt8], by temporary: String, isSynced: Bool
  ) -> Int32 {
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return errno }
    _ = flock(file, LOCK_EX | LOCK_NB)
    // The lock goes with the last descriptor, and what closing says is known before the file counts.
    let other = dup(file)
    defer { if other >= 0 { close(other) } }
    var code = put(bytes, into: file)
    if code == 0, isSynced, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { return code }
    return rename(temporary, path) == 0 ? 0 : errno
  }

  /// The name of a file that grows until it takes another one's place: no other has it, and it starts
  /// with the number of this process.
  private static var newName: String { "\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new" }

  /// Gives a file that is there other content, and keeps all else of it: a link to it stays a link,
  /// and its mode, owner, attributes and other names stay. Throws if it can't be written, and then
  /// leaves what was in it.
  ///
  /// A reader sees the old content or the new, whole, unless the file has other names, attributes or
  /// an owner that a new file can't be given: such a file is written in place.
  public static func rewrite(_ path: String, with bytes: some Sequence<UInt8>) throws(FileError) {
    let target = resolved(path)
    guard let status = status(target) else { throw FileError(path: path, action: "write") }
    let bytes = Array(bytes)
    let temporary = "\(target).\(newName)"
    if status.st_nlink == 1, has_attributes(target) == 0, (try? write(bytes, to: temporary)) != nil,
      chown(temporary, status.st_uid, status.st_gid) == 0,
      chmod(temporary, status.st_mode & 0o7777) == 0, access(target, W_OK) == 0,
      rename(temporary, target) == 0
    {
      return
    }
    unlink(temporary)
    try writeInPlace(bytes, to: target)
  }

  /// Room for the new content is made first, so that a full disk leaves the old one.
  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path: path, action: "write") }
    defer { close(file) }
    var code = bytes.isEmpty ? 0 : posix_fallocate(file, 0, off_t(bytes.count))
    if code == 0 { code = put(bytes, into: file) }
    if code == 0, ftruncate(file, off_t(bytes.count)) != 0 { code = errno }
    if code != 0 { throw FileError(path: path, action: "write", code: code) }
  }

  /// Waits until the disk knows what a folder holds. Some file systems can't say; it does no harm.
  private static func sync(folder path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// The bytes that this program may still write on the disk of a folder; all there are where that
  /// can't be told.
  public static func freeSpace(in folder: String) -> Int {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return .max }
    let (bytes, isBeyond) = Int(clamping: status.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
    return isBeyond ? .max : bytes
  }

  /// Removes a folder if nothing is in it.
  public static func removeEmptyFolder(_ path: String) { rmdir(path) }

  /// Whether a folder, and not a link to one, belongs to the user that this program runs as.
  public static func isOwnFolder(_ path: String) -> Bool { isOwn(path, S_IFDIR) }

  /// Whether a plain file, and not a link to one, belongs to the user that this program runs as.
  public static func isOwnFile(_ path: String) -> Bool { isOwn(path, S_IFREG) }

  private static func isOwn(_ path: String, _ kind: mode_t) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == kind
      && status.st_uid == geteuid()
  }

  /// Removes a folder with all in it, one of its files last: when this program is killed meanwhile,
  /// what is left still bears the mark that the file is.
  public static func remove(_ folder: String, markedBy name: String) {
    for other in list(folder) where other != name { remove("\(folder)/\(other)") }
    remove(folder)
  }

  /// Removes a file, or a folder with all in it. What is not there is no error.
  public static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    for name in list(path) { remove(path + "/" + name) }
    rmdir(path)
  }
}

// The system's calls, under names that methods of the same name do not hide.
private func systemRead(_ file: Int32, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, target, count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}

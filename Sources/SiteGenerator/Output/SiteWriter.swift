import CFileSystem
import FileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts a site on disk, all of it or nothing.
///
/// The files go to a staging folder beside the output, which then takes the output's place in one
/// step. A build that fails or is killed at any moment leaves the last good site whole; what it
/// left behind is removed by the next. Files that have not changed are linked, not copied, and a
/// site of which nothing has changed is not touched. What the output holds that no build has written
/// stays in it.
public enum SiteWriter {
  /// Makes `folder` hold `files`, and no other file that an earlier build has put there.
  public static func write(_ files: [SiteFile], to folder: String) throws(SiteError) {
    let output = try target(folder)
    let files = files + [SiteMark(of: files).file]
    if files.allSatisfy({ holds("\(output)/\($0.path)", $0.bytes) }) {
      StagingFolder.clearAway(beside: output)
      return
    }
    do {
      try replace(output, with: files)
    } catch let error as FileError {
      throw .unwritable(path: output, reason: error.reason)
    } catch let error as SiteError {
      throw error
    } catch {
      throw .unwritable(path: output, reason: "\(error)")
    }
  }

  /// The folder itself, where the path leads to it through links.
  private static func target(_ folder: String) throws(SiteError) -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard Files.target(ofLink: path) != nil else { return path }
    guard Files.exists(path) else {
      throw .unwritable(path: path, reason: "it is a link to what is not there")
    }
    return Files.resolved(path)
  }

  private static func replace(_ output: String, with files: [SiteFile]) throws {
    var foreign: ForeignFiles?
    let mark = SiteMark(in: output)
    if Files.exists(output) {
      guard Files.isFolder(output), try mark != nil || Files.names(in: output).isEmpty else {
        throw SiteError.foreignOutput(path: output)
      }
      foreign = try mark.map { try ForeignFiles(in: output, $0, newFiles: files) }
    }
    try Files.createFolder(Files.folder(of: output))
    StagingFolder.clearAway(beside: output)

    let attributes = FolderAttributes(of: output)
    // Nobody looks into it who could not look into the output.
    let staging = try StagingFolder(
      beside: output, mode: attributes.map { $0.mode & 0o777 | 0o700 } ?? 0o777)
    defer { staging.unlock() }
    let old: String?
    do {
      try fill(staging.path, with: files, reusing: output)
      try foreign?.keep(in: staging.path)
      attributes?.give(to: staging.path, withTimes: false)
      old = try exchange(staging.path, output)
    } catch {
      StagingFolder.remove(staging.path, besides: output)
      throw error
    }
    guard let old else { return }
    // What stays in the old site, since it could not be moved, keeps the folder.
    if let foreign, let mark { try foreign.moveWhatChanged(from: old, mark) }
    StagingFolder.remove(old, besides: output)
  }

  private static func fill(_ staging: String, with files: [SiteFile], reusing output: String) throws
  {
    // From its first file on it is known as ours, and which of its files are.
    let (marks, others) = (files.filter(isMark), files.filter { !isMark($0) })
    for mark in marks { try Files.write(mark.bytes, to: "\(staging)/\(mark.path)") }
    var folders: Set<String> = []
    for file in others {
      let path = staging + "/" + file.path
      let folder = Files.folder(of: path)
      if folders.insert(folder).inserted {
        try Files.createFolder(folder)
      }
      let old = output + "/" + file.path
      if holds(old, file.bytes), link(old, path) == 0 { continue }
      try Files.write(file.bytes, to: path)
    }
  }

  private static func isMark(_ file: SiteFile) -> Bool { file.path == SiteMark.name }

  /// Lets the staging folder take the output's place.
  ///
  /// - Returns: where the old output is then; nil if there was none.
  private static func exchange(_ staging: String, _ output: String) throws -> String? {
    guard Files.exists(output) else {
      guard rename(staging, output) == 0 else {
        throw FileError(path: output, action: "replace")
      }
      return nil
    }
    let code = exchange_folders(staging, output)
    if code == 0 { return staging }
    guard code == EINVAL || code == ENOSYS || code == ENOTSUP else {
      throw FileError(path: output, action: "replace", code: code)
    }
    // No exchange on this file system: two renames, with the old site put back if need be.
    let old = staging + StagingFolder.oldSuffix
    guard rename(output, old) == 0 else { throw FileError(path: output, action: "replace") }
    guard rename(staging, output) == 0 else {
      let code = errno
      rename(old, output)
      throw FileError(path: output, action: "replace", code: code)
    }
    return old
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    return (try? Files.read(path)) == bytes
  }
}

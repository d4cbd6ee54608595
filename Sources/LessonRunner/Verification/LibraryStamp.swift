import FileSystem
import LessonFormat

/// The library and toolchain that lessons run with, as one digest.
///
/// Reading them all takes longer than a build with nothing to do may take, so that the digest
/// is kept by the files' sizes and times.
struct LibraryStamp {
  let digest: String

  init(_ toolchain: Toolchain, _ imports: [String], _ cache: Cache) {
    let files =
      [Files.thisProgram, toolchain.host, toolchain.frontend]
      + (imports + ["LessonKit"]).map { "\(toolchain.modules)/\($0).swiftmodule" }
    let identity = Digest.of(files.map { Files.identity($0) })
    if let known = cache.read(.library, identity) {
      digest = String(decoding: known, as: UTF8.self)
      return
    }
    digest = Digest.of(toolchain.stamp(imports))
    try? cache.write(.library, identity, Array(digest.utf8))
  }
}

import LessonRunner

/// Fragments of HTML that are slow to make, kept from build to build: highlighted code, reference pages.
///
/// A fragment is found by all that it was made from, so a stale one is never shown. The fragments
/// of one lesson are one entry of the cache, which holds what its page used last: a build reads one
/// entry a lesson, and nothing piles up.
package struct FragmentCache {
  private let cache: Cache
  /// What the makers of the fragments are: another version of one makes all fragments anew.
  private let version: String

  /// Fragments in a cache, by what makes them.
  package init(cache: Cache, version: String) {
    self.cache = cache
    self.version = version
  }

  static func key(_ lesson: String) -> String { Digest.of(["fragments 1", lesson]) }

  /// The fragments that the lesson's page used last, by key.
  package func fragments(of lesson: String) -> [String: String] {
    guard let bytes = cache.read(.fragments, Self.key(lesson)) else { return [:] }
    var reader = FieldReader(bytes)
    guard (try? reader.text()) == version,
      let fragments = try? reader.list({ reader throws(FieldReader.Malformed) in
        (try reader.text(), try reader.text())
      })
    else { return [:] }
    return Dictionary(fragments, uniquingKeysWith: { $1 })
  }

  /// Keeps the fragments of a lesson. A folder that cannot be written is no reason to fail.
  package func keep(_ fragments: [String: String], of lesson: String) {
    var writer = FieldWriter()
    writer.write(version)
    writer.write(fragments.sorted { $0.key < $1.key }) { writer, fragment in
      writer.write(fragment.key)
      writer.write(fragment.value)
    }
    try? cache.write(.fragments, Self.key(lesson), writer.bytes)
  }
}

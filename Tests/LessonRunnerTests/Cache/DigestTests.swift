import FileSystem
import Testing

@testable import LessonRunner

/// Expectations from `Oracles/checksums.py`.
@Suite struct DigestTests {
  @Test func partsCountWithTheirLengthsSoThatTheyDoNotRunIntoEachOther() {
    #expect(
      Digest.of(["abc"]) == "ce91dc5eec0139adf091900d225971d6ad246a845bad791b5693a9d0d55dd391")
    #expect(
      Digest.of(["ab", "c"]) == "43ee655579de01ca739b3f95c1c2d3f46d353b2c0df818064ea594506cdb2617")
  }

  @Test func noPartsHaveTheDigestOfNothing() {
    #expect(
      Digest.of([String]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func textAndItsBytesHaveOneDigest() {
    #expect(Digest.of(Array("abc".utf8)) == Digest.of(["abc"]))
  }

  @Test func aFileHasTheDigestOfItsContentAndAMissingOneNone() throws {
    try withScratch { folder in
      try Files.write("abc", at: folder + "/a")
      #expect(Digest.ofFile(folder + "/a") == Digest.of(["abc"]))
      #expect(Digest.ofFile(folder + "/b") == "none")
    }
  }
}

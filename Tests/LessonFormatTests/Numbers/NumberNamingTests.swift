import Testing

@testable import LessonFormat

@Suite struct NumberNamingTests {
  @Test(arguments: [
    "Swift 6.3 and version 0.16", "In 1986, section 5.7", "see §3.2 and § 3.2",
    "Figure 2.1, Table 3.4 and equation 1.5", "KaTeX 0.16", "v5.33", "chapter 1.5", "(Figure 2.1)",
    "https://example.org/1.5", "doi:10.1038/323533a0", "10.1038/323533a0", "arXiv:1412.6980",
    "arXiv: 1412.6980",
  ])
  func sectionsFiguresVersionsAddressesAndIdentifiersAreNames(text: String) {
    #expect(DecimalNumbers.find(in: text) == [])
  }

  @Test(
    arguments: [
      ("in section 5.7, 0.25", [0.25]), ("a parting 1.5", [1.5]),
      ("https://example.org 1.5", [1.5]), ("the speed v 5.33", [5.33]),
      ("10.5/2", [10.5]), ("10.1234 / 2", [10.1234]),
    ] as [(String, [Double])])
  func othersAreNot(text: String, expected: [Double]) {
    #expect(DecimalNumbers.find(in: text).map(\.value) == expected)
  }
}

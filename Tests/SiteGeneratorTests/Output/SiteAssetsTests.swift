import LessonRunner
import Testing

@testable import SiteGenerator

struct SiteAssetsTests {
  @Test func styleSheetOfKaTeXNamesNoFontButWOFF2() throws {
    let files = try SiteAssets(folder: Checkout.assets, katex: KaTeX.debianFolder).files()
    let css = try #require(files.first { $0.path == "katex/katex.css" })
    let text = String(decoding: css.bytes, as: UTF8.self)
    #expect(!text.contains(".ttf"))
    #expect(!text.contains("woff)") && !text.contains(".woff\""))
    let fonts = text.matches(of: #/url\((fonts\/[^)]+)\)/#).map { "katex/" + String($0.1) }
    #expect(fonts.count == 20)
    #expect(Set(fonts).isSubset(of: Set(files.map(\.path))))
  }

  @Test func fontsOfTheStyleSheetAreThere() throws {
    let files = try SiteAssets(folder: Checkout.assets, katex: KaTeX.debianFolder).files()
    let css = try #require(files.first { $0.path == "style.css" })
    let urls = String(decoding: css.bytes, as: UTF8.self).matches(of: #/url\("([^"]+)"\)/#)
    #expect(urls.count == 4)
    for url in urls { #expect(files.contains { $0.path == url.1 }) }
  }

  @Test func nothingOfTheSourcesIsFromAnotherHost() throws {
    for file in try SiteAssets(folder: Checkout.assets, katex: KaTeX.debianFolder).files()
    where file.path.hasSuffix(".css") || file.path.hasSuffix(".js") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("url(http") && !text.contains("url(\"http"))
      #expect(!text.contains("@import"))
    }
  }

  @Test(arguments: [
    ("a{src:url(b.woff2),url(c.ttf);d}", "a{src:url(b.woff2);d}"),
    ("a{src:url(c.ttf)}", "a{src:url(c.ttf)}"), ("a{b:c}", "a{b:c}"),
    ("src:url(a.ttf),url(b.woff2)", "src:url(b.woff2)"),
  ])
  func sourcesThatAreNotWOFF2GoWhereThereIsOneThatIs(css: String, trimmed: String) {
    #expect(SiteAssets.trimmedToWOFF2(css) == trimmed)
  }

  @Test func missingKaTeXIsNamedWithItsPackage() {
    let error = SiteError.typesetting(
      .missingTool(name: "KaTeX", package: "libjs-katex fonts-katex"))
    #expect(throws: error) {
      try SiteAssets(folder: Checkout.assets, katex: "/nonexistent").files()
    }
  }
}

import LessonFormat
import Testing

@testable import SiteGenerator

struct AlertViewTests {
  @Test func alertHasAWordBesideItsSignAndIsNamedByIt() {
    let html = AlertView(alert: .warning, content: "<&").html.string
    #expect(
      html.hasPrefix(
        "<div class=\"alert alert-warning\" role=\"note\" aria-label=\"Warning\">\n"
          + "<p class=\"alert-title\"><svg aria-hidden=\"true\""))
    #expect(html.hasSuffix("</svg>Warning</p>\n&lt;&amp;</div>\n"))
  }

  @Test func signsOfTheFiveAlertsDiffer() {
    let alerts: [Node.Alert] = [.note, .tip, .important, .warning, .caution]
    let signs = alerts.map { alert in
      AlertView(alert: alert, content: "").html.string.firstMatch(of: #/<svg.*</svg>/#).map {
        String($0.0)
      }
    }
    #expect(Set(signs).count == 5 && !signs.contains(nil))
  }
}

import LessonFormat
import LessonRunner

/// The page that collects the flash cards of the course, by topic.
///
/// `practice.js` puts those that a reader did not know first, and filters them.
struct CardsPage {
  let course: CourseOutline
  let cards: [DeckCard]
  /// The titles of the lessons, by id.
  let titles: [String: String]
  let path: String
  let baseURL: String?
  /// The pages to link to at the foot.
  var pages = SidePages()
  /// The HTML of a line of Markdown, without links.
  let inline: (String) -> String

  /// The name of the page in a site with these lessons; nil where no lesson has a card.
  static func path(in results: [LessonResult]) -> String? {
    guard results.contains(where: { !$0.lesson.cards.isEmpty }) else { return nil }
    let isTaken = results.contains { $0.lesson.id == "cards" }
    return isTaken ? "cards-of-the-course.html" : "cards.html"
  }

  var html: String {
    let course = Prose.plainText(course.title)
    return PageFrame(
      course: self.course, path: path, title: "Flash cards · \(course)",
      description: "Questions and answers from “\(course)”, to be asked again after a while.",
      baseURL: baseURL, kind: "cards", hasPractice: true
    ).html(
      """
      <main id="main" data-course="\(course.escapedForPage)">
      <header class="opening">
      <h1>Flash cards</h1>
      <p class="summary">\(count), by topic. Answer in your mind, then look.</p>
      </header>
      \(controls)<div class="decks">
      \(topics.map(section).joined())</div>
      \(PageFrame.colophon(pages))</main>

      """)
  }

  private var count: String {
    let lessons = Set(cards.map(\.lesson)).count
    return "\(cards.count) \(cards.count == 1 ? "question" : "questions") from "
      + "\(lessons) \(lessons == 1 ? "lesson" : "lessons")"
  }

  // MARK: Topics

  /// The topics in the order of the course. Their case makes no difference.
  private var topics: [(title: String, cards: [DeckCard])] {
    var topics: [(title: String, cards: [DeckCard])] = []
    for card in cards {
      let topic = card.card.topic
      if let place = topics.firstIndex(where: { $0.title.lowercased() == topic.lowercased() }) {
        topics[place].cards.append(card)
      } else {
        topics.append((topic, [card]))
      }
    }
    return topics
  }

  private func section(_ topic: (title: String, cards: [DeckCard])) -> String {
    """
    <section class="deck">
    <h2>\(topic.title.escapedForPage)</h2>
    \(topic.cards.map { view($0, topic: topic.title) }.joined())</section>

    """
  }

  private func view(_ card: DeckCard, topic: String) -> String {
    let title = PracticeTitle(
      sign: .card, title: topic, detail: CardView.difficulty(card.card))
    let lesson = card.lesson.escapedForPage
    return """
      <div class="card" data-card="\(card.name.escapedForPage)" \
      data-topic="\(topic.escapedForPage)" data-difficulty="\(card.card.difficulty.escapedForPage)">
      \(title.html)<div class="question">
      \(card.question)</div>
      <details class="answer"><summary>Show the answer</summary>
      \(card.answer)</details>
      <p class="origin"><a href="\(lesson).html#\(CardView.id(card.card))">From \
      “\(inline(titles[card.lesson] ?? card.lesson))”</a></p>
      </div>

      """
  }

  // MARK: Controls

  /// What `practice.js` shows: without scripts there is nothing to control.
  private var controls: String {
    let difficulties = Set(cards.map(\.card.difficulty)).sorted { left, right in
      (Int(left) ?? .max, left) < (Int(right) ?? .max, right)
    }
    return """
      <form class="controls" hidden autocomplete="off">
      <label>Topic \(select("topic", topics.map(\.title)))</label>
      <label>Difficulty \(select("difficulty", difficulties))</label>
      <button type="button" class="forget">Forget what I knew</button>
      <p class="result" role="status"></p>
      </form>
      <noscript><p class="note">With scripts turned on, this page filters the cards by topic and by \
      difficulty, and asks first what you did not know.</p></noscript>

      """
  }

  private func select(_ name: String, _ values: [String]) -> String {
    let options = values.map { value in
      "<option value=\"\(value.escapedForPage)\">\(value.escapedForPage)</option>"
    }
    return "<select name=\"\(name)\"><option value=\"\">all</option>\(options.joined())</select>"
  }
}

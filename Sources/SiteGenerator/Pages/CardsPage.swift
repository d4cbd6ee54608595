import LessonFormat
import LessonRunner
import Markup

/// The page that collects the flash cards of the course, by topic.
///
/// `practice.js` puts those that a reader did not know first, and filters them.
struct CardsPage {
  let course: SiteCourse
  let cards: [DeckCard]
  let path: String

  /// The name of the page in a site with these lessons; nil where no lesson has a card.
  static func path(in lessons: [VerifiedLesson]) -> String? {
    guard lessons.contains(where: { !$0.lesson.cards.isEmpty }) else { return nil }
    let isTaken = lessons.contains { $0.id == "cards" }
    return isTaken ? "cards-of-the-course.html" : "cards.html"
  }

  var html: String {
    let title = course.title.plain
    return course.frame(
      path: path, title: "Flash cards · \(title)",
      description: "Questions and answers from “\(title)”, to be asked again after a while.",
      kind: "cards", hasPractice: true
    ).html(
      .main(
        [.id("page.main"), .data("data-course", title)], "\n",
        .header(
          [.class("opening")], "\n", .heading(1, [], "Flash cards"), "\n",
          .p([.class("summary")], "\(count), by topic. Answer in your mind, then look."), "\n"),
        "\n", controls, .div([.class("decks")], "\n", topics.html(section)), "\n",
        PageFrame.colophon(
          SidePages(glossary: course.pages.glossary, reference: course.pages.reference))), "\n")
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

  private func section(_ topic: (title: String, cards: [DeckCard])) -> HTML<Flow> {
    .section(
      [.class("deck")], "\n", .heading(2, [], .text(topic.title)), "\n",
      topic.cards.html { view($0, topic: topic.title) }) + "\n"
  }

  private func view(_ card: DeckCard, topic: String) -> HTML<Flow> {
    let title = PracticeTitle(sign: .card, title: topic, detail: card.card.difficultyInWords)
    let origin: HTML<Phrasing> = .a(
      [.href("\(card.lesson).html#\(card.card.anchor)")], "From “",
      course.title(of: card.lesson), "”")
    return .div(
      [
        .class("card"), .data("data-card", card.name), .data("data-topic", topic),
        .data("data-difficulty", card.card.difficulty),
      ], "\n", title.html, .div([.class("question")], "\n", card.question), "\n",
      .details([.class("answer")], .summary([], "Show the answer"), "\n", card.answer), "\n",
      .p([.class("origin")], origin), "\n") + "\n"
  }

  // MARK: Controls

  /// What `practice.js` shows: without scripts there is nothing to control.
  private var controls: HTML<Flow> {
    let difficulties = Set(cards.map(\.card.difficulty)).sorted { left, right in
      (Int(left) ?? .max, left) < (Int(right) ?? .max, right)
    }
    let note: HTML<Flow> = .p(
      [.class("note")],
      "With scripts turned on, this page filters the cards by topic and by difficulty, and asks first what you did not know."
    )
    return .form(
      [.class("controls"), .hidden, .autocomplete(false)], "\n",
      .label([], "Topic ", select("topic", topics.map(\.title))), "\n",
      .label([], "Difficulty ", select("difficulty", difficulties)), "\n",
      .button([.type("button"), .class("forget")], "Forget what I knew"), "\n",
      .p([.class("result"), .role("status")]), "\n") + "\n" + .noscript([], note) + "\n"
  }

  private func select(_ name: String, _ values: [String]) -> HTML<Phrasing> {
    .select(
      [.name(name)], .option([.value("")], "all"),
      values.html { .option([.value($0)], .text($0)) })
  }
}

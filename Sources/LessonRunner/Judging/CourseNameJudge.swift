import LessonFormat

/// Holds names that lessons give to being unique in their course: the ids of flash cards, and the stems
/// that lessons had before.
package struct CourseNameJudge {
  /// Where a name is given first.
  private struct Place {
    var lesson: String
    var position: SourcePosition
  }

  private let cards: [String: Place]
  private let formerStems: [String: Place]
  /// The stems of the course's lessons, by themselves in lower case: some hosts do not tell cases apart.
  private let stems: [String: String]

  /// - Parameters:
  ///   - all: All lessons of the course that are known.
  ///   - listed: The stems of the course's lessons; nil when lessons stand alone.
  package init(_ all: [Lesson], listed: [String]?) {
    var cards: [String: Place] = [:]
    var formerStems: [String: Place] = [:]
    for lesson in all {
      for card in lesson.cards {
        guard let id = card.id, cards[id] == nil else { continue }
        cards[id] = Place(lesson: lesson.id, position: card.range.start)
      }
      for entry in lesson.frontMatter.formerly {
        let key = entry.name.lowercased()
        if formerStems[key] == nil {
          formerStems[key] = Place(lesson: lesson.id, position: entry.position)
        }
      }
    }
    self.cards = cards
    self.formerStems = formerStems
    stems = Dictionary(
      (listed ?? all.map(\.id)).map { ($0.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One failed check for each name of a lesson that is taken.
  package func checks(of lesson: Lesson) -> [CheckResult] {
    let ofCards = lesson.cards.compactMap { card -> CheckResult? in
      guard let id = card.id, let first = cards[id] else { return nil }
      let place = card.range.start
      guard first.lesson != lesson.id || first.position != place else { return nil }
      return taken(
        id, at: place, width: 1, in: lesson,
        message: "a card in line \(first.position.line) of \(first.lesson).md has the id "
          + "`\(id)` already",
        remedy: "give each card an id of its own")
    }
    return ofCards + lesson.frontMatter.formerly.compactMap { ofFormerStem($0, in: lesson) }
  }

  private func ofFormerStem(_ entry: FrontMatter.Entry, in lesson: Lesson) -> CheckResult? {
    let key = entry.name.lowercased()
    let message: String
    if key == lesson.id.lowercased() {
      message = "`\(lesson.id)` is what this lesson is called now"
    } else if let stem = stems[key] {
      message = "another lesson of the course is called `\(stem)`"
    } else if Course.reservedStems.contains(key) {
      message = "the site has a page called `\(key)`"
    } else if let first = formerStems[key],
      first.lesson != lesson.id || first.position != entry.position
    {
      message = "\(first.lesson).md says in line \(first.position.line) that it was `\(entry.name)`"
    } else {
      return nil
    }
    return taken(
      entry.name, at: entry.position, width: entry.name.unicodeScalars.count, in: lesson,
      message: message, remedy: "take it out: the address can lead to one page alone")
  }

  private func taken(
    _ name: String, at position: SourcePosition, width: Int, in lesson: Lesson, message: String,
    remedy: String
  ) -> CheckResult {
    CheckResult(
      in: lesson, position: position, kind: .lesson, status: .fail, rule: .duplicateID,
      source: name, expected: "a name of its own", actual: "taken", message: message,
      remedy: remedy, width: width)
  }
}

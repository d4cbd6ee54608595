/// The difference of two texts, line by line, with a few lines around.
public enum LineDifference {
  /// A unified difference; empty when the texts are equal.
  public static func unified(
    from old: String, to new: String, path: String, colors: Bool, context: Int = 2
  ) -> String {
    let (left, right) = (lines(of: old), lines(of: new))
    let difference = right.difference(from: left)
    guard !difference.isEmpty else { return "" }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let lines = merge(left, right, removed, inserted)
    let changed = lines.indices.filter { lines[$0].sign != " " }
    let shown = Set(changed.flatMap { max(0, $0 - context)...min(lines.count - 1, $0 + context) })
    let path = PlainText.shown(path)
    var text = paint("--- \(path)\n+++ \(path), computed\n", "1", colors)
    var previous: Int?
    for index in lines.indices where shown.contains(index) {
      if previous.map({ $0 + 1 != index }) ?? true {
        text += paint("@@ line \(lines[index].number) @@\n", "36", colors)
      }
      let line = "\(lines[index].sign)\(PlainText.shown(lines[index].text))\n"
      switch lines[index].sign {
      case "-": text += paint(line, "31", colors)
      case "+": text += paint(line, "32", colors)
      default: text += line
      }
      previous = index
    }
    return text
  }

  /// The lines of a text, however they end; after the last ending comes an empty one.
  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
  }

  private static func merge(
    _ left: [Substring], _ right: [Substring], _ removed: Set<Int>, _ inserted: Set<Int>
  ) -> [(sign: Character, text: Substring, number: Int)] {
    var lines: [(sign: Character, text: Substring, number: Int)] = []
    var (old, new) = (0, 0)
    while old < left.count || new < right.count {
      if removed.contains(old), old < left.count {
        lines.append(("-", left[old], old + 1))
        old += 1
      } else if inserted.contains(new), new < right.count {
        lines.append(("+", right[new], old + 1))
        new += 1
      } else {
        lines.append((" ", left[min(old, left.count - 1)], old + 1))
        old += 1
        new += 1
      }
    }
    return lines
  }

  private static func paint(_ text: String, _ code: String, _ colors: Bool) -> String {
    colors ? "\u{1B}[\(code)m\(text.dropLast())\u{1B}[0m\n" : text
  }
}

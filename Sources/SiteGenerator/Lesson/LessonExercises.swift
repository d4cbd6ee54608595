import LessonFormat
import LessonRunner

/// The exercises of a lesson.
extension LessonBody {
  /// A starter, and what follows it up to the last block of the same exercise: hints, prose,
  /// checks and solutions, but no other code and no heading.
  func exerciseGroup(at index: Int, of nodes: [Node]) -> ArraySlice<Node>? {
    guard let starter = blocks[nodes[index].range.start], let exercise = exercise(of: starter),
      starter.index == exercise.starter
    else { return nil }
    var end = index
    scan: for next in nodes.indices[(index + 1)...] {
      switch nodes[next].kind {
      case .heading, .thematicBreak: break scan
      case .codeBlock:
        guard blocks[nodes[next].range.start]?.role.exerciseID == exercise.id else { break scan }
        end = next
      default: break
      }
    }
    return nodes[index...end]
  }

  /// The section of an exercise.
  mutating func lowerExercise(_ group: ArraySlice<Node>) -> [Node] {
    guard let node = group.first, let block = blocks[node.range.start],
      let view = exerciseView(of: block)
    else { return [] }
    openExercise = view.exercise.id
    defer { openExercise = nil }
    return [html(view.opening, node)] + lower(node) + lower(Array(group.dropFirst()))
      + [html(view.closing, node)]
  }

  /// A block of an exercise; nil for any other.
  func lowerExerciseBlock(_ block: CodeBlock, _ view: CodeBlockView, _ node: Node) -> [Node]? {
    guard let exercise = exerciseView(of: block) else { return nil }
    guard block.index != exercise.exercise.starter else {
      return [html(exercise.starter(view.code), node)]
    }
    return [
      html(
        exercise.part(
          block, view.code, isApart: openExercise != exercise.exercise.id,
          hasFailed: view.reports.contains { $0.status == .fail }), node)
    ]
  }

  private func exercise(of block: CodeBlock) -> Exercise? {
    guard block.role.exerciseID != nil else { return nil }
    return result.lesson.exercises.first { exercise in
      exercise.starter == block.index || exercise.check == block.index
        || exercise.solutions.contains(block.index)
    }
  }

  private func exerciseView(of block: CodeBlock) -> ExerciseView? {
    guard let exercise = exercise(of: block),
      let index = result.lesson.exercises.firstIndex(of: exercise)
    else { return nil }
    var isTaken = false
    result.lesson.document.visit { node in
      if case .heading(_, exercise.anchor) = node.kind { isTaken = true }
    }
    return ExerciseView(exercise: exercise, number: index + 1, isAnchorTaken: isTaken)
  }
}

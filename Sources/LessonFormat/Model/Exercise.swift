/// An exercise of a lesson: what the reader begins with, what must hold in the end, and answers
/// for which it does. Its blocks may stand in any order, and apart.
public struct Exercise: Hashable, Sendable {
  /// Unique in its lesson: ASCII letters, digits, `-` and `_`.
  public let id: String
  /// The index of the block that the reader edits. It must fail the checks.
  public let starter: Int
  /// The index of the block that holds the checks.
  public let check: Int
  /// The indices of the blocks that must pass them, at least one, in order.
  public let solutions: [Int]

  /// An exercise of these blocks, by their places in the lesson.
  public init(id: String, starter: Int, check: Int, solutions: [Int]) {
    self.id = id
    self.starter = starter
    self.check = check
    self.solutions = solutions
  }

  /// The anchor of the exercise on its lesson's page.
  public var anchor: String { Self.anchor(id) }

  static func anchor(_ id: String) -> String { "exercise-\(id)" }
}

extension CodeBlock.Execution {
  /// The exercise that a block belongs to, as its starter, its checks or a solution.
  public var exerciseID: String? {
    switch self {
    case .starter(let id), .solution(let id), .check(let id): id
    case .run, .skip, .fails, .traps: nil
    }
  }
}

extension Node {
  /// The anchor that a starter's fence gives its exercise; nil for any other node.
  public var exerciseAnchor: String? {
    guard case .codeBlock(let fence) = kind, fence.info.contains("exercise") else { return nil }
    let info = InfoString(fence.info)
    guard info.language == "swift", case .starter(let id)? = try? FenceAttributes(info).execution
    else { return nil }
    return Exercise.anchor(id)
  }
}

import CLessonRunner

/// What keeps a program from the rest of the machine.
enum Confinement: Hashable, Sendable {
  /// Nothing: it is no stranger's.
  case trusted
  /// A filter of system calls alone.
  case filtered
  /// The namespaces that bubblewrap makes, which is the program, and the filter.
  case namespaces
  /// The kernel's Landlock, and a filter that makes up for what that leaves open.
  case landlock(Reach)

  /// What of the file system a program reaches; nothing else can be opened.
  struct Reach: Hashable, Sendable {
    /// What it may read and run: files, and folders with all below them.
    var readable: [String]
    /// Folders of which it may read files whose names it knows, but see no list.
    var unlisted: [String] = []
    /// What it may also write.
    var writable: [String]
    /// Whether root keeps the right to become another user.
    var becomesUser = false
  }

  var reach: Reach? {
    if case .landlock(let reach) = self { reach } else { nil }
  }

  var kind: child_confinement {
    switch self {
    case .trusted: child_trusted
    case .filtered: child_filtered
    case .namespaces: child_namespaces
    case .landlock: child_landlock
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of Node: a script is given its standard input and gives back its standard output.
enum NodeProcess {
  /// The path of the `node` program, or nil where none is on the path.
  static var program: String? {
    guard let path = getenv("PATH") else { return nil }
    for folder in String(cString: path).split(separator: ":") {
      let candidate = "\(folder)/node"
      if access(candidate, X_OK) == 0 { return candidate }
    }
    return nil
  }

  /// Runs a script to its end. It must read all of its input before it writes.
  static func run(_ script: String, _ arguments: [String], input: [UInt8]) throws(SiteError)
    -> [UInt8]
  {
    guard let program else { throw .missingTool(name: "Node", package: "nodejs") }
    let standardInput = try pipe()
    let standardOutput = try pipe()
    let standardError = try pipe()
    let process = spawn(
      program, [program, script] + arguments,
      descriptors: [standardInput.read, standardOutput.write, standardError.write])
    for end in [standardInput.read, standardOutput.write, standardError.write] { close(end) }
    defer { for end in [standardOutput.read, standardError.read] { close(end) } }
    guard let process else {
      close(standardInput.write)
      throw .mathRendererFailed("Node does not start.")
    }
    writeAll(input, to: standardInput.write)
    close(standardInput.write)
    let (output, complaint) = readAll(standardOutput.read, standardError.read)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      let text = String(decoding: complaint, as: UTF8.self)
      throw .mathRendererFailed(text.isEmpty ? "Node ended with status \(status)." : text)
    }
    return output
  }

  private static func pipe() throws(SiteError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard openPipe(&ends) == 0 else {
      throw .mathRendererFailed(String(cString: strerror(errno)))
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(_ program: String, _ arguments: [String], descriptors: [Int32])
    -> pid_t?
  {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
    }
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in vector { free(pointer) } }
    var process: pid_t = 0
    return posix_spawn(&process, program, &actions, nil, &vector, environ) == 0 ? process : nil
  }

  /// A reader that is gone is no error here: its exit status says more.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    let previous = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, previous) }
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        offset += count
      }
    }
  }

  /// Reads both pipes as they fill, so that neither can hold the process up.
  private static func readAll(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var polled = [
      pollfd(fd: first, events: Int16(POLLIN), revents: 0),
      pollfd(fd: second, events: Int16(POLLIN), revents: 0),
    ]
    var texts: [[UInt8]] = [[], []]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      if poll(&polled, nfds_t(polled.count), -1) < 0, errno != EINTR { break }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let count = read(polled[index].fd, &chunk, chunk.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        if count <= 0 {
          polled[index].fd = -1
        } else {
          texts[index] += chunk[..<count]
        }
      }
    }
    return (texts[0], texts[1])
  }
}

/// The system's `pipe`, under a name that a method called `pipe` does not hide.
private func openPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

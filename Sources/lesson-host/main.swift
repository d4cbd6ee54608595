// Loads a lesson's program and runs it, under limits that it sets on itself before the first
// line of the lesson. It starts inside the sandbox; what it links is what a lesson can import: it
// names no library, because it is linked with that of each course.
//
//   lesson-host PROGRAM.so ENTRY BOUNDARY SECONDS MEMORY FILE-SIZE PROCESSES

import CLessonHost
import Glibc
import LessonKit

func fail(_ message: String, prefix: String = Recorder.HostMessage.failurePrefix) -> Never {
  let line = "\(prefix) \(message)\n"
  _ = line.withCString { write(2, $0, strlen($0)) }
  exit(70)
}

let arguments = CommandLine.arguments
guard arguments.count == 8, let seconds = UInt32(arguments[4]), let memory = UInt64(arguments[5]),
  let fileSize = UInt64(arguments[6]), let processes = UInt64(arguments[7])
else { fail("it takes seven arguments, and gradus runs it") }

// The user is drawn with the boundary, so that two lessons at once do not share one count of
// processes.
var limits = lesson_limits(
  seconds: seconds, memory: memory, file_size: fileSize, processes: processes,
  user: 0x4000_0000 + (UInt32(arguments[3].prefix(7), radix: 16) ?? 0))
Recorder.start(boundary: arguments[3])
Recorder.remainingSeconds = seconds
let timeMessage = strdup("\n\(Recorder.HostMessage.timeLimit)\n")
if let failure = confine(&limits, timeMessage) { fail(String(cString: failure)) }
guard let program = load_program(arguments[1]) else {
  fail(String(cString: load_failure()), prefix: Recorder.HostMessage.loadFailurePrefix)
}
// A program that waits does not return: it ends by itself, and says so.
if let failure = run_program(program, arguments[2]) { fail(String(cString: failure)) }
Recorder.end()

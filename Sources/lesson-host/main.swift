// Loads a lesson's program and runs it, under limits that it sets on itself before the first
// line of the lesson. It starts inside the sandbox; what it links is what a lesson can import: it
// names no library, because it is linked with that of each course.
//
//   lesson-host PROGRAM.so ENTRY SECONDS MEMORY FILE-SIZE PROCESSES FILES REACH <BOUNDARY
//
// With REACH 1 it still reaches the files that root does when it is no longer root.
//
// The boundary of records comes on the standard input, where the lesson's own code can't read it again; in a
// line after it `OFFSET:SIZE:BYTE,…`, the variables whose bytes are set before the program starts.

import CLessonHost
import Glibc
import LessonKit

func fail(_ message: String, prefix: String = LessonRecorder.HostMessage.failurePrefix) -> Never {
  let line = "\(prefix) \(message)\n"
  _ = line.withCString { write(2, $0, strlen($0)) }
  exit(70)
}

/// Reads a line, byte by byte, so that no buffer keeps it.
func readInput() -> String {
  var bytes: [UInt8] = []
  var byte: UInt8 = 0
  while read(0, &byte, 1) == 1, byte != 10 { bytes.append(byte) }
  return String(decoding: bytes, as: UTF8.self)
}

let arguments = CommandLine.arguments
guard arguments.count == 9, let seconds = UInt32(arguments[3]), let memory = UInt64(arguments[4]),
  let fileSize = UInt64(arguments[5]), let processes = UInt64(arguments[6]),
  let files = UInt64(arguments[7]), let reach = Int32(arguments[8]),
  case let boundary = readInput(), !boundary.isEmpty
else { fail("it takes eight arguments and a boundary, and gradus runs it") }

let filled = readInput().split(separator: ",").map { $0.split(separator: ":").map { UInt64($0) } }

// The user is drawn with the boundary, so that two lessons at once do not share one count of
// processes.
var limits = lesson_limits(
  seconds: seconds, memory: memory, file_size: fileSize, processes: processes, files: files,
  user: 0x4000_0000 + (UInt32(boundary.prefix(7), radix: 16) ?? 0), keeps_reach: reach)
LessonRecorder.start(boundary: boundary)
LessonRecorder.remainingSeconds = seconds
for number in LessonRecorder.crashSignals {
  let record = LessonRecorder.crashRecord(signal: Int(number))
  announce_crash(number, record, record.count)
}
if let failure = confine(&limits) { fail(String(cString: failure)) }
LessonRecorder.crashSignal = crash_signal()
guard let program = load_program(arguments[1]) else {
  fail(String(cString: load_failure()), prefix: LessonRecorder.HostMessage.loadFailurePrefix)
}
for case let place in filled where place.count == 3 {
  guard let offset = place[0], let size = place[1], let byte = place[2] else { continue }
  fill_variable(program, arguments[2], offset, size, UInt8(truncatingIfNeeded: byte))
}
// A program that waits does not return: it ends by itself, and says so.
if let failure = run_program(program, arguments[2]) { fail(String(cString: failure)) }
LessonRecorder.end()

// The few calls of the C library that recording needs. They are declared here, rather than
// imported with the whole library, because every lesson's compiler would load what this
// module imports.

@_silgen_name("write")
func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int

@_silgen_name("__errno_location")
private func systemErrorNumber() -> UnsafeMutablePointer<Int32>

/// Whether the last call that failed was only interrupted by a signal.
var wasInterrupted: Bool { systemErrorNumber().pointee == 4 }

@_silgen_name("fflush")
@discardableResult
func systemFlush(_ stream: OpaquePointer?) -> Int32

@_silgen_name("fork")
func systemFork() -> Int32

@_silgen_name("waitpid")
func systemWait(_ process: Int32, _ status: UnsafeMutablePointer<Int32>, _ options: Int32) -> Int32

@_silgen_name("_exit")
func systemExit(_ status: Int32) -> Never

@_silgen_name("pipe")
func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32

@_silgen_name("dup2")
@discardableResult
func systemDuplicate(_ old: Int32, _ new: Int32) -> Int32

@_silgen_name("close")
@discardableResult
func systemClose(_ file: Int32) -> Int32

@_silgen_name("read")
func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int

@_silgen_name("alarm")
@discardableResult
func systemAlarm(_ seconds: UInt32) -> UInt32

@_silgen_name("dup")
func systemDuplicate(_ file: Int32) -> Int32

@_silgen_name("fopen")
func systemOpen(_ path: UnsafePointer<CChar>, _ mode: UnsafePointer<CChar>) -> OpaquePointer?

@_silgen_name("fileno")
func systemNumber(_ stream: OpaquePointer) -> Int32

@_silgen_name("getitimer")
@discardableResult
func systemReadTimer(_ timer: Int32, _ value: UnsafeMutablePointer<Int>) -> Int32

@_silgen_name("setitimer")
@discardableResult
func systemSetTimer(
  _ timer: Int32, _ value: UnsafePointer<Int>, _ old: UnsafeMutablePointer<Int>?
) -> Int32

@_silgen_name("setpgid")
@discardableResult
func systemSetGroup(_ process: Int32, _ group: Int32) -> Int32

@_silgen_name("kill")
@discardableResult
func systemKill(_ process: Int32, _ signal: Int32) -> Int32

@_silgen_name("pthread_mutex_lock")
@discardableResult
func systemLock(_ mutex: UnsafeMutableRawPointer) -> Int32

@_silgen_name("pthread_mutex_unlock")
@discardableResult
func systemUnlock(_ mutex: UnsafeMutableRawPointer) -> Int32

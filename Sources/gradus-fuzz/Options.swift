import Glibc

/// What the command line asks for.
struct Options {
  enum Task {
    /// All cases, in processes that this one starts.
    case campaign
    /// An input that was kept, here; the end of its name says what it is read as.
    case input(String)
    /// Some cases, here.
    case batch(Range<Int>)
  }

  struct Mistake: Error {
    let message: String
  }

  var task = Task.campaign
  var cases = 20_000
  var seed: UInt64 = 1
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  /// The one kind of input to try; nil for all.
  var only: CaseKind?
  /// Where inputs that something was found with go.
  var folder = ".build/fuzz"

  init(_ arguments: [String]) throws(Mistake) {
    var operands: [UInt64] = []
    var rest = arguments[...]
    var wantsOne = false
    var batch: Int?
    func number(_ text: String?, of option: String) throws(Mistake) -> UInt64 {
      guard let text, let number = UInt64(text), number <= 1 << 40 || option == "SEED" else {
        throw Mistake(message: "\(option) takes a number")
      }
      return number
    }
    while let word = rest.popFirst() {
      switch word {
      case "--case": wantsOne = true
      case "--batch": batch = Int(try number(rest.popFirst(), of: word))
      case "--file":
        guard let path = rest.popFirst() else { throw Mistake(message: "--file takes a path") }
        task = .input(path)
      case "--jobs": jobs = max(1, Int(try number(rest.popFirst(), of: word)))
      case "--out": folder = rest.popFirst() ?? folder
      case "--only":
        only = rest.popFirst().flatMap(CaseKind.init)
        guard only != nil else {
          throw Mistake(
            message: "--only takes one of "
              + CaseKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
      default: operands.append(try number(word, of: operands.isEmpty ? "CASES" : "SEED"))
      }
    }
    guard operands.count <= 2 else { throw Mistake(message: "it takes CASES and SEED") }
    if let first = operands.first { cases = Int(first) }
    if operands.count > 1 { seed = operands[1] }
    if wantsOne {
      task = .batch(cases..<cases + 1)
    } else if let batch {
      task = .batch(batch..<batch + cases)
    }
  }

  /// The command line of a process that runs some of the cases.
  func arguments(for cases: Range<Int>) -> [String] {
    ["--batch", String(cases.lowerBound), String(cases.count), String(seed), "--out", folder]
      + (only.map { ["--only", $0.rawValue] } ?? [])
  }
}

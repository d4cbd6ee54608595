import Synchronization

/// Lessons to run, taken by several threads.
final class WorkList: Sendable {
  private struct State {
    var order: [Int]
    var results: [Result<RunOutcome, MachineFailure>?]
  }

  private let state: Mutex<State>

  init(_ order: [Int], _ count: Int) {
    state = Mutex(State(order: order.reversed(), results: Array(repeating: nil, count: count)))
  }

  func next() -> Int? { state.withLock { $0.order.popLast() } }

  func finish(_ index: Int, _ result: Result<RunOutcome, MachineFailure>) {
    state.withLock { state in
      state.results[index] = result
      // Nothing more can be run on a machine that can't run this one.
      if case .failure = result { state.order = [] }
    }
  }

  func outcomes() throws(MachineFailure) -> [RunOutcome] {
    let results = state.withLock { $0.results }
    for case .failure(let failure)? in results { throw failure }
    return results.map { result in
      guard case .success(let outcome)? = result else {
        preconditionFailure("a lesson was neither finished nor kept from it by a failure")
      }
      return outcome
    }
  }
}

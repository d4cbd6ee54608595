import Dispatch
import Synchronization

/// Work on several cores.
public enum Parallel {
  /// The results of the work for each number, in order.
  public static func map<Value: Sendable, Failure: Error>(
    _ numbers: ClosedRange<Int>, _ work: @Sendable (Int) throws(Failure) -> Value
  ) -> [Result<Value, Failure>] {
    let results = Mutex<[Result<Value, Failure>?]>(Array(repeating: nil, count: numbers.count))
    DispatchQueue.concurrentPerform(iterations: numbers.count) { index in
      let result: Result<Value, Failure>
      do throws(Failure) {
        result = .success(try work(numbers.lowerBound + index))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

extension Parallel {
  /// What the work makes of each element, in order.
  public static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Value
  ) -> [Value] {
    guard elements.count > 1 else { return elements.map(work) }
    return map(0...elements.count - 1) { work(elements[$0]) }.map { result in
      switch result {
      case .success(let value): value
      }
    }
  }
}

extension Parallel {
  /// Does the work for each element.
  static func forEach<Element: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Void
  ) {
    DispatchQueue.concurrentPerform(iterations: elements.count) { work(elements[$0]) }
  }
}

import Dispatch
import Synchronization

/// Work on several cores.
public enum Parallel {
  /// What the work makes of each element, in order. All of it is done, whatever fails; the first
  /// failure in the order of the elements is thrown.
  public static func map<Elements: RandomAccessCollection & Sendable, Value: Sendable, Failure>(
    _ elements: Elements, _ work: @Sendable (Elements.Element) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    let results = Mutex<[Result<Value, Failure>?]>(Array(repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result: Result<Value, Failure>
      do throws(Failure) {
        result = .success(
          try work(elements[elements.index(elements.startIndex, offsetBy: index)]))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[index] = result }
    }
    var values: [Value] = []
    for result in results.withLock({ $0 }) {
      guard let result else { preconditionFailure("work was left out") }
      values.append(try result.get())
    }
    return values
  }
}

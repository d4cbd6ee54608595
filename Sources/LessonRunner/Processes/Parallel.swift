import Dispatch

/// Work on several cores.
public enum Parallel {
  /// The results of the work for each number, in order.
  public static func map<Value: Sendable, Failure: Error>(
    _ numbers: ClosedRange<Int>, _ work: @Sendable (Int) throws(Failure) -> Value
  ) -> [Result<Value, Failure>] {
    let results = Slots<Result<Value, Failure>>(count: numbers.count)
    DispatchQueue.concurrentPerform(iterations: numbers.count) { index in
      do throws(Failure) {
        results.put(.success(try work(numbers.lowerBound + index)), at: index)
      } catch {
        results.put(.failure(error), at: index)
      }
    }
    return results.all
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

/// A value for each index, put there by several threads.
private final class Slots<Value: Sendable>: @unchecked Sendable {
  private var values: [Value?]
  private let lock = DispatchSemaphore(value: 1)

  init(count: Int) {
    values = Array(repeating: nil, count: count)
  }

  func put(_ value: Value, at index: Int) {
    lock.wait()
    defer { lock.signal() }
    values[index] = value
  }

  var all: [Value] { values.compactMap { $0 } }
}

extension Parallel {
  /// Does the work for each element.
  static func forEach<Element: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Void
  ) {
    DispatchQueue.concurrentPerform(iterations: elements.count) { work(elements[$0]) }
  }
}

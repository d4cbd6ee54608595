// A tape holds numbers of one type. A value that is converted is on two: its copy on the tape of the other
// type knows where it came from (its source), and what is converted back becomes a node whose inputs are the
// sources that it was computed from. The derivative crosses in the same way: it is converted, goes backward
// over the other tape to the copies, and is converted back, by operations that can be recorded themselves.

extension Tensor {
  /// The same numbers in another type, each rounded to the nearest. The derivative is converted too, and can
  /// be taken again; rounding counts as the identity.
  ///
  ///     let loss = Tensor<Float>(converting: square(Tensor<Double>(converting: x)).sum())
  ///
  /// A ``TrainingStep`` whose loss converts what it computes is not replayed.
  public init<T: Scalar>(converting other: Tensor<T>) {
    if S.significandBitCount == T.significandBitCount {
      // There are two types of numbers, so that these are the same.
      self = unsafeBitCast(other, to: Tensor<S>.self)
    } else {
      self = unsafeBitCast(other, to: Tensor<S.Counterpart>.self).converted()
    }
  }

  /// The same numbers in the other type.
  private func converted() -> Tensor<S.Counterpart> {
    let value = Tensor<S.Counterpart>(unchecked: shape, valuesUnnoted.map { S.Counterpart($0) })
    guard let place = trace?.resolved else { return value }
    noteReading()
    return place.converted(to: value)
  }
}

/// Where the value is from which a node of the other type's tape was converted.
///
/// It does not hold its tape, which may hold the other one: a tape that is gone takes itself out.
final class ConversionSource<S: Scalar> {
  private var tape: Unmanaged<Tape<S>>?
  private var index: Int

  fileprivate init(_ place: Trace<S>) {
    tape = Unmanaged.passUnretained(place.tape)
    index = place.index
  }

  /// The value's place; nil if its tape is gone, and with it whatever a derivative could reach.
  fileprivate var place: Trace<S>? {
    tape.map { Trace(tape: $0.takeUnretainedValue(), index: index) }
  }

  /// Follows the value to a tape that its own has joined.
  fileprivate func move(to successor: Tape<S>, by offset: Int) {
    tape = Unmanaged.passUnretained(successor)
    index += offset
  }

  fileprivate func loseTape() { tape = nil }
}

/// What a tape knows of values that are on it and on one of the other type.
struct TapeConversions<S: Scalar> {
  /// For nodes that were converted where they came from.
  fileprivate var sources: [Int: ConversionSource<S.Counterpart>] = [:]
  /// The values of this tape that are sources of nodes of another one.
  private var own: [ConversionSource<S>] = []

  /// Takes over what a tape knows that has joined this one.
  mutating func absorb(_ other: inout TapeConversions, into tape: Tape<S>, by offset: Int) {
    for (index, source) in other.sources { sources[index + offset] = source }
    for source in other.own { source.move(to: tape, by: offset) }
    own += other.own
    other = TapeConversions()
  }

  /// A source for the copy of one of the tape's values.
  fileprivate mutating func source(_ place: Trace<S>) -> ConversionSource<S> {
    let source = ConversionSource(place)
    own.append(source)
    return source
  }

  /// Called when the tape is gone.
  func loseTape() {
    for source in own { source.loseTape() }
  }
}

extension Trace {
  /// Puts the converted value on a tape: the one that it depends on by its copies, or else a new one.
  fileprivate func converted(to value: Tensor<S.Counterpart>) -> Tensor<S.Counterpart> {
    var target: Tape<S.Counterpart>?
    var detour: [(source: Trace<S.Counterpart>, copy: Trace<S>)] = []
    for index in tape.convertedNodes(before: self.index) {
      guard let source = tape.conversions.sources[index]?.place else { continue }
      target = Tape.joined(target, source.tape)
      detour.append((source, Trace(tape: tape, index: index)))
    }
    let result: Tensor<S.Counterpart>
    if let target {
      result = target.record(
        .variadic(.convert, detour.map { $0.source.resolved.index }), value)
      target.setPullback(pullback(to: detour.map { $0.copy }))
    } else {
      let tape = Tape<S.Counterpart>()
      // What is being differentiated here goes through the other tape too.
      tape.openDerivatives = self.tape.openDerivatives
      result = tape.record(.leaf(.constant), value)
    }
    let place = result.trace!
    place.tape.conversions.sources[place.index] = tape.conversions.source(self)
    return result
  }

  /// How the derivative by this value, converted, goes back to the sources of the copies that it was computed
  /// from: by way of this tape. (As a rule that the node is given, it is in no program that converts nothing.)
  private func pullback(to copies: [Trace]) -> PullbackRule<S.Counterpart> {
    { gradient, _, recording, add in
      let seed = Tensor<S>(converting: gradient)
      let value = resolved
      // The seed's tape joins the value's, on which the derivative is about to go backward.
      _ = Tape<S>.joined(value.tape, seed.trace?.tape)
      let derivatives = value.tape.derivatives(
        of: value.index, seed: seed, withRespectTo: copies.map { $0.resolved.index },
        recording: recording, stoppingThere: true)
      for (position, derivative) in derivatives.enumerated() {
        add(Tensor<S.Counterpart>(converting: derivative), position)
      }
    }
  }
}

extension Tape {
  /// The converted nodes that a node was computed from, or itself; not those behind them.
  fileprivate func convertedNodes(before last: Int) -> [Int] {
    var leads = [Bool](repeating: false, count: last + 1)
    leads[last] = true
    var found: [Int] = []
    for index in stride(from: last, through: 0, by: -1) where leads[index] {
      if conversions.sources[index] != nil {
        found.append(index)
      } else {
        for input in nodes[index].inputs { leads[input] = true }
      }
    }
    return found
  }
}

/// Finds the operation that first gave NaN or an infinity of finite numbers, if the value of a
/// function or a derivative of it is not finite; else nil.
///
///     if let trace = firstNonFinite(at: Tensor([1, 2, 0, 3]), of: { ($0 * log($0)).sum() }) {
///       print(trace)
///     }
///     // ln of 0 is −∞ at [2] of [4]. Then × made it NaN at [2] of [4]. It reached the result.
///
/// The function is run once more, and its derivative taken. An infinity that comes to nothing, such
/// as that of a class that is masked out, is not reported. Where the function is given a pass, the
/// trace names the layers too. Traps unless the function's value is one number.
@_disfavoredOverload
public func firstNonFinite<M: Model>(
  at point: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> NonFiniteTrace<M.Number>? {
  trace(at: point, file: file, line: line) { model, _ in function(model) }
}

/// Finds the operation that first gave NaN or an infinity of finite numbers in a pass, if the value of
/// a function, a derivative of it or what a state becomes is not finite; else nil.
///
///     let trace = firstNonFinite(at: network, in: pass) { network, pass in
///       crossEntropy(logits: network(x, in: &pass), labels: y)
///     }
///
/// - Parameter pass: A copy of it is used: to draw what a step has drawn, give it as it was before
///   that step.
///
/// Traps unless the function's value is one number.
public func firstNonFinite<M: Model>(
  at point: M, in pass: Pass<M.Number>, file: StaticString = #fileID, line: UInt = #line,
  of function: (M, inout Pass<M.Number>) -> Tensor<M.Number>
) -> NonFiniteTrace<M.Number>? {
  trace(at: point, file: file, line: line) { model, tape in
    var pass = pass
    pass.tape = tape
    pass.recordsActivations = true
    pass.place = (file, line)
    return function(model, &pass)
  }
}

/// Finds the operation that first gave NaN or an infinity of finite numbers, if the value of a
/// function of a tensor or a derivative of it is not finite; else nil. Traps unless the function's value
/// is one number.
public func firstNonFinite(
  at point: Tensor<Double>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> NonFiniteTrace<Double>? {
  trace(at: point, file: file, line: line) { point, _ in function(point) }
}

/// Finds the operation that first gave NaN or an infinity of finite numbers, if the value of a
/// function of a tensor or a derivative of it is not finite; else nil. Traps unless the function's value
/// is one number.
public func firstNonFinite(
  at point: Tensor<Float>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> NonFiniteTrace<Float>? {
  trace(at: point, file: file, line: line) { point, _ in function(point) }
}

private func trace<M: Model>(
  at point: M, file: StaticString, line: UInt,
  of function: (M, Tape<M.Number>) -> Tensor<M.Number>
) -> NonFiniteTrace<M.Number>? {
  let tape = Tape<M.Number>()
  tape.openDerivatives = 1
  var (model, parameters, states) = (point, [Leaf<M.Number>](), [Leaf<M.Number>]())
  model.updateTensors { path, isState, tensor in
    tensor = isState ? tape.state(tensor.copied) : tape.parameter(tensor.copied)
    let leaf = Leaf(name: parameterName(path), trace: tensor.trace!)
    tape.name(leaf.trace.index, leaf.name)
    if isState { states.append(leaf) } else { parameters.append(leaf) }
  }
  let result = function(model, tape)
  require(
    result.count == 1,
    "A NaN is traced in a function whose value is one number, not of shape \(result.shape).",
    file: file, line: line)

  let joined = tape.current
  joined.noteLeaving()
  defer { joined.openDerivatives -= 1 }
  let output = joined.index(of: result)
  var search = NonFiniteSearch(joined)
  if let trace = search.trace(value: output, target: .result) { return trace }
  for state in states {
    let next = joined.updatedState(state.trace.resolved.index)
    if let trace = search.trace(value: next, target: .state(state.name)) { return trace }
  }

  let points = parameters.map { $0.trace.resolved.index }
  guard let first = points.min(), first <= output else { return nil }
  let derivatives = joined.allDerivatives(
    of: output, seed: Tensor(repeating: 1, shape: result.shape), withRespectTo: points,
    recording: false)
  search = NonFiniteSearch(
    joined,
    slopes: joined.nodes.indices.map { index in
      index >= first && index <= output ? derivatives[index - first] : nil
    })
  // The parameter that is nearest to the result on the tape is where it came first.
  for (leaf, node) in zip(parameters, points).sorted(by: { $0.1 > $1.1 }) {
    if let trace = search.trace(slope: node, target: .gradient(leaf.name)) { return trace }
  }
  return nil
}

/// A parameter or state on a tape.
private struct Leaf<S: Scalar> {
  let name: String
  let trace: Trace<S>
}

/// Optimizers of one kind for groups of a model's parameters, which may differ in their settings; and
/// parameters that stay as they are.
///
///     var optimizer = ParameterGroups(of: network, [AdamW(), AdamW(weightDecay: 0)]) { name in
///       name.hasPrefix("encoder.") ? nil : name.hasSuffix("bias") ? 1 : 0
///     }
///
/// A parameter without a group is frozen: it keeps its bits, whatever its gradient, and neither momentum
/// nor weight decay moves it, as they would with a gradient of zero.
public struct ParameterGroups<Base: Optimizer>: Optimizer {
  /// The optimizers of the groups, each with the state of its own parameters.
  public var groups: [Base]
  /// For each parameter of the model the place of its group; nil for a frozen one.
  public let assignment: [Int?]

  /// Groups of the parameters of a model by their names.
  ///
  /// - Parameters:
  ///   - groups: An optimizer for each group.
  ///   - group: Gives the place of a parameter's group, or nil to freeze it.
  ///
  /// Traps without groups, or for a place of none.
  public init<M: Model>(
    of model: M, _ groups: [Base], file: StaticString = #fileID, line: UInt = #line,
    group: (_ name: String) -> Int?
  ) where M.Number == Base.Number {
    require(!groups.isEmpty, "There is no group of parameters.", file: file, line: line)
    self.groups = groups
    assignment = model.parameters.map { name, _ in
      let place = group(name)
      require(
        place.map { groups.indices.contains($0) } ?? true,
        "There is no group \(place ?? 0) of \(groups.count) for \(name).", file: file, line: line)
      return place
    }
  }

  /// The learning rate of the first group. Setting it multiplies all of them by the same factor; from zero
  /// it sets all.
  public var learningRate: Base.Number {
    get { groups[0].learningRate }
    set {
      let before = groups[0].learningRate
      for place in groups.indices {
        let own = groups[place].learningRate
        groups[place].learningRate =
          before == 0 || place == 0 ? newValue : own * (newValue / before)
      }
    }
  }

  /// The settings of all groups, their names after the group's place.
  public var settings: [(name: String, value: Base.Number)] {
    groups.enumerated().flatMap { place, group in
      group.settings.map { (decimal(place) + "." + $0.name, $0.value) }
    }
  }

  /// Makes the state of each group for its own parameters. Traps for those of another model.
  public mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    require(
      shapes.count == assignment.count,
      "These are groups of \(assignment.count) parameters, not of \(shapes.count).", file: file,
      line: line)
    for place in groups.indices {
      let own = zip(shapes, assignment).map { $1 == place ? $0 : [0] }
      groups[place].prepare(for: own, file: file, line: line)
    }
  }

  /// Begins a step of each group.
  public mutating func beginStep() {
    for place in groups.indices { groups[place].beginStep() }
  }

  /// Moves one parameter by its group's rule, or not at all.
  public mutating func update(
    _ parameter: ParameterBuffer<Base.Number>, along gradient: GradientBuffer<Base.Number>,
    at index: Int
  ) {
    guard let place = assignment[index] else { return }
    groups[place].update(parameter, along: gradient, at: index)
  }

  /// Shows the states of all groups, their names after the group's place.
  public mutating func visitState(_ visitor: inout OptimizerStateVisitor<Base.Number>) {
    for place in groups.indices {
      var own = visitor.prefixing(decimal(place) + ".")
      groups[place].visitState(&own)
    }
  }
}

extension ParameterGroups {
  /// One optimizer for a model of which some parameters are frozen.
  ///
  ///     var optimizer = ParameterGroups(of: network, AdamW(), freezing: { $0.hasPrefix("encoder.") })
  public init<M: Model>(
    of model: M, _ base: Base, freezing isFrozen: (_ name: String) -> Bool
  ) where M.Number == Base.Number {
    self.init(of: model, [base]) { isFrozen($0) ? nil : 0 }
  }
}

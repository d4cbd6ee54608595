#if !hasFeature(Embedded)
  extension Model {
    /// The names, shapes and counts of all parameters and states, a line each, and how many numbers there
    /// are:
    ///
    ///     layers.0.weights         [4, 1, 3, 3]  36
    ///     layers.0.bias            [4]            4
    ///     layers.1.scale           [4]            4
    ///     layers.1.shift           [4]            4
    ///     layers.1.runningMean     [4]            4  state
    ///     layers.1.runningVariance [4]            4  state
    ///     48 parameters, 8 numbers of state
    public var summary: String {
      var copy = self
      var lines: [(name: String, shape: String, count: String, isState: Bool)] = []
      var (parameterCount, stateCount) = (0, 0)
      copy.updateTensors { path, isState, tensor in
        lines.append((parameterName(path), "\(tensor.shape)", "\(tensor.count)", isState))
        if isState { stateCount += tensor.count } else { parameterCount += tensor.count }
      }
      func width(_ texts: [String]) -> Int { texts.reduce(0) { max($0, $1.count) } }
      func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
      let widths = (
        width(lines.map { $0.name }), width(lines.map { $0.shape }), width(lines.map { $0.count })
      )
      var text = ""
      for (name, shape, count, isState) in lines {
        text += name + blanks(widths.0 - name.count) + " " + shape
        text += blanks(widths.1 - shape.count + 2 + widths.2 - count.count) + count
        text += (isState ? "  state" : "") + "\n"
      }
      text += "\(parameterCount) parameter\(parameterCount == 1 ? "" : "s")"
      return stateCount == 0 ? text : text + ", \(stateCount) numbers of state"
    }
  }
#endif

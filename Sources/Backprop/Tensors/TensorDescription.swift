#if !hasFeature(Embedded)
  extension Tensor: CustomStringConvertible {
    /// The numbers as nested lists, each with the fewest digits that identify it:
    /// `[[0.1, 0.2], [0.3, 0.4]]`. A tensor of rank 0 is a plain number, and NaN is `nan`.
    public var description: String {
      noteReading()
      var text = ""
      append(to: &text, axis: 0, from: 0, count: values.count)
      return text
    }

    private func append(to text: inout String, axis: Int, from start: Int, count: Int) {
      if axis == shape.count {
        // What the sign of a NaN is, processors decide.
        text += values[start].isNaN ? "nan" : "\(values[start])"
        return
      }
      text += "["
      let length = shape[axis]
      let step = length == 0 ? 0 : count / length
      for i in 0..<length {
        if i > 0 { text += ", " }
        append(to: &text, axis: axis + 1, from: start + i * step, count: step)
      }
      text += "]"
    }
  }
#endif

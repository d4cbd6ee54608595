/// The numbers of `a` where those of `mask` are not zero, else those of `b`; all of one shape.
func selected<S: Scalar>(_ mask: Tensor<S>, _ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
  var values = b.values
  for (place, number) in mask.values.enumerated() where number != 0 {
    values[place] = a.values[place]
  }
  return Tensor(unchecked: mask.shape, values)
}

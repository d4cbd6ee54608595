/// The names of the two biases that PyTorch has where an RNN or LSTM has one here: they are only ever
/// added. Nil for other tensors, and where names are not PyTorch's.
///
/// - Parameters:
///   - name: The model's name of a tensor.
///   - all: All names of the model.
///   - named: Which name one of the model's has in the file.
func pyTorchBiases(
  of name: String, among all: Set<String>, named: (_ name: String) -> String
) -> (input: String, hidden: String)? {
  guard name.split(separator: ".").last == "bias" else { return nil }
  let weights = name.dropLast("bias".count) + "weightIH"
  guard all.contains(String(weights)) else { return nil }
  let theirs = named(String(weights))
  guard theirs.hasSuffix("weight_ih_l0") else { return nil }
  let start = theirs.dropLast("weight_ih_l0".count)
  return (start + "bias_ih_l0", start + "bias_hh_l0")
}

/// The name that PyTorch gives a parameter or state: for `Sequential`, the names of a
/// `torch.nn.Sequential` of the same layers.
///
///     try network.readSafetensors(
///       from: "resnet.safetensors", ignoringOthers: true, named: pyTorchName)
///
/// | here | in PyTorch |
/// |---|---|
/// | `layers.0.weights`, `layers.0.bias` | `0.weight`, `0.bias` |
/// | `scale`, `shift` | `weight`, `bias` |
/// | `runningMean`, `runningVariance` | `running_mean`, `running_var` |
/// | `weightIH`, `weightHH`, `biasIH`, `biasHH` | `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0` |
///
/// The shapes are the same: `Dense.weights` is `[outputs, inputs]` as in `nn.Linear`, and a
/// convolution's `[out, in, height, width]`. PyTorch's batch norm also counts its batches in
/// `num_batches_tracked`, which ``Model/readSafetensors(from:ignoringOthers:named:)`` ignores if told
/// to. RNN and LSTM have one bias here, the sum of PyTorch's two, which is read and written so. The layers of a `Network` hold their
/// activations, so that its `layers.1` is number 2 where PyTorch counts activations too.
public func pyTorchName(_ name: String) -> String {
  let parts = name.split(separator: ".").filter { $0 != "layers" }
  return parts.map { part in
    switch part {
    case "weights", "scale": "weight"
    case "shift": "bias"
    case "runningMean": "running_mean"
    case "runningVariance": "running_var"
    case "weightIH": "weight_ih_l0"
    case "weightHH": "weight_hh_l0"
    case "biasIH": "bias_ih_l0"
    case "biasHH": "bias_hh_l0"
    default: String(part)
    }
  }.joined(separator: ".")
}

import Backprop

/// A network that has states, draws numbers, and trains in another way than it infers.
typealias MoonsNetwork = Sequential<
  NextLayer<
    NextLayer<NextLayer<FirstLayer<Dense<Double>>, BatchNorm<Double>>, Dropout<Double>>,
    Dense<Double>
  >
>

/// That network with random weights.
func moonsNetwork() -> MoonsNetwork {
  var generator = RandomNumbers(seed: 3)
  let first = Dense(from: 2, to: 6, activation: .tanh, using: &generator)
  let last = Dense(from: 6, to: 1, using: &generator)
  return Sequential {
    first
    BatchNorm(features: 6)
    Dropout(rate: 0.2)
    last
  }
}

/// Noisy moons to train it on.
func moonsData(_ count: Int = 23) -> Dataset<Double> {
  var generator = RandomNumbers(seed: 4)
  return Dataset.moons(count: count, noise: 0.1, using: &generator).withColumnTargets()
}

/// A trainer of that network, whose batches are changed at random.
func moonsTrainer<O: Optimizer>(
  _ optimizer: O, schedule: Schedule? = .cosine(from: 0.05, over: 40)
) -> Trainer<MoonsNetwork, O> where O.Number == Double {
  var trainer = Trainer(
    model: moonsNetwork(), optimizer: optimizer, schedule: schedule, batchSize: 5,
    generator: RandomNumbers(seed: 5)
  ) { network, inputs, targets, pass in
    binaryCrossEntropy(logits: network(inputs, in: &pass), targets: targets)
  }
  trainer.augmentation = { batch, generator in
    batch.mapInputs { $0.withNoise(standardDeviation: 0.01, using: &generator) }
  }
  return trainer
}

// Dense networks and their training in plain JavaScript: typed arrays and loops, nothing allocated
// in a step.

const activations = {
  sigmoid: { of: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a) },
  tanh: { of: Math.tanh, slope: (a) => 1 - a * a },
  relu: { of: (z) => (z > 0 ? z : 0), slope: (a) => (a > 0 ? 1 : 0) },
  linear: { of: (z) => z, slope: () => 1 },
};

class Dense {
  constructor(inputs, outputs, batch, activation, weights, bias) {
    Object.assign(this, { inputs, outputs, batch, weights, bias });
    this.activation = activations[activation];
    this.values = new Float64Array(batch * outputs);
    this.delta = new Float64Array(batch * outputs);
    this.weightGradient = new Float64Array(weights.length);
    this.biasGradient = new Float64Array(outputs);
  }

  forward(x) {
    const { inputs, outputs, batch, weights, bias, values } = this;
    const of = this.activation.of;
    this.x = x;
    for (let n = 0; n < batch; n++) {
      const row = n * outputs;
      for (let j = 0; j < outputs; j++) values[row + j] = bias[j];
      for (let i = 0; i < inputs; i++) {
        const each = x[n * inputs + i];
        const from = i * outputs;
        for (let j = 0; j < outputs; j++) values[row + j] += each * weights[from + j];
      }
      for (let j = 0; j < outputs; j++) values[row + j] = of(values[row + j]);
    }
    return values;
  }

  /** From the gradient of the sums, `delta`, to those of weights and bias. */
  gradients() {
    const { inputs, outputs, batch, delta, weightGradient, biasGradient, x } = this;
    weightGradient.fill(0);
    biasGradient.fill(0);
    for (let n = 0; n < batch; n++) {
      const row = n * outputs;
      for (let j = 0; j < outputs; j++) biasGradient[j] += delta[row + j];
      for (let i = 0; i < inputs; i++) {
        const each = x[n * inputs + i];
        const to = i * outputs;
        for (let j = 0; j < outputs; j++) weightGradient[to + j] += each * delta[row + j];
      }
    }
  }

  /** From the gradient of the sums to that of the sums of the layer before. */
  backward(before) {
    const { inputs, outputs, batch, delta, weights } = this;
    const slope = before.activation.slope;
    for (let n = 0; n < batch; n++) {
      for (let i = 0; i < inputs; i++) {
        let sum = 0;
        for (let j = 0; j < outputs; j++) sum += delta[n * outputs + j] * weights[i * outputs + j];
        before.delta[n * inputs + i] = sum * slope(before.values[n * inputs + i]);
      }
    }
  }
}

/** The loss of a network's values, and the gradient of its last sums in `delta`. */
const losses = {
  half_mse(layer, y) {
    let sum = 0;
    for (let i = 0; i < layer.values.length; i++) {
      const value = layer.values[i];
      sum += 0.5 * (value - y[i]) ** 2;
      layer.delta[i] = (value - y[i]) * layer.activation.slope(value);
    }
    return sum;
  },
  mse(layer, y) {
    let sum = 0;
    const count = layer.values.length;
    for (let i = 0; i < count; i++) {
      const value = layer.values[i];
      sum += (value - y[i]) ** 2;
      layer.delta[i] = (2 / count) * (value - y[i]) * layer.activation.slope(value);
    }
    return sum / count;
  },
  bce(layer, y) {
    let sum = 0;
    const count = layer.values.length;
    for (let i = 0; i < count; i++) {
      const value = layer.values[i];
      sum -= y[i] * Math.log(value) + (1 - y[i]) * Math.log(1 - value);
      layer.delta[i] = (value - y[i]) / count;
    }
    return sum / count;
  },
  softmax_ce(layer, labels) {
    const { outputs, batch, values, delta } = layer;
    let sum = 0;
    for (let n = 0; n < batch; n++) {
      let most = -Infinity;
      for (let j = 0; j < outputs; j++) most = Math.max(most, values[n * outputs + j]);
      let total = 0;
      for (let j = 0; j < outputs; j++) {
        total += delta[n * outputs + j] = Math.exp(values[n * outputs + j] - most);
      }
      for (let j = 0; j < outputs; j++) delta[n * outputs + j] /= total * batch;
      delta[n * outputs + labels[n]] -= 1 / batch;
      sum += Math.log(total) + most - values[n * outputs + labels[n]];
    }
    return sum / batch;
  },
};

const optimizers = {
  sgd({ lr }, p, g) {
    for (let i = 0; i < p.length; i++) p[i] -= lr * g[i];
  },
  momentum({ lr, mu }, p, g, velocity) {
    for (let i = 0; i < p.length; i++) {
      velocity[i] = mu * velocity[i] + g[i];
      p[i] -= lr * velocity[i];
    }
  },
  adam({ lr }, p, g, m, v, step) {
    const ofM = lr / (1 - 0.9 ** step);
    const ofV = 1 / (1 - 0.999 ** step);
    for (let i = 0; i < p.length; i++) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      p[i] -= (ofM * m[i]) / (Math.sqrt(ofV * v[i]) + 1e-8);
    }
  },
};

/** A workload of `bench/workloads.py` whose model is a perceptron. */
export class Training {
  constructor({ spec, x, y, parameters }) {
    Object.assign(this, { spec, x, y, step: 0 });
    const batch = spec.x.shape[0];
    const weights = spec.params.filter(({ name }) => name.startsWith("W"));
    let offset = 0;
    const next = (count) => Float64Array.from(parameters.subarray(offset, (offset += count)));
    this.layers = weights.map(({ shape: [inputs, outputs] }, index) => {
      const activation = index === weights.length - 1 ? spec.out : spec.act;
      return new Dense(
        inputs, outputs, batch, activation, next(inputs * outputs), next(outputs));
    });
    this.trained = this.layers.flatMap((layer) => [
      { p: layer.weights, g: layer.weightGradient },
      { p: layer.bias, g: layer.biasGradient },
    ]);
    for (const each of this.trained) {
      each.first = new Float64Array(each.p.length);
      each.second = new Float64Array(each.p.length);
    }
  }

  loss() {
    let values = this.x;
    for (const layer of this.layers) values = layer.forward(values);
    return losses[this.spec.loss](this.layers.at(-1), this.y);
  }

  train(steps) {
    const { layers, spec } = this;
    const update = optimizers[spec.opt.name];
    for (let count = 0; count < steps; count++) {
      this.loss();
      for (let index = layers.length - 1; index >= 0; index--) {
        layers[index].gradients();
        if (index > 0) layers[index].backward(layers[index - 1]);
      }
      this.step++;
      for (const { p, g, first, second } of this.trained) {
        update(spec.opt, p, g, first, second, this.step);
      }
    }
  }
}

// Parts of the networks in Float: dense layers, losses and optimizers over plain arrays.
#ifndef LAYERS_H
#define LAYERS_H

#include "functions.h"
#include "product.h"

#define INLINE static inline __attribute__((always_inline))

// out = f(in·w + b)
INLINE void dense(float *restrict out, const float *in, const float *w, const float *restrict b,
                  long rows, long inputs, long outputs, enum activation f) {
  product(out, rows, outputs, inputs, whole(in, inputs), whole(w, outputs), 0);
  for (long i = 0; i < rows; i++)
    for (long j = 0; j < outputs; j++)
      out[i * outputs + j] = activated(f, out[i * outputs + j] + b[j]);
}

// sums[j] = the sum of column j
static void sum_columns(float *restrict sums, const float *restrict from, long rows,
                        long columns) {
  memset(sums, 0, columns * sizeof(float));
  for (long i = 0; i < rows; i++)
    for (long j = 0; j < columns; j++) sums[j] += from[i * columns + j];
}

// The gradients of a dense layer's weights and bias from that of its sums, `delta`.
static void dense_gradient(float *gw, float *gb, const float *in, const float *delta, long rows,
                           long inputs, long outputs) {
  product(gw, inputs, outputs, rows, transposed(in, inputs), whole(delta, outputs), 0);
  sum_columns(gb, delta, rows, outputs);
}

// back = (delta·wᵀ) ∘ f'(in), where `in` are the values of the layer before
INLINE void dense_back(float *restrict back, const float *delta, const float *w,
                       const float *restrict in, long rows, long inputs, long outputs,
                       enum activation f) {
  product(back, rows, inputs, outputs, whole(delta, outputs), transposed(w, outputs), 0);
  for (long i = 0; i < rows * inputs; i++) back[i] *= slope(f, in[i]);
}

// The mean cross-entropy of rows of logits; its gradient goes to `delta`.
INLINE double softmax_cross_entropy(float *restrict delta, const float *restrict logits,
                                    const int *labels, long rows, long classes) {
  double sum = 0;
  for (long i = 0; i < rows; i++) {
    const float *z = logits + i * classes;
    float *d = delta + i * classes, most = z[0], total = 0;
    for (long j = 1; j < classes; j++) most = z[j] > most ? z[j] : most;
    for (long j = 0; j < classes; j++) total += d[j] = exponential(z[j] - most);
    float scale = 1 / (total * rows);
    for (long j = 0; j < classes; j++) d[j] *= scale;
    d[labels[i]] -= 1.0f / rows;
    sum += log(total) + most - z[labels[i]];
  }
  return sum / rows;
}

// The mean squared error; its gradient through the output's activation goes to `delta`.
INLINE double mean_squared_error(float *restrict delta, const float *restrict out,
                                 const float *restrict targets, long count, enum activation f) {
  double sum = 0;
  for (long i = 0; i < count; i++) {
    float error = out[i] - targets[i];
    sum += error * error;
    delta[i] = 2.0f / count * error * slope(f, out[i]);
  }
  return sum / count;
}

// How the parameters change; `first` and `second` are a parameter's own state, 0 at the start.
enum optimizer { SGD, MOMENTUM, ADAM };

INLINE void update(enum optimizer rule, float rate, long step, long count, float *restrict p,
                   const float *restrict g, float *restrict first, float *restrict second) {
  switch (rule) {
    case SGD:
      for (long i = 0; i < count; i++) p[i] -= rate * g[i];
      break;
    case MOMENTUM:
      for (long i = 0; i < count; i++) {
        first[i] = 0.9f * first[i] + g[i];
        p[i] -= rate * first[i];
      }
      break;
    case ADAM: {
      float of_first = rate / (1 - pow(0.9, step)), of_second = 1 / (1 - pow(0.999, step));
      for (long i = 0; i < count; i++) {
        first[i] = 0.9f * first[i] + 0.1f * g[i];
        second[i] = 0.999f * second[i] + 0.001f * g[i] * g[i];
        p[i] -= of_first * first[i] / (sqrtf(of_second * second[i]) + 1e-8f);
      }
    }
  }
}

#endif

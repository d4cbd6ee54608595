// A perceptron of dense layers in Double, trained on one batch, as one writes it down: loops over
// rows, no blocks, no vectors by hand, compiled without fast math. Its sizes and rules are the macros
// WORKLOAD, BLOCK, SIZES (a list), INPUTS (the first of them), WIDEST, BATCH, COUNT (of parameters),
// HIDDEN and OUTPUT (of the activations below), LOSS (one of the losses below), RATE and MOMENTUM.
#include "step.h"

#define SIGMOID(z) (1 / (1 + exp(-(z))))
#define SIGMOID_SLOPE(a) ((a) * (1 - (a)))
#define TANH(z) tanh(z)
#define TANH_SLOPE(a) (1 - (a) * (a))
#define RELU(z) ((z) > 0 ? (z) : 0)
#define RELU_SLOPE(a) ((a) > 0 ? 1.0 : 0.0)
#define IDENTITY(z) (z)
#define IDENTITY_SLOPE(a) 1.0
#define PASTED(a, b) a##b
#define SLOPE(activation) PASTED(activation, _SLOPE)

static const int sizes[] = SIZES;
enum { layers = sizeof sizes / sizeof *sizes - 1 };

static double x[BATCH * INPUTS], y[BATCH];
static double start[COUNT], p[COUNT], g[COUNT], velocity[COUNT];
static double values[layers][BATCH * WIDEST], deltas[2][BATCH * WIDEST];

static void restart(void) {
  memcpy(p, start, sizeof start);
  memset(velocity, 0, sizeof velocity);
}

static const double *input(int layer) { return layer ? values[layer - 1] : x; }

static void forward(void) {
  const double *w = p;
  for (int l = 0; l < layers; l++) {
    int from = sizes[l], to = sizes[l + 1];
    const double *b = w + from * to, *in = input(l);
    for (int i = 0; i < BATCH; i++) {
      double *restrict z = values[l] + i * to;
      for (int j = 0; j < to; j++) z[j] = b[j];
      for (int k = 0; k < from; k++)
        for (int j = 0; j < to; j++) z[j] += in[i * from + k] * w[k * to + j];
      if (l < layers - 1)
        for (int j = 0; j < to; j++) z[j] = HIDDEN(z[j]);
      else
        for (int j = 0; j < to; j++) z[j] = OUTPUT(z[j]);
    }
    w = b + to;
  }
}

static void train(long steps) {
  for (long step = 0; step < steps; step++) {
    forward();
    // The derivative of the loss by the last sums, for both losses and their activations.
    for (int i = 0; i < BATCH; i++) deltas[0][i] = LOSS_SLOPE(values[layers - 1][i] - y[i]);
    memset(g, 0, sizeof g);
    int offset = COUNT;
    for (int l = layers - 1, which = 0; l >= 0; l--, which = !which) {
      int from = sizes[l], to = sizes[l + 1];
      const double *in = input(l);
      offset -= (from + 1) * to;
      double *restrict gw = g + offset, *restrict gb = gw + from * to;
      const double *w = p + offset;
      for (int i = 0; i < BATCH; i++) {
        const double *delta = deltas[which] + i * to;
        double *back = deltas[!which] + i * from;
        for (int k = 0; k < from; k++)
          for (int j = 0; j < to; j++) gw[k * to + j] += in[i * from + k] * delta[j];
        for (int j = 0; j < to; j++) gb[j] += delta[j];
        if (l == 0) continue;
        for (int k = 0; k < from; k++) {
          double sum = 0;
          for (int j = 0; j < to; j++) sum += delta[j] * w[k * to + j];
          back[k] = sum * SLOPE(HIDDEN)(in[i * from + k]);
        }
      }
    }
    for (int i = 0; i < COUNT; i++) {
      velocity[i] = MOMENTUM * velocity[i] + g[i];
      p[i] -= RATE * velocity[i];
    }
  }
}

static double loss(void) {
  double sum = 0;
  forward();
  for (int i = 0; i < BATCH; i++) sum += LOSS(values[layers - 1][i], y[i]);
  return sum / BATCH;
}

RACE(WORKLOAD, BLOCK)

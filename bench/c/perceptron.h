// A perceptron of dense layers, trained on one batch. Its sizes and rules are these macros:
// WORKLOAD, BLOCK, SIZES (a list), INPUTS (the first of them), WIDEST (of those after it), BATCH,
// COUNT (of parameters), HIDDEN and OUTPUT (activations), TARGET (the type of a target), TARGETS
// (how many), LOSS (an expression of `out`; its gradient goes to `delta`), RULE and RATE.
#include "layers.h"
#include "step.h"

static const long sizes[] = SIZES;
enum { layers = sizeof sizes / sizeof *sizes - 1 };

static float x[BATCH * INPUTS];
static TARGET y[TARGETS];
static float start[COUNT];
static float p[COUNT + lanes], g[COUNT], first[COUNT], second[COUNT];
static float values[layers][BATCH * WIDEST], deltas[2][BATCH * WIDEST + lanes];
static long step;

static void restart(void) {
  memcpy(p, start, sizeof start);
  memset(first, 0, sizeof first);
  memset(second, 0, sizeof second);
  step = 0;
}

static const float *input(long layer) { return layer ? values[layer - 1] : x; }

static double forward(void) {
  const float *w = p;
  for (long l = 0; l < layers; l++) {
    const float *b = w + sizes[l] * sizes[l + 1];
    if (l < layers - 1)
      dense(values[l], input(l), w, b, BATCH, sizes[l], sizes[l + 1], HIDDEN);
    else
      dense(values[l], input(l), w, b, BATCH, sizes[l], sizes[l + 1], OUTPUT);
    w = b + sizes[l + 1];
  }
  const float *out = values[layers - 1];
  float *delta = deltas[0];
  return LOSS;
}

static void train(long steps) {
  for (long last = step + steps; step < last;) {
    forward();
    long offset = COUNT, which = 0;
    for (long l = layers - 1; l >= 0; l--, which = !which) {
      long inputs = sizes[l], outputs = sizes[l + 1];
      offset -= (inputs + 1) * outputs;
      dense_gradient(g + offset, g + offset + inputs * outputs, input(l), deltas[which], BATCH,
                     inputs, outputs);
      if (l > 0)
        dense_back(deltas[!which], deltas[which], p + offset, input(l), BATCH, inputs, outputs,
                   HIDDEN);
    }
    update(RULE, RATE, ++step, COUNT, p, g, first, second);
  }
}

static double loss(void) { return forward(); }

RACE(WORKLOAD, BLOCK)

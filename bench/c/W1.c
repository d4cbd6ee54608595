// W1: one step of a 2-2-1 sigmoid network on one example, half the squared error, SGD.
#include "step.h"

struct parameters {
  double w1[2][2], b1[2], w2[2], b2;  // a weight is [in][out]
};

static double x[2], y[1];
static struct parameters start[1], now;
static const double rate = 0.1;

static inline double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static inline double forward(const struct parameters *p, const double input[2], double hidden[2]) {
  double z = p->b2;
  for (int j = 0; j < 2; j++) {
    hidden[j] = sigmoid(input[0] * p->w1[0][j] + input[1] * p->w1[1][j] + p->b1[j]);
    z += hidden[j] * p->w2[j];
  }
  return sigmoid(z);
}

static void restart(void) { now = start[0]; }

static void train(long steps) {
  struct parameters p = now;  // in registers
  const double input[2] = {x[0], x[1]}, target = y[0];
  for (long step = 0; step < steps; step++) {
    double hidden[2];
    double out = forward(&p, input, hidden);
    double delta = (out - target) * out * (1 - out);
    for (int j = 0; j < 2; j++) {
      double back = delta * p.w2[j] * hidden[j] * (1 - hidden[j]);
      p.w2[j] -= rate * delta * hidden[j];
      p.w1[0][j] -= rate * back * input[0];
      p.w1[1][j] -= rate * back * input[1];
      p.b1[j] -= rate * back;
    }
    p.b2 -= rate * delta;
  }
  now = p;
}

static double loss(void) {
  double hidden[2];
  double error = forward(&now, x, hidden) - y[0];
  return 0.5 * error * error;
}

RACE("W1", 500)

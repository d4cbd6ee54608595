// W1: one step of a 2-2-1 sigmoid network on one example, half the squared error, SGD.
#include "step.h"

struct parameters {
  double w1[2][2], b1[2], w2[2], b2;  // a weight is [in][out]
};

static double x[1][2], y[1];
static const double rate = 0.1;

static double forward(const struct parameters *p, double hidden[2]) {
  double z = p->b2;
  for (int j = 0; j < 2; j++) {
    hidden[j] = sigmoid(x[0][0] * p->w1[0][j] + x[0][1] * p->w1[1][j] + p->b1[j]);
    z += hidden[j] * p->w2[j];
  }
  return sigmoid(z);
}

static void train(struct parameters *p, long steps) {
  for (long step = 0; step < steps; step++) {
    double hidden[2];
    double out = forward(p, hidden);
    double delta = (out - y[0]) * out * (1 - out);
    for (int j = 0; j < 2; j++) {
      double back = delta * p->w2[j] * hidden[j] * (1 - hidden[j]);
      p->w2[j] -= rate * delta * hidden[j];
      p->w1[0][j] -= rate * back * x[0][0];
      p->w1[1][j] -= rate * back * x[0][1];
      p->b1[j] -= rate * back;
    }
    p->b2 -= rate * delta;
  }
}

static double loss(const struct parameters *p) {
  double hidden[2];
  double error = forward(p, hidden) - y[0];
  return 0.5 * error * error;
}

RACE("W1", 500)

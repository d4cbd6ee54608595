// W2: one step of a 2-3-1 sigmoid network on the four cases of XOR, binary cross-entropy, SGD.
#include "step.h"

enum { cases = 4, hiddens = 3 };

struct parameters {
  double w1[2][hiddens], b1[hiddens], w2[hiddens], b2;  // a weight is [in][out]
};

static double x[cases][2], y[cases];
static struct parameters start[1], now;
static const double rate = 0.1;

static inline double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static inline double forward(const struct parameters *p, const double input[2],
                             double hidden[hiddens]) {
  double z = p->b2;
  for (int j = 0; j < hiddens; j++) {
    hidden[j] = sigmoid(input[0] * p->w1[0][j] + input[1] * p->w1[1][j] + p->b1[j]);
    z += hidden[j] * p->w2[j];
  }
  return sigmoid(z);
}

static void restart(void) { now = start[0]; }

static void train(long steps) {
  struct parameters p = now;
  double inputs[cases][2], targets[cases];
  memcpy(inputs, x, sizeof x);
  memcpy(targets, y, sizeof y);
  for (long step = 0; step < steps; step++) {
    struct parameters g = {0};
    for (int n = 0; n < cases; n++) {
      double hidden[hiddens];
      double delta = (forward(&p, inputs[n], hidden) - targets[n]) / cases;
      for (int j = 0; j < hiddens; j++) {
        double back = delta * p.w2[j] * hidden[j] * (1 - hidden[j]);
        g.w2[j] += delta * hidden[j];
        g.w1[0][j] += back * inputs[n][0];
        g.w1[1][j] += back * inputs[n][1];
        g.b1[j] += back;
      }
      g.b2 += delta;
    }
    for (size_t i = 0; i < sizeof g / sizeof(double); i++)
      ((double *)&p)[i] -= rate * ((double *)&g)[i];
  }
  now = p;
}

static double loss(void) {
  double sum = 0, hidden[hiddens];
  for (int n = 0; n < cases; n++) {
    double out = forward(&now, x[n], hidden);
    sum -= y[n] * log(out) + (1 - y[n]) * log(1 - out);
  }
  return sum / cases;
}

RACE("W2", 250)

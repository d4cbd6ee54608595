// W2: one step of a 2-3-1 sigmoid network on the four cases of XOR, binary cross-entropy, SGD.
#include "step.h"

enum { cases = 4, hiddens = 3 };

struct parameters {
  double w1[2][hiddens], b1[hiddens], w2[hiddens], b2;  // a weight is [in][out]
};

static double x[cases][2], y[cases];
static const double rate = 0.1;

static double forward(const struct parameters *p, const double input[2], double hidden[hiddens]) {
  double z = p->b2;
  for (int j = 0; j < hiddens; j++) {
    hidden[j] = sigmoid(input[0] * p->w1[0][j] + input[1] * p->w1[1][j] + p->b1[j]);
    z += hidden[j] * p->w2[j];
  }
  return sigmoid(z);
}

static void train(struct parameters *p, long steps) {
  for (long step = 0; step < steps; step++) {
    struct parameters g;
    memset(&g, 0, sizeof g);
    for (int n = 0; n < cases; n++) {
      double hidden[hiddens];
      double delta = (forward(p, x[n], hidden) - y[n]) / cases;
      for (int j = 0; j < hiddens; j++) {
        double back = delta * p->w2[j] * hidden[j] * (1 - hidden[j]);
        g.w2[j] += delta * hidden[j];
        g.w1[0][j] += back * x[n][0];
        g.w1[1][j] += back * x[n][1];
        g.b1[j] += back;
      }
      g.b2 += delta;
    }
    for (size_t i = 0; i < sizeof g / sizeof(double); i++)
      ((double *)p)[i] -= rate * ((double *)&g)[i];
  }
}

static double loss(const struct parameters *p) {
  double sum = 0, hidden[hiddens];
  for (int n = 0; n < cases; n++) {
    double out = forward(p, x[n], hidden);
    sum -= y[n] * log(out) + (1 - y[n]) * log(1 - out);
  }
  return sum / cases;
}

RACE("W2", 250)

// W8: an LSTM of 64 units over 50 times of 32 inputs, batch of 32, the last state to 10 classes,
// softmax cross-entropy, Adam.
#include "layers.h"
#include "step.h"

enum { times = 50, batch = 32, inputs = 32, units = 64, gates = 4 * units, classes = 10 };
enum { state = batch * units, sums = batch * gates };

struct parameters {
  float wx[inputs * gates], wh[units * gates], b[gates], wo[units * classes], bo[classes];
};
enum { count = sizeof(struct parameters) / sizeof(float) };

static float x[times * batch * inputs];
static int y[batch];
static struct parameters start[1], first, second;
static struct { struct parameters p; vector past_the_end; } now;
static struct parameters *const p = &now.p;
static struct parameters g;
static long step;

// Of every time: the gates i, f, g, o (their sums before, their gradients after), the cell and
// its tanh, the state. The states and cells of time t are at t + 1.
static float z[times * sums + lanes], h[(times + 1) * state], c[(times + 1) * state],
    squashed[(times + 1) * state], logits[batch * classes], delta[batch * classes + lanes];

static void restart(void) {
  *p = start[0];
  memset(&first, 0, sizeof first);
  memset(&second, 0, sizeof second);
  step = 0;
}

static double forward(void) {
  product(z, times * batch, gates, inputs, whole(x, inputs), whole(p->wx, gates), 0);
  for (long t = 0; t < times; t++) {
    float *now_z = z + t * sums;
    product(now_z, batch, gates, units, whole(h + t * state, units), whole(p->wh, gates), 1);
    for (long n = 0; n < batch; n++) {
      float *restrict row = now_z + n * gates;
      const float *restrict before = c + t * state + n * units;
      float *restrict after = c + (t + 1) * state + n * units;
      float *restrict bounded = squashed + (t + 1) * state + n * units;
      float *restrict out = h + (t + 1) * state + n * units;
      for (long j = 0; j < units; j++) {
        float i = sigmoid(row[j] + p->b[j]);
        float f = sigmoid(row[units + j] + p->b[units + j]);
        float candidate = hyperbolic_tangent(row[2 * units + j] + p->b[2 * units + j]);
        float o = sigmoid(row[3 * units + j] + p->b[3 * units + j]);
        float cell = f * before[j] + i * candidate;
        row[j] = i, row[units + j] = f, row[2 * units + j] = candidate, row[3 * units + j] = o;
        after[j] = cell;
        bounded[j] = hyperbolic_tangent(cell);
        out[j] = o * bounded[j];
      }
    }
  }
  dense(logits, h + times * state, p->wo, p->bo, batch, units, classes, IDENTITY);
  return softmax_cross_entropy(delta, logits, y, batch, classes);
}

static void backward(void) {
  static float dh[state], dc[state], turned[gates * units + lanes];
  dense_gradient(g.wo, g.bo, h + times * state, delta, batch, units, classes);
  product(dh, batch, units, classes, whole(delta, classes), transposed(p->wo, classes), 0);
  memset(dc, 0, sizeof dc);
  transpose(p->wh, gates, turned, units, gates, units);
  for (long t = times - 1; t >= 0; t--) {
    for (long n = 0; n < batch; n++) {
      float *restrict row = z + t * sums + n * gates;
      const float *restrict before = c + t * state + n * units;
      const float *restrict bounded = squashed + (t + 1) * state + n * units;
      float *restrict to_c = dc + n * units;
      const float *restrict from_h = dh + n * units;
      for (long j = 0; j < units; j++) {
        float i = row[j], f = row[units + j], candidate = row[2 * units + j];
        float o = row[3 * units + j];
        float d = to_c[j] + from_h[j] * o * (1 - bounded[j] * bounded[j]);
        row[j] = d * candidate * i * (1 - i);
        row[units + j] = d * before[j] * f * (1 - f);
        row[2 * units + j] = d * i * (1 - candidate * candidate);
        row[3 * units + j] = from_h[j] * bounded[j] * o * (1 - o);
        to_c[j] = d * f;
      }
    }
    if (t > 0)
      product(dh, batch, units, gates, whole(z + t * sums, gates), whole(turned, units), 0);
  }
  dense_gradient(g.wx, g.b, x, z, times * batch, inputs, gates);
  product(g.wh, units, gates, times * batch, transposed(h, units), whole(z, gates), 0);
}

static void train(long steps) {
  for (long last = step + steps; step < last;) {
    forward();
    backward();
    update(ADAM, 2e-3f, ++step, count, (float *)p, (float *)&g, (float *)&first,
           (float *)&second);
  }
}

static double loss(void) { return forward(); }

RACE("W8", 1)

// W9: 64-128-128-10 with batch norm before each ReLU, batch of 64, softmax cross-entropy, momentum.
#include "layers.h"
#include "step.h"

enum { batch = 64, inputs = 64, units = 128, classes = 10 };

struct norm { float gamma[units], beta[units]; };
struct parameters {
  float w1[inputs * units], b1[units];
  struct norm n1;
  float w2[units * units], b2[units];
  struct norm n2;
  float w3[units * classes], b3[classes];
};
enum { count = sizeof(struct parameters) / sizeof(float) };

static float x[batch * inputs];
static int y[batch];
static struct parameters start[1], velocity;
static struct { struct parameters p; vector past_the_end; } now;
static struct parameters *const p = &now.p;
static struct parameters g;

// Of a hidden layer: the sums, normalised; 1 / their deviation; the values after ReLU; the
// running statistics.
static struct hidden {
  float normal[batch * units], scale[units], value[batch * units], mean[units], variance[units];
} first, second;
static float logits[batch * classes], delta[batch * classes + lanes];

static void restart(void) {
  *p = start[0];
  memset(&velocity, 0, sizeof velocity);
  for (long j = 0; j < units; j++) {
    first.mean[j] = second.mean[j] = 0;
    first.variance[j] = second.variance[j] = 1;
  }
}

static void normalise(struct hidden *restrict layer, const struct norm *restrict n, int follow) {
  float mean[units], variance[units] = {0}, shift[units];
  sum_columns(mean, layer->normal, batch, units);
  for (long j = 0; j < units; j++) mean[j] /= batch;
  for (long i = 0; i < batch; i++)
    for (long j = 0; j < units; j++) {
      float d = layer->normal[i * units + j] - mean[j];
      variance[j] += d * d;
    }
  for (long j = 0; j < units; j++) {
    layer->scale[j] = 1 / sqrtf(variance[j] / batch + 1e-5f);
    shift[j] = -mean[j] * layer->scale[j];
  }
  for (long i = 0; i < batch; i++)
    for (long j = 0; j < units; j++) {
      float *at = &layer->normal[i * units + j];
      *at = *at * layer->scale[j] + shift[j];
      layer->value[i * units + j] = activated(RELU, *at * n->gamma[j] + n->beta[j]);
    }
  if (!follow) return;
  for (long j = 0; j < units; j++) {
    layer->mean[j] += 0.1f * (mean[j] - layer->mean[j]);
    layer->variance[j] += 0.1f * (variance[j] / (batch - 1) - layer->variance[j]);
  }
}

// `back`, the gradient of the normalised and scaled sums, becomes that of the sums.
static void normalise_back(float *restrict back, const struct hidden *restrict layer,
                           const struct norm *restrict n, struct norm *restrict gradient) {
  memset(gradient, 0, sizeof *gradient);
  for (long i = 0; i < batch; i++)
    for (long j = 0; j < units; j++) {
      gradient->gamma[j] += back[i * units + j] * layer->normal[i * units + j];
      gradient->beta[j] += back[i * units + j];
    }
  for (long i = 0; i < batch; i++)
    for (long j = 0; j < units; j++) {
      float mean = (gradient->beta[j] + layer->normal[i * units + j] * gradient->gamma[j]) / batch;
      back[i * units + j] = (back[i * units + j] - mean) * n->gamma[j] * layer->scale[j];
    }
}

static double forward(int follow) {
  dense(first.normal, x, p->w1, p->b1, batch, inputs, units, IDENTITY);
  normalise(&first, &p->n1, follow);
  dense(second.normal, first.value, p->w2, p->b2, batch, units, units, IDENTITY);
  normalise(&second, &p->n2, follow);
  dense(logits, second.value, p->w3, p->b3, batch, units, classes, IDENTITY);
  return softmax_cross_entropy(delta, logits, y, batch, classes);
}

static void train(long steps) {
  static float back[batch * units + lanes], further[batch * units + lanes];
  for (long step = 0; step < steps; step++) {
    forward(1);
    dense_gradient(g.w3, g.b3, second.value, delta, batch, units, classes);
    dense_back(back, delta, p->w3, second.value, batch, units, classes, RELU);
    normalise_back(back, &second, &p->n2, &g.n2);
    dense_gradient(g.w2, g.b2, first.value, back, batch, units, units);
    dense_back(further, back, p->w2, first.value, batch, units, units, RELU);
    normalise_back(further, &first, &p->n1, &g.n1);
    dense_gradient(g.w1, g.b1, x, further, batch, inputs, units);
    update(MOMENTUM, 0.02f, 0, count, (float *)p, (float *)&g, (float *)&velocity, NULL);
  }
}

static double loss(void) { return forward(0); }

RACE("W9", 1)

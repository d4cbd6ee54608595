// Elementary functions in Float that a compiler turns into vector code, and the activations.
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include <math.h>
#include <stdint.h>
#include <string.h>

// e^x, to two units in the last place near 0 and a few more at ±80, past which it stays.
static inline float exponential(float x) {
  x = x > 88 ? 88 : x < -87 ? -87 : x;
  float n = rintf(x * 1.44269504f);
  float r = x - n * 0.693147181f;
  float sum = 1.9875691500e-4f;
  sum = sum * r + 1.3981999507e-3f;
  sum = sum * r + 8.3334519073e-3f;
  sum = sum * r + 4.1665795894e-2f;
  sum = sum * r + 1.6666665459e-1f;
  sum = sum * r + 5.0000001201e-1f;
  sum = sum * r * r + r + 1;
  int32_t bits = ((int32_t)n + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return sum * power;
}

static inline float sigmoid(float x) { return 1 / (1 + exponential(-x)); }

static inline float hyperbolic_tangent(float x) { return 1 - 2 / (1 + exponential(2 * x)); }

enum activation { IDENTITY, SIGMOID, TANH, RELU };

static inline float activated(enum activation which, float z) {
  return which == SIGMOID ? sigmoid(z)
         : which == TANH  ? hyperbolic_tangent(z)
         : which == RELU  ? (z > 0 ? z : 0)
                          : z;
}

// The derivative of an activation, from its value.
static inline float slope(enum activation which, float value) {
  return which == SIGMOID ? value * (1 - value)
         : which == TANH  ? 1 - value * value
         : which == RELU  ? (value > 0 ? 1 : 0)
                          : 1;
}

#endif

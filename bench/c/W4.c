// W4: 1-32-32-1 tanh on 200 points of a polynomial, mean squared error, momentum.
#define WORKLOAD "W4"
#define BLOCK 20
#define SIZES {1, 32, 32, 1}
#define BATCH 200
#define INPUTS 1
#define WIDEST 32
#define COUNT (2 * 32 + 33 * 32 + 33)
#define HIDDEN TANH
#define OUTPUT IDENTITY
#define TARGET float
#define TARGETS (BATCH)
#define LOSS mean_squared_error(delta, out, y, BATCH, OUTPUT)
#define RULE MOMENTUM
#define RATE 0.02f
#include "perceptron.h"

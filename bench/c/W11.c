// W11: 1-88-48-1 tanh on 200 points of a polynomial, mean squared error, momentum.
#define WORKLOAD "W11"
#define BLOCK 10
#define SIZES {1, 88, 48, 1}
#define BATCH 200
#define INPUTS 1
#define WIDEST 88
#define COUNT (2 * 88 + 89 * 48 + 49)
#define HIDDEN TANH
#define OUTPUT IDENTITY
#define LOSS(a, y) (((a) - (y)) * ((a) - (y)))
#define LOSS_SLOPE(error) (2 * (error) / BATCH)
#define RATE 0.01
#define MOMENTUM 0.9
#include "plain.h"

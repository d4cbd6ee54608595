// W10: 2-18-4-1, ReLU and a sigmoid, on a spiral of 500 points, binary cross-entropy, SGD.
#define WORKLOAD "W10"
#define BLOCK 20
#define SIZES {2, 18, 4, 1}
#define BATCH 500
#define INPUTS 2
#define WIDEST 18
#define COUNT (3 * 18 + 19 * 4 + 5)
#define HIDDEN RELU
#define OUTPUT SIGMOID
#define LOSS(a, y) (-((y) * log(a) + (1 - (y)) * log(1 - (a))))
#define LOSS_SLOPE(error) ((error) / BATCH)
#define RATE 0.2
#define MOMENTUM 0.0
#include "plain.h"

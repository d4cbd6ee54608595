// W3: 2-64-64-3 ReLU on a spiral of 300 points, softmax cross-entropy, Adam.
#define WORKLOAD "W3"
#define BLOCK 10
#define SIZES {2, 64, 64, 3}
#define BATCH 300
#define INPUTS 2
#define WIDEST 64
#define COUNT (3 * 64 + 65 * 64 + 65 * 3)
#define HIDDEN RELU
#define OUTPUT IDENTITY
#define TARGET int
#define TARGETS (BATCH)
#define LOSS softmax_cross_entropy(delta, out, y, BATCH, 3)
#define RULE ADAM
#define RATE 1e-3f
#include "perceptron.h"

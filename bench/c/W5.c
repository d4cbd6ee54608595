// W5: 784-128-64-10 ReLU on a batch of 64, softmax cross-entropy, Adam.
#define WORKLOAD "W5"
#define BLOCK 1
#define SIZES {784, 128, 64, 10}
#define BATCH 64
#define INPUTS 784
#define WIDEST 128
#define COUNT (785 * 128 + 129 * 64 + 65 * 10)
#define HIDDEN RELU
#define OUTPUT IDENTITY
#define TARGET int
#define TARGETS (BATCH)
#define LOSS softmax_cross_entropy(delta, out, y, BATCH, 10)
#define RULE ADAM
#define RATE 1e-3f
#include "perceptron.h"

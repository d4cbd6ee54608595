// W6: 1024-2048-2048-10 ReLU on a batch of 256, softmax cross-entropy, SGD.
#define WORKLOAD "W6"
#define BLOCK 1
#define SIZES {1024, 2048, 2048, 10}
#define BATCH 256
#define INPUTS 1024
#define WIDEST 2048
#define COUNT (1025 * 2048 + 2049 * 2048 + 2049 * 10)
#define HIDDEN RELU
#define OUTPUT IDENTITY
#define TARGET int
#define TARGETS (BATCH)
#define LOSS softmax_cross_entropy(delta, out, y, BATCH, 10)
#define RULE SGD
#define RATE 0.02f
#include "perceptron.h"

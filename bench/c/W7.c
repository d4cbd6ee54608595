// W7: 20 layers of 64 sigmoids on a batch of 64, mean squared error, SGD.
#define WORKLOAD "W7"
#define BLOCK 1
#define SIZES {64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64}
#define BATCH 64
#define INPUTS 64
#define WIDEST 64
#define COUNT (20 * 65 * 64)
#define HIDDEN SIGMOID
#define OUTPUT SIGMOID
#define TARGET float
#define TARGETS (BATCH * 64)
#define LOSS mean_squared_error(delta, out, y, BATCH * 64, OUTPUT)
#define RULE SGD
#define RATE 4.0f
#include "perceptron.h"

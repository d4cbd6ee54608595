// What every C contestant shares: reading a workload, timing blocks of steps, the result's line.
//
// A contestant defines `restart`, `train` and `loss` and ends with RACE(…). Called as:
// CONTESTANT Wk DIR STEPS
#ifndef STEP_H
#define STEP_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

// Reads a file of exactly so many bytes.
static void read_file(const char *folder, const char *name, void *to, size_t bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file || fread(to, 1, bytes, file) != bytes || fgetc(file) != EOF) {
    fprintf(stderr, "%s does not hold the %zu bytes that it should\n", path, bytes);
    exit(1);
  }
  fclose(file);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// With BENCH_LATE set, the median time of a step in the last tenth of so many, once.
static double late(long steps, long block, void (*restart)(void), void (*train)(long)) {
  long count = steps / 10 / block > 0 ? steps / 10 / block : 1;
  double *times = malloc(count * sizeof *times);
  restart();
  train(steps - count * block);
  for (long i = 0; i < count; i++) {
    double began = seconds();
    train(block);
    times[i] = (seconds() - began) / block;
  }
  qsort(times, count, sizeof *times, ascending);
  return times[count / 2];
}

// Runs `steps` steps once for the loss, then again and again from the same start, timed in
// blocks of `block` steps, for BENCH_MIN_TIME seconds; prints the median.
static void race(const char *workload, long steps, long block, void (*restart)(void),
                 void (*train)(long), double (*loss)(void)) {
  if (getenv("BENCH_LATE")) {
    double median = late(steps, block, restart, train);
    printf("{\"workload\":\"%s\",\"steps\":%ld,\"us_per_step_median\":%.5g,\"loss\":%.17g}\n",
           workload, steps, 1e6 * median, loss());
    return;
  }
  restart();
  train(steps);
  double final = loss();
  const char *given = getenv("BENCH_MIN_TIME");
  double least = given ? atof(given) : 1, timed = 0;
  size_t count = 0, room = 1024;
  double *times = malloc(room * sizeof *times);
  while (timed < least) {
    restart();
    for (long step = 0; step == 0 || step + block <= steps; step += block) {
      double began = seconds();
      train(block);
      double took = seconds() - began;
      timed += took;
      if (count == room) times = realloc(times, (room *= 2) * sizeof *times);
      times[count++] = took / block;
    }
  }
  qsort(times, count, sizeof *times, ascending);
  printf("{\"workload\":\"%s\",\"steps\":%ld,\"us_per_step_median\":%.5g,\"loss\":%.17g}\n",
         workload, steps, 1e6 * times[count / 2], final);
}

// The main function of a workload whose numbers are in the arrays `x`, `y` and `start`.
#define RACE(WORKLOAD, BLOCK)                              \
  int main(int argc, char **argv) {                        \
    if (argc != 4 || strcmp(argv[1], WORKLOAD)) return 2;  \
    read_file(argv[2], WORKLOAD ".x", x, sizeof x);        \
    read_file(argv[2], WORKLOAD ".y", y, sizeof y);        \
    read_file(argv[2], WORKLOAD ".p", start, sizeof start);\
    race(WORKLOAD, atol(argv[3]), BLOCK, restart, train, loss); \
    return 0;                                              \
  }

#endif

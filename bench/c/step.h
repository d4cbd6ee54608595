// What every C contestant shares: reading a workload, timing blocks of steps, the result's line.
//
// A contestant defines `train` and `loss` over a `struct parameters` of its own and ends with
// RACE(…). Called as: CONTESTANT DIR STEPS
#ifndef STEP_H
#define STEP_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static inline double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

static void read_doubles(const char *folder, const char *name, double *to, size_t count) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file || fread(to, sizeof *to, count, file) != count) {
    fprintf(stderr, "cannot read %zu numbers from %s\n", count, path);
    exit(1);
  }
  fclose(file);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// Runs STEPS steps once for the loss, then again and again from the same start, timed in blocks
// of BLOCK steps, for BENCH_MIN_TIME seconds; prints the median.
#define RACE(WORKLOAD, BLOCK)                                                              \
  int main(int argc, char **argv) {                                                        \
    if (argc != 3) return 2;                                                               \
    long steps = atol(argv[2]);                                                            \
    read_doubles(argv[1], WORKLOAD ".x", &x[0][0], sizeof x / sizeof(double));             \
    read_doubles(argv[1], WORKLOAD ".y", &y[0], sizeof y / sizeof(double));                \
    struct parameters start, p;                                                            \
    read_doubles(argv[1], WORKLOAD ".p", (double *)&start, sizeof start / sizeof(double)); \
    p = start;                                                                             \
    train(&p, steps);                                                                      \
    double final = loss(&p);                                                               \
    const char *given = getenv("BENCH_MIN_TIME");                                          \
    double least = given ? atof(given) : 1, timed = 0;                                     \
    size_t count = 0, room = 1024;                                                         \
    double *times = malloc(room * sizeof *times);                                          \
    while (timed < least) {                                                                \
      p = start;                                                                           \
      for (long step = 0; step + (BLOCK) <= steps; step += (BLOCK)) {                      \
        double began = seconds();                                                          \
        train(&p, (BLOCK));                                                                \
        double took = seconds() - began;                                                   \
        timed += took;                                                                     \
        if (count == room) times = realloc(times, (room *= 2) * sizeof *times);            \
        times[count++] = took / (BLOCK);                                                   \
      }                                                                                    \
    }                                                                                      \
    qsort(times, count, sizeof *times, ascending);                                         \
    printf("{\"workload\":\"%s\",\"steps\":%ld,\"us_per_step_median\":%.5g,\"loss\":%.17g}\n", \
           WORKLOAD, steps, 1e6 * times[count / 2], final);                                \
    return 0;                                                                              \
  }

#endif

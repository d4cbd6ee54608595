// The matrix product of the C contestants, in Float: c = a·b, or c += a·b.
//
// A tile of sums two vectors wide stays in registers while `a` is broadcast against two vectors of
// a row of `b`. A large product is cut so that what a tile reads again lies in the caches: a panel
// of `b` in the first, a block of `a` in the second, both copied to where they lie close together.
// A small one is read where it is, if the rows of `b` are contiguous.
#ifndef PRODUCT_H
#define PRODUCT_H

#include <stdlib.h>
#include <string.h>

#ifdef __AVX512F__
enum { lanes = 16, tile_rows = 12 };  // 24 accumulators of 32 registers
#else
enum { lanes = 8, tile_rows = 6 };  // 12 of 16
#endif
enum { tile_columns = 2 * lanes, deep = 256, tall = 264 };

typedef float vector __attribute__((vector_size(4 * lanes), aligned(4), may_alias));

// A matrix in place: an element is at[i * row + j * column], so that a transpose is a view.
struct view {
  const float *at;
  long row, column;
};

static inline struct view whole(const float *at, long columns) {
  return (struct view){at, columns, 1};
}

static inline struct view transposed(const float *at, long columns) {
  return (struct view){at, 1, columns};
}

// One tile. `rows` and `vectors` are constants where it is inlined; `columns` may be fewer than
// the vectors have lanes, and then the lanes past them are garbage that is not stored.
static inline __attribute__((always_inline)) void tile(
    const int rows, const int vectors, long depth, struct view a, const float *b, long b_row,
    float *c, long c_row, long columns, int add) {
  vector sums[12][2];
#pragma GCC unroll 12
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) sums[i][v] = (vector){0};
  for (long k = 0; k < depth; k++) {
    vector row[2];
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) row[v] = *(const vector *)(b + k * b_row + v * lanes);
#pragma GCC unroll 12
    for (int i = 0; i < rows; i++) {
      float each = a.at[i * a.row + k * a.column];
#pragma GCC unroll 2
      for (int v = 0; v < vectors; v++) sums[i][v] += each * row[v];
    }
  }
#pragma GCC unroll 12
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) {
      float *to = c + i * c_row + v * lanes;
      long count = columns - v * lanes;
      if (count >= lanes) {
        if (add) sums[i][v] += *(vector *)to;
        *(vector *)to = sums[i][v];
      } else {
        for (long j = 0; j < count; j++) to[j] = add ? to[j] + sums[i][v][j] : sums[i][v][j];
      }
    }
}

// Columns of one panel: all of `rows` in tiles as even as can be.
static void panel(long rows, long depth, struct view a, const float *b, long b_row, float *c,
                  long c_row, long columns, int add) {
  long tiles = (rows + tile_rows - 1) / tile_rows;
  for (long t = 0, i = 0; t < tiles; t++) {
    long height = (rows - i + tiles - t - 1) / (tiles - t);
    struct view part = {a.at + i * a.row, a.row, a.column};
    float *to = c + i * c_row;
#define CASE(ROWS)                                                                         \
  case ROWS:                                                                               \
    if (columns <= lanes)                                                                  \
      tile(ROWS, 1, depth, part, b, b_row, to, c_row, columns, add);                       \
    else if (a.column == 1)                                                                \
      tile(ROWS, 2, depth, (struct view){part.at, a.row, 1}, b, b_row, to, c_row, columns, \
           add);                                                                           \
    else                                                                                   \
      tile(ROWS, 2, depth, (struct view){part.at, 1, a.column}, b, b_row, to, c_row,       \
           columns, add);                                                                  \
    break;
    switch (height) {
      CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6)
      CASE(7) CASE(8) CASE(9) CASE(10) CASE(11) CASE(12)
    }
#undef CASE
    i += height;
  }
}

static float packed_a[tall * deep] __attribute__((aligned(64)));
static float packed_b[deep * tile_columns] __attribute__((aligned(64)));

// Copies `rows` × `columns` of `from`, whose columns lie `stride` apart and are contiguous, to
// where the rows lie `to_stride` apart and are contiguous.
static void transpose(const float *from, long stride, float *to, long to_stride, long rows,
                      long columns) {
  long i = 0;
#ifdef __AVX512F__
  for (; i + lanes <= rows; i += lanes) {
    long j = 0;
    for (; j + lanes <= columns; j += lanes) {
      // Interleaving row n with row n + 8 four times over transposes 16 × 16.
      vector a[lanes], b[lanes];
#pragma GCC unroll 16
      for (int n = 0; n < lanes; n++) a[n] = *(const vector *)(from + (j + n) * stride + i);
#pragma GCC unroll 4
      for (int stage = 0; stage < 4; stage++) {
#pragma GCC unroll 8
        for (int n = 0; n < lanes / 2; n++) {
          b[2 * n] = __builtin_shufflevector(a[n], a[n + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20,
                                             5, 21, 6, 22, 7, 23);
          b[2 * n + 1] = __builtin_shufflevector(a[n], a[n + 8], 8, 24, 9, 25, 10, 26, 11, 27,
                                                 12, 28, 13, 29, 14, 30, 15, 31);
        }
#pragma GCC unroll 16
        for (int n = 0; n < lanes; n++) a[n] = b[n];
      }
#pragma GCC unroll 16
      for (int n = 0; n < lanes; n++) *(vector *)(to + (i + n) * to_stride + j) = a[n];
    }
    for (; j < columns; j++)
      for (long n = i; n < i + lanes; n++) to[n * to_stride + j] = from[j * stride + n];
  }
#endif
  for (; i < rows; i++)
    for (long j = 0; j < columns; j++) to[i * to_stride + j] = from[j * stride + i];
}

// `rows` × `depth` of `a`, one column after another.
static void pack_a(struct view a, long rows, long depth) {
  if (a.row == 1) {
    for (long k = 0; k < depth; k++)
      memcpy(packed_a + k * rows, a.at + k * a.column, rows * sizeof(float));
  } else {
    transpose(a.at, a.row, packed_a, rows, depth, rows);
  }
}

// `depth` rows of a panel of `b`, each tile_columns wide.
static void pack_b(struct view b, long depth, long columns) {
  if (b.column == 1) {
    for (long k = 0; k < depth; k++)
      memcpy(packed_b + k * tile_columns, b.at + k * b.row, columns * sizeof(float));
  } else {
    transpose(b.at, b.column, packed_b, tile_columns, depth, columns);
  }
}

// c[rows × columns] = a·b, or += if `add`. A view's rows or its columns must be contiguous. Past
// the end of `b` a vector may be read, whose values do not matter.
static void product(float *c, long rows, long columns, long depth, struct view a, struct view b,
                    int add) {
  int small = b.column == 1 && rows <= 128 && depth <= 2 * deep;
  for (long k = 0; k < depth; k += deep) {
    long part = depth - k < deep ? depth - k : deep;
    int onto = add || k > 0;
    for (long i = 0; i < rows; i += tall) {
      long height = rows - i < tall ? rows - i : tall;
      struct view block = {a.at + i * a.row + k * a.column, a.row, a.column};
      if (rows > tall && columns > 4 * tile_columns) {
        pack_a(block, height, part);
        block = (struct view){packed_a, 1, height};
      }
      for (long j = 0; j < columns; j += tile_columns) {
        long width = columns - j < tile_columns ? columns - j : tile_columns;
        const float *from = b.at + k * b.row + j * b.column;
        long b_row = b.row;
        if (!small) {
          pack_b((struct view){from, b.row, b.column}, part, width);
          from = packed_b;
          b_row = tile_columns;
        }
        panel(height, part, block, from, b_row, c + i * columns + j, columns, width, onto);
      }
    }
  }
}

#endif

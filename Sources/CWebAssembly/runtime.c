#include "CWebAssembly.h"

#ifdef __wasm__

#include <stddef.h>
#include <stdint.h>

// Text goes out one byte at a time, to a function that the page brings.
__attribute__((import_module("page"), import_name("put"))) void put(int byte);

int putchar(int byte) {
  put(byte);
  return byte;
}

// The heap: blocks of powers of two bytes, a list of free ones for each power. A block begins with
// 16 bytes that keep its power and, while it is free, the next one of its list. What is freed is
// used again for the same power, so a training whose steps are alike takes memory only once. A
// place within a block, for more alignment than 16, has power 0 before it and where the block is.
enum { header = 16, powers = 32, page = 65536 };

struct block {
  uintptr_t power;
  struct block *next;
};

extern unsigned char __heap_base;  // the linker's: where the memory is nobody's yet
static struct block *freed[powers];
static uintptr_t fresh, end;

static struct block *fresh_block(uintptr_t power) {
  if (fresh == 0) {
    fresh = ((uintptr_t)&__heap_base + header - 1) & ~(uintptr_t)(header - 1);
    end = (uintptr_t)__builtin_wasm_memory_size(0) * page;
  }
  uintptr_t bytes = (uintptr_t)1 << power;
  if (bytes > end - fresh) {
    uintptr_t pages = (bytes - (end - fresh) + page - 1) / page;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
    end += pages * page;
  }
  struct block *block = (struct block *)fresh;
  fresh += bytes;
  block->power = power;
  return block;
}

void *malloc(size_t count) {
  if (count > (size_t)1 << 30) __builtin_trap();
  uintptr_t power = 8 * sizeof(int) - __builtin_clz((unsigned)count + header - 1);
  struct block *block = freed[power];
  if (block)
    freed[power] = block->next;
  else
    block = fresh_block(power);
  return (char *)block + header;
}

void free(void *at) {
  if (!at) return;
  struct block *block = (struct block *)((char *)at - header);
  if (block->power == 0) block = block->next;
  block->next = freed[block->power];
  freed[block->power] = block;
}

int posix_memalign(void **at, size_t alignment, size_t count) {
  *at = malloc(alignment <= header ? count : count + alignment);
  uintptr_t over = (uintptr_t)*at & (alignment - 1);
  if (over == 0) return 0;
  struct block *block = (struct block *)((char *)*at - header);
  *at = (char *)*at + (alignment - over);
  *(struct block *)((char *)*at - header) = (struct block){0, block};
  return 0;
}

// Three of these are one instruction each.
void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  return __builtin_memmove(to, from, count);
}

void *memmove(void *to, const void *from, size_t count) {
  return __builtin_memmove(to, from, count);
}

void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }

int memcmp(const void *a, const void *b, size_t count) {
  const unsigned char *left = a, *right = b;
  for (size_t i = 0; i < count; i++)
    if (left[i] != right[i]) return left[i] - right[i];
  return 0;
}

// What hash tables are seeded with: there is nothing random here, so the same every time.
void arc4random_buf(void *to, size_t count) { memset(to, 0, count); }

// The product of two 128-bit integers, of which the low half is the full one of two 64-bit ones.
__int128 __multi3(__int128 a, __int128 b) {
  uint64_t x = (uint64_t)a, y = (uint64_t)b;
  uint64_t x0 = (uint32_t)x, x1 = x >> 32, y0 = (uint32_t)y, y1 = y >> 32;
  uint64_t low = x0 * y0, middle = x1 * y0 + (low >> 32), other = x0 * y1 + (uint32_t)middle;
  uint64_t high = x1 * y1 + (middle >> 32) + (other >> 32);
  high += (uint64_t)(a >> 64) * y + x * (uint64_t)(b >> 64);
  return (__int128)((unsigned __int128)high << 64 | (other << 32 | (uint32_t)low));
}

#endif

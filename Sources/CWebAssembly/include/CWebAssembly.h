// What Embedded Swift asks of C in WebAssembly, where there is no C library: a heap, a few memory
// functions, and a way out for text. Natively this target is empty; the C library has it all.
#pragma once

#include "CLessonRunner.h"

#include <dlfcn.h>
#include <stddef.h>

// The part of libclang's interface that reads serialized diagnostics (clang-c/Index.h,
// clang-c/CXDiagnostic.h), loaded when it is needed: the library is large.
typedef struct { const void *data; unsigned flags; } text;
typedef struct { const void *data[2]; unsigned place; } location;
typedef struct { const void *data[2]; unsigned start, end; } range;
typedef void *handle;

static struct {
  handle (*load)(const char *, int *, text *);
  unsigned (*count)(handle);
  handle (*at)(handle, unsigned);
  handle (*children)(handle);
  void (*dispose_set)(handle);
  text (*spelling)(handle);
  location (*place)(handle);
  void (*spelling_location)(location, handle *, unsigned *, unsigned *, unsigned *);
  unsigned (*fix_its)(handle);
  text (*fix_it)(handle, unsigned, range *);
  location (*range_start)(range);
  location (*range_end)(range);
  const char *(*c_string)(text);
  void (*dispose_string)(text);
} clang;

static int find(void *library, void *function, const char *name) {
  return (*(void **)function = dlsym(library, name)) != NULL;
}

static int load(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return library && find(library, &clang.load, "clang_loadDiagnostics") &&
         find(library, &clang.count, "clang_getNumDiagnosticsInSet") &&
         find(library, &clang.at, "clang_getDiagnosticInSet") &&
         find(library, &clang.children, "clang_getChildDiagnostics") &&
         find(library, &clang.dispose_set, "clang_disposeDiagnosticSet") &&
         find(library, &clang.spelling, "clang_getDiagnosticSpelling") &&
         find(library, &clang.place, "clang_getDiagnosticLocation") &&
         find(library, &clang.spelling_location, "clang_getInstantiationLocation") &&
         find(library, &clang.fix_its, "clang_getDiagnosticNumFixIts") &&
         find(library, &clang.fix_it, "clang_getDiagnosticFixIt") &&
         find(library, &clang.range_start, "clang_getRangeStart") &&
         find(library, &clang.range_end, "clang_getRangeEnd") &&
         find(library, &clang.c_string, "clang_getCString") &&
         find(library, &clang.dispose_string, "clang_disposeString");
}

static void visit_set(handle set, void *context, fix_it_visitor visit) {
  for (unsigned i = 0; i < clang.count(set); i++) {
    handle diagnostic = clang.at(set, i);
    text message = clang.spelling(diagnostic);
    struct fix_it found = {.message = clang.c_string(message)};
    clang.spelling_location(clang.place(diagnostic), NULL, &found.line, &found.column, NULL);
    for (unsigned j = 0; j < clang.fix_its(diagnostic); j++) {
      range replaced;
      text with = clang.fix_it(diagnostic, j, &replaced);
      found.text = clang.c_string(with);
      clang.spelling_location(
          clang.range_start(replaced), NULL, &found.start_line, &found.start_column, NULL);
      clang.spelling_location(
          clang.range_end(replaced), NULL, &found.end_line, &found.end_column, NULL);
      visit(context, &found);
      clang.dispose_string(with);
    }
    clang.dispose_string(message);
    handle children = clang.children(diagnostic);
    if (children) visit_set(children, context, visit);
  }
}

int read_fix_its(
    const char *library, const char *path, void *context, fix_it_visitor visit) {
  if (!clang.dispose_string && !load(library)) return -1;
  int error = 0;
  text reason = {0};
  handle set = clang.load(path, &error, &reason);
  if (!set) return -1;
  visit_set(set, context, visit);
  clang.dispose_set(set);
  return 0;
}

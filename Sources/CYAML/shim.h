#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <yaml.h>

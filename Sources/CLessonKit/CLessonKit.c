#include "CLessonKit.h"

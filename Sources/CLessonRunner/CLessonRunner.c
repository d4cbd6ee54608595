#include "CLessonRunner.h"

#pragma once

#include "CLessonRunner.h"

/// Confines this process as a request says, before it becomes the program. `report` stays open until it
/// does, and may get another number; the request may get other arguments. Returns 0, or the error's number.
int confine_child(struct child_request *request, int *report, const pid_t starters[2]);

#pragma once

/// The greatest common divisor of two numbers that are not negative.
long greatest_common_divisor(long a, long b);

"""Moments and their seconds since 1970, for TimeTicksTests.

    python3 Tests/FiguresTests/Oracles/calendar_times.py
"""

from datetime import datetime, timezone

for moment in [(1970, 1, 1), (2000, 2, 29), (2024, 2, 29, 12), (2023, 12, 31, 23, 59, 59),
               (1969, 12, 31), (1900, 3, 1), (1600, 2, 29), (2100, 2, 28), (9999, 12, 31),
               (1, 1, 1)]:
    print(moment, datetime(*moment, tzinfo=timezone.utc).timestamp())

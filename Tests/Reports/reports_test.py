#!/usr/bin/env python3
"""The reports that other programs read, read by such programs.

    reports_test.py GRADUS

A course of awkward lessons is verified once in each format. The JUnit report is read by
junitparser; GitHub's annotations by the rules of its runner (actions/runner, ActionCommand);
both must say what the JSON report says.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import junitparser

AWKWARD = """# Signs, 100 %: a, b; c

```swift
let s = "50 %, a:b::c;[d] <&> 'e' \\u{2}"   // = "25 %"
let t = "two\\nlines"                        // = "one"
let u = 0.5                                  // ≈ 0.5
```

```swift skip="<not> compiled: 1, 2 & 3"
nothing
```
"""
PLAIN = "# Plain\n\n```swift\nlet x = 1 // = 1\n```\n\nA number that nothing backs: 0.75.\n"
COURSE = "title: Awkward\nparts:\n  - title: One\n    lessons: [awkward, plain]\n"


def report(gradus, folder, form):
    done = subprocess.run(
        [gradus, "verify", "lessons", "--format", form], cwd=folder, capture_output=True, text=True)
    if done.returncode != 1:
        sys.exit(f"--format {form} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def unescaped(text, tokens):
    for token in tokens + "%":
        text = text.replace(f"%{ord(token):02X}", token)
    return text


def annotation(line):
    """A workflow command as GitHub's runner takes it apart."""
    line = line.lstrip()
    assert line.startswith("::"), line
    end = line.index("::", 2)
    command, _, properties = line[2:end].partition(" ")
    pairs = [each.split("=", 1) for each in properties.strip().split(",") if each]
    values = {key: unescaped(value, "\r\n:,") for key, value in pairs}
    return command, values, unescaped(line[end + 2:], "\r\n")


def check_junit(text, checks):
    with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        suites = list(junitparser.JUnitXml.fromfile(file.name))
    assert [suite.name for suite in suites] == ["awkward", "plain"], suites
    for suite in suites:
        ours = [check for check in checks if check["lesson"] == suite.name]
        cases = list(suite)
        assert suite.tests == len(cases) == len(ours), suite.name
        assert suite.failures == sum(check["status"] == "fail" for check in ours)
        assert suite.skipped == sum(check["status"] == "skipped" for check in ours)
        for case, check in zip(cases, ours):
            place = f"{check['line']}:{check['column']} {check['kind']}"
            assert case.name.startswith(place), (case.name, place)
            kinds = {"fail": junitparser.Failure, "skipped": junitparser.Skipped}
            wanted = [kinds[check["status"]]] if check["status"] in kinds else []
            assert [type(result) for result in case.result] == wanted, (case.name, case.result)
            if check["status"] == "fail":
                assert case.result[0].type == check["rule"]


def check_github(text, checks):
    ours = [check for check in checks if check["status"] in ("fail", "warning")]
    lines = text.splitlines()
    assert len(lines) == len(ours), text
    for line, check in zip(lines, ours):
        command, values, data = annotation(line)
        assert command == {"fail": "error", "warning": "warning"}[check["status"]]
        assert values == {
            "file": check["file"], "line": str(check["line"]), "col": str(check["column"]),
            "title": check["rule"],
        }, values
        assert f"expected: {check['expected']}\nactual:   {check['actual']}\n" in data, data


def main(gradus):
    with tempfile.TemporaryDirectory() as folder:
        lessons = Path(folder) / "lessons"
        lessons.mkdir()
        (lessons / "course.yaml").write_text(COURSE, encoding="utf-8")
        (lessons / "awkward.md").write_text(AWKWARD, encoding="utf-8")
        (lessons / "plain.md").write_text(PLAIN, encoding="utf-8")
        lines = [json.loads(line) for line in report(gradus, folder, "json").splitlines()]
        checks, summary = lines[:-1], lines[-1]
        assert summary["type"] == "summary" and summary["checks"] == len(checks)
        assert {check["status"] for check in checks} == {"pass", "fail", "skipped", "warning"}
        check_junit(report(gradus, folder, "junit"), checks)
        check_github(report(gradus, folder, "github"), checks)
    print(f"{len(checks)} checks read alike as JSON, as JUnit and as annotations.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

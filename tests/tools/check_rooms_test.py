# SPDX-License-Identifier: Apache-2.0
"""A small house in order has no fault; with one thing wrong it has that one."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).parents[2] / "tools" / "check_rooms.py"
LICENCE = "// SPDX-License-Identifier: Apache-2.0\n"
ROOMS = """# SPDX-License-Identifier: Apache-2.0
room(base PURE)
room(judge PURE USES base)
room(plan PURE USES base LIBRARIES muster_highs)
room(io USES base
     LIBRARIES fmt::fmt)
"""
HOUSE = {
    "CMakeLists.txt": ROOMS,
    "src/base/day.hpp": LICENCE + "int day();\n",
    "src/base/day.cpp": LICENCE + '#include "base/day.hpp"\n\n#include <vector>\n\nint day() { return 1; }\n',
    "src/judge/judge.cpp": LICENCE + '#include "base/day.hpp"\n',
    "src/judge/rules/tempo.hpp": LICENCE,
    "src/plan/plan.cpp": LICENCE + '#include "plan/lp/lp.hpp"\n',
    "src/plan/lp/lp.hpp": LICENCE,
    "src/plan/lp/lp.cpp": LICENCE + "#include <interfaces/highs_c_api.h>\n",
    "src/io/read.cpp": LICENCE + "#include <fmt/format.h>\n#include <fstream>\n",
}


def faults_of(changes: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**HOUSE, **changes}.items():
            file = pathlib.Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        run = subprocess.run([sys.executable, TOOL, folder], capture_output=True, text=True, check=False)
    lines = run.stdout.splitlines()
    in_order = lines == ["4 rooms in order"]
    if in_order != (run.returncode == 0):
        raise AssertionError(f"exit code {run.returncode}: {run.stdout}{run.stderr}")
    return [] if in_order else lines


def body(lines: int) -> str:
    return "int long_one() {\n" + "  day();\n" * (lines - 2) + "}\n"


class TheHouse(unittest.TestCase):
    def assert_fault(self, file: str, text: str, fault: str) -> None:
        self.assertEqual(faults_of({file: text}), [fault])

    def test_in_order_has_no_fault(self):
        self.assertEqual(faults_of({}), [])

    def test_a_room_uses_only_rooms_above_it(self):
        self.assert_fault("CMakeLists.txt", ROOMS.replace("room(base PURE)", "room(base PURE USES io)"),
                          "CMakeLists.txt: room base uses io, which is not declared above it")

    def test_a_file_includes_only_rooms_that_its_room_uses(self):
        self.assert_fault("src/judge/judge.cpp", LICENCE + '#include "plan/plan.hpp"\n',
                          "src/judge/judge.cpp:2: room judge may not use room plan")

    def test_includes_are_written_from_src(self):
        for header in ("day.hpp", "../base/day.hpp"):
            self.assert_fault("src/base/day.cpp", LICENCE + f'#include "{header}"\n',
                              'src/base/day.cpp:2: write the include from src/, as "room/file.hpp"')

    def test_sub_folders_are_private(self):
        rooms = ROOMS.replace("room(io USES base", "room(io USES base judge")
        text = LICENCE + '#include "judge/rules/tempo.hpp"\n'
        self.assertEqual(faults_of({"CMakeLists.txt": rooms, "src/io/read.cpp": text}),
                         ["src/io/read.cpp:2: judge/rules/tempo.hpp is private to room judge"])

    def test_a_library_stays_in_the_rooms_that_name_it(self):
        self.assert_fault("src/judge/judge.cpp", LICENCE + "#include <fmt/core.h>\n",
                          "src/judge/judge.cpp:2: room judge does not name fmt::fmt among its LIBRARIES")

    def test_only_plan_lp_knows_highs(self):
        self.assert_fault("src/plan/plan.cpp", LICENCE + "#include <interfaces/highs_c_api.h>\n",
                          "src/plan/plan.cpp:2: only plan/lp knows muster_highs")

    def test_a_pure_room_touches_no_file_and_no_clock(self):
        self.assert_fault("src/judge/judge.cpp", LICENCE + "#include <fstream>\n",
                          "src/judge/judge.cpp:2: room judge is pure: it may not include <fstream>")
        self.assert_fault("src/plan/plan.cpp", LICENCE + "auto now = std::chrono::steady_clock::now();\n",
                          "src/plan/plan.cpp:2: room plan is pure: it may not know steady_clock")

    def test_exact_rooms_have_no_floating_point(self):
        self.assert_fault("src/judge/judge.cpp", LICENCE + "// double use\nconst double share = 0;\n",
                          "src/judge/judge.cpp:3: room judge counts exactly: it may not use double")

    def test_workbooks_may_hold_floating_point(self):
        self.assertEqual(faults_of({"src/io/workbook/cell_text.cpp": LICENCE + "const double number = 0;\n"}), [])

    def test_parameters_of_an_override_are_somebody_elses_choice(self):
        seven = "int a, int b, int c, int d, int e, int f, int g"
        self.assert_fault("src/plan/plan.cpp", LICENCE + f"void fill({seven}) {{\n}}\n", "src/plan/plan.cpp:2: fill has 7 parameters, more than 6")
        self.assertEqual(faults_of({"src/plan/plan.cpp": LICENCE + f"void fill({seven}) override {{\n}}\n"}), [])

    def test_no_room_is_an_empty_shell(self):
        self.assert_fault("CMakeLists.txt", ROOMS + "room(voice)\n",
                          "src/voice: the room is an empty shell: no .cpp in it")
        self.assertEqual(faults_of({"CMakeLists.txt": ROOMS + "room(attic)\n"})[0].split(":")[0], "src/attic")

    def test_no_folder_is_beside_the_rooms(self):
        self.assert_fault("src/attic/box.cpp", LICENCE, "src/attic: no room of this name in CMakeLists.txt")

    def test_files_stop_at_600_lines(self):
        self.assertEqual(faults_of({"src/base/day.hpp": LICENCE + "\n" * 599}), [])
        self.assert_fault("src/base/day.hpp", LICENCE + "\n" * 600, "src/base/day.hpp: 601 lines, more than 600")

    def test_functions_stop_at_60_lines(self):
        self.assertEqual(faults_of({"src/base/day.cpp": LICENCE + body(60)}), [])
        self.assert_fault("src/base/day.cpp", LICENCE + body(61),
                          "src/base/day.cpp:2: long_one has 61 lines, more than 60")

    def test_parameters_stop_at_6(self):
        self.assertEqual(faults_of({"src/base/day.cpp": LICENCE + "int f(A a, B b, C c, D d, E e, F f) {}\n"}), [])
        self.assert_fault("src/base/day.cpp", LICENCE + "int f(A a, B b, C c, D d, E e, F f, G g) {}\n",
                          "src/base/day.cpp:2: f has 7 parameters, more than 6")

    def test_names_are_not_made_of_words_that_say_nothing(self):
        self.assert_fault("src/base/day_utils.hpp", LICENCE, "src/base/day_utils.hpp: a name may not say utils")
        for name in ("DayManager", "day_manager", "managerOf", "DAY_MANAGER"):
            self.assert_fault("src/base/day.cpp", LICENCE + f"int {name}();\n",
                              "src/base/day.cpp: an identifier may not say manager")

    def test_sources_state_their_licence(self):
        for file in ("src/base/day.hpp", "tools/count.py", "tools/count.sh", "x", "cmake/Room.cmake"):
            self.assert_fault(file, "\n", f"{file}:1: the first lines do not say SPDX-License-Identifier: Apache-2.0")

    def test_no_file_names_a_path_of_a_machine(self):
        path = "/".join(["", "home", "someone", "data"])
        self.assert_fault("README.md", f"line\nsee {path}\n",
                          "README.md:2: names a path of a machine: " + "/".join(["", "home", "someone", ""]))

    def test_no_source_is_marked_as_unfinished(self):
        self.assert_fault("src/base/day.cpp", LICENCE + "// TO" + "DO: leap years\n",
                          "src/base/day.cpp:2: is marked as unfinished: TO" + "DO")


if __name__ == "__main__":
    unittest.main()

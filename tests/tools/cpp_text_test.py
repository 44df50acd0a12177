# SPDX-License-Identifier: Apache-2.0
"""Functions are found and measured in C++ as we write it."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "tools"))
import cpp_text  # noqa: E402 (found by the line above)


def measured(text: str) -> list[tuple[str, int, int, int]]:
    found = cpp_text.functions(cpp_text.code_only(text))
    return [(function.name, function.line, function.lines, function.parameters) for function in found]


class Functions(unittest.TestCase):
    def test_are_found_in_namespaces_and_classes(self):
        text = "namespace a {\nclass B : public C {\n public:\n  int f() const { return 1; }\n  int v_ = 0;\n};\n}\n"
        self.assertEqual(measured(text), [("f", 4, 1, 0)])

    def test_begin_with_their_signature(self):
        self.assertEqual(measured("int v = 0;\n\nint A::f(int a,\n         int b) {\n  return a;\n}\n"),
                         [("A::f", 3, 4, 2)])

    def test_are_not_their_blocks_nor_their_lambdas(self):
        text = "void f() {\n  if (a) {\n    g();\n  }\n  auto h = [](int x) { return x; };\n}\nvoid i() {}\n"
        self.assertEqual(measured(text), [("f", 1, 6, 0), ("i", 7, 1, 0)])

    def test_are_constructors_with_their_initialisers(self):
        text = "A::A(int b) : b_{b}, c_{1} {\n  f();\n}\nB::B() : b_(1) {}\n"
        self.assertEqual(measured(text), [("A::A", 1, 3, 1), ("B::B", 4, 1, 0)])

    def test_are_operators(self):
        self.assertEqual(measured("bool operator()(A a) const { return a; }\nA operator+(A a, A b) {}\n"),
                         [("operator()", 1, 1, 1), ("operator+", 2, 1, 2)])

    def test_are_not_tables(self):
        self.assertEqual(measured("const int a[] = {1, 2};\nstd::vector<int> b{f(1), 2};\nenum class E { a };\n"), [])

    def test_count_parameters_with_commas_inside(self):
        self.assertEqual(measured("void f(std::map<int, int> a, std::function<int(int, int)> b, int c = g(1, 2)) {}"),
                         [("f", 1, 1, 3)])

    def test_are_blind_to_comments_and_strings(self):
        text = 'void f() {\n  // }\n  g("}{", \'{\', R"x(}}})x");  /* } */\n}\nvoid h() { n = 1\'000; }\n'
        self.assertEqual(measured(text), [("f", 1, 4, 0), ("h", 5, 1, 0)])


class Words(unittest.TestCase):
    def test_are_parts_of_names(self):
        self.assertEqual(cpp_text.words("int TourLength = max_days_ + XMLRead;"),
                         {"int", "tour", "length", "max", "days", "xml", "read"})

    def test_are_not_those_of_the_standard_library(self):
        self.assertEqual(cpp_text.words("using T = std::common_type_t<A>;"), {"using", "t", "a"})

    def test_are_not_in_comments_and_strings(self):
        self.assertEqual(cpp_text.words(cpp_text.code_only('// helper\nf("util");')), {"f"})


if __name__ == "__main__":
    unittest.main()

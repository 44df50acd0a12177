# SPDX-License-Identifier: Apache-2.0
"""C++ as text: enough to count lines and names, without a compiler."""
import dataclasses
import re

TEXTS = re.compile(
    r"""//[^\n]*
      | /\*.*?\*/
      | R"(?P<fence>[^()\s\\]{0,16})\(.*?\)(?P=fence)"
      | "(?:\\.|[^"\\\n])*"
      | (?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'
    """,
    re.S | re.X,
)


def _blank(match: re.Match) -> str:
    """As many lines, no words; of a string its quotes stay."""
    text = match[0]
    if text.startswith("/"):
        return re.sub(r"[^\n]", " ", text)
    return '"' + re.sub(r"[^\n]", " ", text[1:-1]) + '"'


def code_only(text: str) -> str:
    """The text without comments, the content of strings, and preprocessor lines; lines stay where they are."""
    text = TEXTS.sub(_blank, text)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", "", text, flags=re.M)


@dataclasses.dataclass
class Function:
    name: str
    line: int  # of its first word, from 1
    lines: int
    parameters: int


def functions(code: str) -> list[Function]:
    """Every function that is defined in `code` (a result of code_only), outside of other functions."""
    found: list[Function] = []
    depth = 0  # of braces within a function
    begin = head = 0
    for brace in re.finditer(r"[{};]", code):
        at = brace.start()
        if depth == 0 and brace[0] == "{" and _is_function(code[head:at]):
            begin, depth = head, 1
        elif depth > 0 and brace[0] == "{":
            depth += 1
        elif depth > 0 and brace[0] == "}":
            depth -= 1
            if depth > 0 or _is_in_initialisers(code, begin, at):
                continue
            found.append(_measure(code, begin, at))
            head = at + 1
        elif depth == 0 and not _is_in_parentheses(code[head:at]):
            head = at + 1
    return found


def _is_in_parentheses(head: str) -> bool:
    return head.count("(") > head.count(")")


def _is_function(head: str) -> bool:
    if "(" not in head or _is_in_parentheses(head):
        return False
    return not re.search(r"\b(namespace|enum)\b|(?<![<,(\s])\s*=\s*$|^\s*(struct|class|union)\b[^(]*$", head)


def _is_in_initialisers(code: str, begin: int, at: int) -> bool:
    """After `Name(…) : first_{1}` more members or the body follow."""
    rest = code[at + 1 : at + 200].lstrip()
    head = code[begin:at].split("{", 1)[0]
    return rest[:1] in {",", "{"} and re.search(r"\)[^()]*(?<!:):(?!:)", head) is not None


def _measure(code: str, begin: int, at: int) -> Function:
    begin += re.match(r"(\s*(public|private|protected)\s*:(?!:))*\s*", code[begin : at + 1]).end()
    head = code[begin : at + 1]
    first = code.count("\n", 0, begin) + 1
    last = code.count("\n", 0, at) + 1
    name = re.search(r"(operator\s*(?:\(\)|[^\s(]+)|[~\w:]+)\s*\(", head)
    return Function(name[1] if name else "?", first, last - first + 1, _parameters(head, name))


def _parameters(head: str, name: re.Match | None) -> int:
    if name is None or re.search(r"\)[^()]*\boverride\b[^()]*$", head):  # those of an override are somebody else's choice
        return 0
    count, depth, empty = 1, 0, True
    for letter in head[name.end() :]:
        if letter == ")" and depth == 0:
            break
        depth += (letter in "(<[{") - (letter in ")>]}")
        empty = empty and letter.isspace()
        count += letter == "," and depth == 0
    return 0 if empty else count


def words(code: str) -> set[str]:
    """The words that the names in `code` are made of, in lower case; names of other people's libraries not."""
    code = re.sub(r"\b(std|Json|nlohmann|fmt|CLI)::(\w+(::)?)+", " ", code)
    found: set[str] = set()
    for name in set(re.findall(r"[A-Za-z_]\w*", code)):
        found.update(part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name))
    return found

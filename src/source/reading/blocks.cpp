// SPDX-License-Identifier: Apache-2.0
#include "source/reading/blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "source/reading/footnotes.hpp"
#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

struct Line {
  std::string text;  // trimmed
  bool is_new_page = false;
};

// A form feed begins a page. So does a single space before a line of a text that is not indented:
// what is left of a form feed where white space was made plain.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool was_one_space = false;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool one_space = line.size() > 1 && line[0] == ' ' && !is_space(line[1]);
    const bool alone = one_space && !was_one_space;
    if (!trimmed(line).empty()) was_one_space = one_space;
    lines.push_back({std::string{trimmed(line)}, alone || line.find('\f') != line.npos});
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

// "3", "- 3 -", "Page 3 of 5", "pagina 3/5".
bool is_page_number(std::string_view line) {
  std::string small = folded(line);
  for (const std::string_view word : {"pagina", "page", "van", "of"})
    if (const auto at = small.find(word); at != std::string::npos) small.erase(at, word.size());
  const bool has_digit = std::ranges::any_of(small, is_digit);
  return has_digit && small.find_first_not_of("0123456789 -/") == std::string::npos
         && std::ranges::count_if(small, is_digit) <= 6;
}

bool is_finished(std::string_view text) {
  const std::string_view end = trimmed(text);
  if (end.empty()) return true;
  std::size_t last = end.size();
  while (last > 0 && (is_digit(end[last - 1]) || end[last - 1] == '"' || end[last - 1] == ')'))
    --last;
  return last == 0 || std::string_view{".!?:;"}.find(end[last - 1]) != std::string_view::npos;
}

std::string_view last_word(std::string_view text) {
  const auto space = text.find_last_of(" (/");
  return space == text.npos ? text : text.substr(space + 1);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" .,;:)"), text.size()));
}

bool is_abbreviation(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += length_at(word, at))
    if (is_small_at(word, at)) return false;
  return true;
}

// How a line that ends with a hyphen goes on.
void append_broken(std::string& text, const std::string& next, std::string_view whole) {
  const std::string_view left = last_word(std::string_view{text}.substr(0, text.size() - 1));
  const std::string_view right = first_word(next);
  const std::array<std::string_view, 4> pairing{"en", "of", "and", "or"};
  if (std::ranges::find(pairing, right) != pairing.end()) {
    text += " ";  // land- en zeemacht
  } else if (is_small_at(next, 0) && !is_abbreviation(left)
             && whole.find(std::string{left} + "-" + std::string{right}) == whole.npos) {
    text.pop_back();
  }
  text += next;
}

// Collects lines into blocks.
class BlockReader {
 public:
  explicit BlockReader(std::string_view whole) : whole_{whole} {}

  void read(const Line& line) {
    if (line.text.empty()) return close();
    if (is_page_number(line.text) && lines_.empty()) return;
    if (const auto note = note_begun(line)) {
      close();
      footnote_ = next_note_++;
      lines_.push_back(*note);
      return;
    }
    if (footnote_ != 0 && leaves_note(line)) close();
    lines_.push_back(line.text);
  }

  std::vector<Block> finish() {
    close();
    return std::move(blocks_);
  }

 private:
  std::optional<std::string> note_begun(const Line& line) const {
    if (!lines_.empty() && footnote_ == 0) return std::nullopt;
    auto note = footnote_beginning(line.text, next_note_);
    return note && find_mark(body_, next_note_) ? note : std::nullopt;
  }

  // The flow goes on below a footnote, without a blank line between.
  bool leaves_note(const Line& line) const {
    if (line.is_new_page) return true;
    return !is_finished(body_) && is_finished(lines_.back()) && is_small_at(line.text, 0);
  }

  void close() {
    if (lines_.empty()) return;
    Block block{footnote_, lines_.size(), joined(lines_, whole_)};
    lines_.clear();
    footnote_ = 0;
    if (block.footnote != 0) {
      blocks_.push_back(std::move(block));
      return;
    }
    add_body(std::move(block));
  }

  // A block that goes on where the last one of the body stopped is put to it.
  void add_body(Block block) {
    const bool after_note = !blocks_.empty() && blocks_.back().footnote != 0;
    const auto last = std::find_if(
        blocks_.rbegin(), blocks_.rend(), [](const Block& b) { return b.footnote == 0; });
    const bool goes_on = last != blocks_.rend() && !is_finished(last->text)
                         && ((after_note && last->lines > 1) || is_small_at(block.text, 0));
    body_ += "\n" + block.text;
    if (goes_on) {
      last->text = joined({last->text, block.text}, whole_);
      last->lines += block.lines;
    } else {
      blocks_.push_back(std::move(block));
    }
  }

  std::string_view whole_;
  std::vector<Block> blocks_;
  std::vector<std::string> lines_;
  int footnote_ = 0, next_note_ = 1;
  std::string body_;  // what the next footnote's mark may stand in
};

// Takes the marks of footnotes out of the blocks before them; marks stand in the order of notes.
void remove_marks(std::vector<Block>& blocks) {
  std::size_t from = 0;
  for (std::size_t k = 0; k < blocks.size(); ++k) {
    if (blocks[k].footnote == 0) continue;
    for (std::size_t i = from; i < k; ++i) {
      if (blocks[i].footnote != 0) continue;
      const auto mark = find_mark(blocks[i].text, blocks[k].footnote);
      if (!mark) continue;
      blocks[i].text.erase(mark->at, mark->length);
      from = i;
      break;
    }
  }
}

}  // namespace

std::string joined(const std::vector<std::string>& lines, std::string_view whole) {
  std::string text;
  for (const std::string& line : lines) {
    const bool is_broken = text.size() > 1 && text.ends_with('-') && text[text.size() - 2] != ' ';
    if (is_broken) {
      append_broken(text, line, whole);
    } else {
      text += (text.empty() ? "" : " ") + line;
    }
  }
  std::string single;
  for (const char byte : text)
    if (byte != ' ' || (!single.empty() && single.back() != ' ')) single += byte;
  return single;
}

std::vector<Block> blocks_of(std::string_view text) {
  BlockReader reader{text};
  for (const Line& line : lines_of(text)) reader.read(line);
  std::vector<Block> blocks = reader.finish();
  remove_marks(blocks);
  return blocks;
}

}  // namespace muster::source

// SPDX-License-Identifier: Apache-2.0
#include "io/text/json_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace muster::io {
namespace {

// Walks over the text and counts lines as the parser takes them.
class CountedLetter {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedLetter(const char* at, std::uint32_t* line) : at_{at}, line_{line} {}
  reference operator*() const { return *at_; }
  CountedLetter& operator++() {
    if (*at_++ == '\n') ++*line_;
    return *this;
  }
  CountedLetter operator++(int) {
    CountedLetter before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountedLetter& a, const CountedLetter& b) { return a.at_ == b.at_; }
  friend bool operator!=(const CountedLetter& a, const CountedLetter& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  std::uint32_t* line_;
};

// Writes down the line at each event of the parser.
class LineRecorder : public nlohmann::json_sax<nlohmann::json> {
 public:
  LineRecorder(const std::uint32_t& line, JsonLines& lines) : line_{line}, lines_{lines} {}

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return value(); }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool key(string_t& name) override {
    open_.back().name = name;
    return true;
  }
  bool start_object(std::size_t) override { return begin(false); }
  bool start_array(std::size_t) override { return begin(true); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

 private:
  struct Open {  // an object or list whose end has not come
    std::string path, name;
    bool list = false;
    std::size_t next = 0;
  };

  std::string path_of_next() {
    if (open_.empty()) return {};
    Open& open = open_.back();
    if (open.list) return open.path + "[" + std::to_string(open.next++) + "]";
    return open.path.empty() ? open.name : open.path + "." + open.name;
  }
  bool value() {
    lines_.emplace(path_of_next(), line_);
    return true;
  }
  bool begin(bool list) {
    std::string path = path_of_next();
    lines_.emplace(path, line_);
    open_.push_back({.path = std::move(path), .name = "", .list = list, .next = 0});
    return true;
  }
  bool end() {
    open_.pop_back();
    return true;
  }

  const std::uint32_t& line_;
  JsonLines& lines_;
  std::vector<Open> open_;
};

}  // namespace

JsonLines json_lines(std::string_view text) {
  std::uint32_t line = 1;
  JsonLines lines;
  LineRecorder recorder{line, lines};
  const CountedLetter first{text.data(), &line};
  const CountedLetter last{text.data() + text.size(), &line};
  nlohmann::json::sax_parse(first, last, &recorder);
  return lines;
}

std::uint32_t line_of_byte(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
  return static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
}

}  // namespace muster::io

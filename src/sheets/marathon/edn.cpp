// SPDX-License-Identifier: Apache-2.0
#include "sheets/marathon/edn.hpp"

#include <cctype>

namespace muster::sheets::marathon {
namespace {

constexpr int deepest = 20;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_{text} {}

  std::optional<Edn> whole() {
    std::optional<Edn> value = one(0);
    skip_blanks();
    return at_ == text_.size() ? std::move(value) : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size()
           && (std::isspace(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == ','
               || text_[at_] == '\\' || (is_json_ && text_[at_] == ':')))
      ++at_;
  }

  std::optional<Edn> one(int depth) {
    skip_blanks();
    if (text_.substr(at_).starts_with("#JSON")) {
      is_json_ = true;
      at_ += std::string_view{"#JSON"}.size();
    }
    if (at_ == text_.size() || depth > deepest) return std::nullopt;
    switch (text_[at_]) {
      case '{':
        return items(Edn::Kind::map, '}', depth);
      case '[':
        return items(Edn::Kind::list, ']', depth);
      case '(':
        return items(Edn::Kind::list, ')', depth);
      case '"':
        return quoted();
      default:
        return word();
    }
  }

  std::optional<Edn> items(Edn::Kind kind, char end, int depth) {
    Edn all{kind, {}, {}};
    ++at_;
    for (skip_blanks(); at_ < text_.size() && text_[at_] != end; skip_blanks()) {
      std::optional<Edn> item = one(depth + 1);
      if (!item) return std::nullopt;
      all.items.push_back(*std::move(item));
    }
    const bool is_odd = kind == Edn::Kind::map && all.items.size() % 2 != 0;
    if (at_++ >= text_.size() || is_odd) return std::nullopt;
    return all;
  }

  std::optional<Edn> quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) return std::nullopt;
    std::string inside;
    for (const char letter : text_.substr(at_ + 1, end - at_ - 1))
      if (letter != '\\') inside += letter;
    at_ = end + 1;
    return Edn{Edn::Kind::text, inside, {}};
  }

  std::optional<Edn> word() {
    std::size_t end = text_.find_first_of(" \t\r\n,{}[]()\"\\", at_);
    if (end == std::string_view::npos) end = text_.size();
    const std::string_view found = text_.substr(at_, end - at_);
    if (found.empty()) return std::nullopt;
    at_ = end;
    if (found.front() == ':') return Edn{Edn::Kind::keyword, std::string{found.substr(1)}, {}};
    const std::size_t digit = found.front() == '-' || found.front() == '+' ? 1 : 0;
    const bool is_number =
        found.size() > digit && std::isdigit(static_cast<unsigned char>(found[digit])) != 0;
    return Edn{is_number ? Edn::Kind::number : Edn::Kind::word, std::string{found}, {}};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_json_ = false;
};

}  // namespace

const Edn* Edn::find(std::string_view key) const {
  if (kind != Kind::map) return nullptr;
  for (std::size_t k = 0; k + 1 < items.size(); k += 2)
    if (items[k].text == key) return &items[k + 1];
  return nullptr;
}

std::optional<Edn> read_edn(std::string_view text) {
  return Reader{text}.whole();
}

}  // namespace muster::sheets::marathon

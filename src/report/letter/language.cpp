// SPDX-License-Identifier: Apache-2.0
#include "report/letter/language.hpp"

namespace muster::report {

std::string grouped(std::int64_t number, char between) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, between);
  }
  return (number < 0 ? "-" : "") + digits;
}

// At most three places, rounded to the nearest.
std::string in_millions(std::int64_t euros, char point) {
  constexpr std::int64_t thousand = 1000;
  const std::int64_t thousands = (euros + thousand / 2) / thousand;
  std::string text = grouped(thousands / thousand, point == ',' ? '.' : ',');
  if (thousands % thousand == 0) return text;
  std::string places = std::to_string(thousand + thousands % thousand).substr(1);
  places.erase(places.find_last_not_of('0') + 1);
  return text + point + places;
}

std::string listed(const std::vector<std::string>& parts, std::string_view last_by) {
  std::string text;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    if (k > 0) text += k + 1 < parts.size() ? std::string{", "} : " " + std::string{last_by} + " ";
    text += parts[k];
  }
  return text;
}

std::string as_beginning(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string Language::gives(const Contribution& one) const {
  return one.nation + " " + amount(one.measure, one.quantity);
}

std::string Language::terms(const Contribution& one) const {
  return std::string{status(one.status)} + when(one);
}

}  // namespace muster::report

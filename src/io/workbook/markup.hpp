// SPDX-License-Identifier: Apache-2.0
// XML as workbooks use it: names are compared without their prefix, which is the writer's choice.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "io/workbook/archive.hpp"

namespace muster::io {

class Markup {
 public:
  // Throws BrokenWorkbook, naming `member`, where the text is no XML.
  Markup(const std::string& text, const std::string& member) {
    const auto read = document_.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!read) throw BrokenWorkbook{member + " is no XML: " + read.description()};
  }
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

 private:
  pugi::xml_document document_;
};

[[nodiscard]] inline std::string_view bare_name(std::string_view name) {
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

[[nodiscard]] inline pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node one) { return bare_name(one.name()) == name; });
}

[[nodiscard]] inline pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name) {
  return node.find_attribute(
      [&](pugi::xml_attribute one) { return bare_name(one.name()) == name; });
}

}  // namespace muster::io

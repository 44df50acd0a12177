// SPDX-License-Identifier: Apache-2.0
#include "io/text/descriptor.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/day.hpp"
#include "base/nearest.hpp"

#include "io/text/json_lines.hpp"
#include "io/text/wording.hpp"
#include "model/nouns.hpp"

namespace muster::io {
namespace {

using Json = nlohmann::ordered_json;

bool is_name(std::string_view text) {
  return !text.empty()
         && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == text.npos;
}

// A path that stays inside the folder: no "..", no beginning slash, no drive, no address.
bool is_inside(std::string_view path) {
  if (path.empty() || path.starts_with('/') || path.find_first_of(":\\") != path.npos) return false;
  if (path.find('\0') != path.npos) return false;
  return ("/" + std::string{path} + "/").find("/../") == std::string::npos;
}

class DescriptorReader {
 public:
  DescriptorReader(std::string_view text, const std::string& file, bool overlay)
      : text_{text}, file_{file}, overlay_{overlay} {}

  Descriptor read() {
    try {
      json_ = Json::parse(text_);
    } catch (const Json::parse_error& error) {
      out_.problems.push_back({file_,
                               line_of_byte(text_, error.byte),
                               "",
                               "this is not JSON from here on",
                               "Look for a missing or surplus comma, quote or bracket."});
      return std::move(out_);
    }
    lines_ = json_lines(text_);
    if (!json_.is_object()) {
      report("", "the file is not a JSON object", "");
      return std::move(out_);
    }
    read_head();
    read_resources();
    return std::move(out_);
  }

 private:
  void report(const std::string& path, std::string what, std::string advice) {
    const auto line = lines_.find(path);
    out_.problems.push_back({.file = file_,
                             .line = line == lines_.end() ? 1 : line->second,
                             .column = path,
                             .what = std::move(what),
                             .advice = std::move(advice)});
  }

  // The text of a property; nothing, and a problem, where it is something else or is needed.
  std::optional<std::string> text_at(const Json& object, const std::string& path, bool needed) {
    const std::string key = path.substr(path.rfind('.') + 1);
    const auto found = object.find(key);
    if (found == object.end()) {
      if (needed) report(path, in_quotes(key) + " is missing", "");
      return std::nullopt;
    }
    if (found->is_string()) return found->get<std::string>();
    report(path, in_quotes(key) + " is not a text", "");
    return std::nullopt;
  }

  void read_head() {
    out_.name = text_at(json_, "name", !overlay_).value_or("");
    if (!out_.name.empty() && !is_name(out_.name)) {
      report("name",
             in_quotes(out_.name) + " is not a name of a data package",
             "Names hold lower-case letters, digits, dots, underscores and hyphens.");
    }
    out_.title = text_at(json_, "title", false).value_or("");
    const auto ours = json_.find("muster");
    if (ours == json_.end()) return;
    if (!ours->is_object()) return report("muster", "\"muster\" is not a JSON object", "");
    out_.as_of = date_at(*ours, "muster.as_of");
    out_.horizon = date_at(*ours, "muster.horizon");
    out_.clock = clock_at(*ours, "muster.clock");
  }

  std::string date_at(const Json& object, const std::string& path) {
    std::string text = text_at(object, path, false).value_or("");
    if (text.empty() || parse_day(text)) return text;
    report(path, in_quotes(text) + " is not a date", "Dates are written year-month-day.");
    return {};
  }

  // An overlay cannot make minutes of another's days.
  std::string clock_at(const Json& object, const std::string& path) {
    std::string text = text_at(object, path, false).value_or("");
    if (text.empty()) return text;
    const std::vector<std::string_view> clocks{to_text(Clock::day), to_text(Clock::minute)};
    if (overlay_) {
      report(path, "an overlay states no clock", "Its days are those of the data set below it.");
    } else if (std::ranges::find(clocks, text) != clocks.end()) {
      return text;
    } else {
      const auto meant = nearest(text, clocks);
      report(path,
             in_quotes(text) + " is not a clock",
             meant ? maybe(meant) : "A day of the data stands for a day or a minute.");
    }
    return {};
  }

  void read_resources() {
    const auto resources = json_.find("resources");
    if (resources == json_.end()) {
      if (!overlay_) report("resources", "\"resources\" is missing", "It lists the files.");
      return;
    }
    if (!resources->is_array()) return report("resources", "\"resources\" is not a list", "");
    for (std::size_t i = 0; i < resources->size(); ++i) {
      read_resource((*resources)[i], "resources[" + std::to_string(i) + "]");
    }
  }

  void read_resource(const Json& json, const std::string& path) {
    if (!json.is_object()) return report(path, "a resource is not a JSON object", "");
    const auto name = text_at(json, path + ".name", true);
    const auto file = text_at(json, path + ".path", true);
    if (!name || !file) return;
    const TableSchema* schema = find_schema(*name);
    if (schema == nullptr) schema = report_unknown(path + ".name", *name);
    if (!is_inside(*file)) {
      return report(path + ".path", in_quotes(*file) + " is not a file inside the folder", "");
    }
    const bool is_there =
        std::ranges::find(out_.resources, schema, &Resource::schema) != out_.resources.end();
    if (schema != nullptr && is_there) {
      return report(path + ".name", in_quotes(*name) + " is there twice", "");
    }
    out_.resources.push_back({schema, *file, lines_.find(path + ".path")->second});
  }

  // The table that was probably meant, so that its file is checked all the same.
  const TableSchema* report_unknown(const std::string& path, const std::string& name) {
    std::vector<std::string_view> known;
    for (const TableSchema& schema : schemas()) known.push_back(schema.name);
    const auto meant = nearest(name, known);
    report(path, in_quotes(name) + " is not a table", maybe(meant));
    return meant ? find_schema(*meant) : nullptr;
  }

  std::string_view text_;
  const std::string& file_;
  bool overlay_;
  Json json_;
  JsonLines lines_;
  Descriptor out_;
};

}  // namespace

Descriptor read_descriptor(std::string_view text, const std::string& file, bool overlay) {
  return DescriptorReader{text, file, overlay}.read();
}

std::string write_descriptor(const Descriptor& descriptor) {
  Json json;
  json["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json";
  json["name"] = descriptor.name;
  if (!descriptor.title.empty()) json["title"] = descriptor.title;
  Json ours = Json::object();
  if (!descriptor.as_of.empty()) ours["as_of"] = descriptor.as_of;
  if (!descriptor.horizon.empty()) ours["horizon"] = descriptor.horizon;
  if (!descriptor.clock.empty()) ours["clock"] = descriptor.clock;
  if (!ours.empty()) json["muster"] = ours;
  json["resources"] = Json::array();
  for (const Resource& resource : descriptor.resources) {
    json["resources"].push_back(
        {{"name", std::string{resource.schema->name}},
         {"path", resource.path},
         {"title", std::string{resource.schema->title}},
         {"format", "csv"},
         {"mediatype", "text/csv"},
         {"encoding", "utf-8"},
         {"schema", "schema/" + std::string{resource.schema->name} + ".json"}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace muster::io

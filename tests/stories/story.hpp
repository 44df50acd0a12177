// SPDX-License-Identifier: Apache-2.0
// Stories: situations with a plan, and what the law says of it, in the words of the tables.
//
//   given: world                     tables of stories/world.txt first
//   requirements                     a table: its columns, then its rows
//     requirement,activity,…
//     R-1,EFP,…
//
//   story: a tour one day too long   what stands before the first story belongs to all of the file
//   counting: firm                   not said: best
//   tours                            the plan
//     offer,requirement,from,until[,quantity]
//   planned                          its deliveries
//     offer,requirement,quantity,on[,delivery]
//   in force                         the tours of the plan in force, as under tours
//   expect                           the violations, all of them; not said: none
//     tempo O-1 on R-1 2024-07-02..2024-07-03 measured 184 allowed 183 [source letter#p3]
//   cover                            the whole coverage of the requirements named
//     R-1 2024-01-01..2024-07-01 of 1000 firm 0 expected 0 best 1000
//   goals                            those named
//     unmet 183000
#pragma once

#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace muster::stories {

using Row = std::vector<std::string>;

struct Block {
  std::string name;
  std::vector<std::string> lines;  // without their indent
};

struct Story {
  std::string title;
  std::map<std::string, std::string> says;  // "counting" → "firm"
  std::vector<Block> blocks;

  [[nodiscard]] std::vector<std::string> lines(std::string_view name) const {
    std::vector<std::string> found;
    for (const Block& block : blocks)
      if (block.name == name) found.insert(found.end(), block.lines.begin(), block.lines.end());
    return found;
  }
  [[nodiscard]] std::string said(const std::string& what, const std::string& otherwise) const {
    const auto found = says.find(what);
    return found == says.end() ? otherwise : found->second;
  }
};

inline Row split(const std::string& line) {
  Row cells;
  std::istringstream rest{line + ","};
  for (std::string cell; std::getline(rest, cell, ',');) cells.push_back(cell);
  return cells;
}

inline std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file{path};
  if (!file) throw std::runtime_error{path + " cannot be read"};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (line.find_first_not_of(' ') != std::string::npos && line.front() != '#')
      lines.push_back(line);
  return lines;
}

// Adds one line of a story file to the story it belongs to.
inline void add_line(const std::string& line, Story& story) {
  const auto indent = line.find_first_not_of(' ');
  const auto colon = line.find(": ");
  if (indent > 0) {
    if (story.blocks.empty()) throw std::runtime_error{"a row stands under no table: " + line};
    story.blocks.back().lines.push_back(line.substr(indent));
  } else if (colon != std::string::npos) {
    story.says[line.substr(0, colon)] = line.substr(colon + 2);
  } else {
    story.blocks.push_back({line, {}});
  }
}

// The stories of a file in `folder`; each holds what the file gives to all of them.
inline std::vector<Story> read_stories(const std::string& folder, const std::string& file) {
  Story given;
  std::vector<Story> stories;
  for (const std::string& line : read_lines(folder + "/" + file)) {
    if (line.starts_with("given: ")) {
      for (const auto& shared : read_lines(folder + "/" + line.substr(7) + ".txt"))
        add_line(shared, given);
    } else if (line.starts_with("story: ")) {
      stories.push_back(given);
      stories.back().title = line.substr(7);
    } else {
      add_line(line, stories.empty() ? given : stories.back());
    }
  }
  return stories;
}

}  // namespace muster::stories

// SPDX-License-Identifier: Apache-2.0
#include "app/generate_data.hpp"

#include <iterator>

#include "app/folder/target.hpp"
#include "app/folder/written_package.hpp"
#include "generate/generate.hpp"

namespace muster::app {

namespace {

generate::Sizes sizes_of(const InventionRequest& request) {
  generate::Sizes sizes = generate::published_sizes(request.size).value_or(generate::Sizes{});
  if (request.plain) sizes.shares = generate::plain_shares();
  for (const generate::Parameter& parameter : generate::parameters()) {
    const auto stated = request.stated.find(std::string{parameter.name});
    if (stated != request.stated.end()) parameter.in(sizes) = stated->second;
  }
  return sizes;
}

}  // namespace

std::vector<InventionNumber> invention_numbers() {
  generate::Sizes standard;
  std::vector<InventionNumber> numbers;
  for (const generate::Parameter& parameter : generate::parameters())
    numbers.push_back({std::string{parameter.group},
                       std::string{parameter.name},
                       std::string{parameter.what},
                       parameter.least,
                       parameter.most,
                       parameter.in(standard)});
  return numbers;
}

std::vector<std::string> invention_sizes() {
  return {std::begin(generate::published_names), std::end(generate::published_names)};
}

Answer generate_data(const InventionRequest& request, const Speech& speech) {
  if (const std::string why = objection_to_package(request.target); !why.empty()) {
    return misuse(why, "Name a folder that is missing or empty.");
  }
  const generate::Sizes sizes = sizes_of(request);
  if (sizes.tour_months_least > sizes.tour_months_most) {
    return misuse("the shortest tour is longer than the longest",
                  "State --shortest-tour and --longest-tour together.");
  }
  return write_package(generate::generate(sizes, request.seed), request.target, speech);
}

}  // namespace muster::app

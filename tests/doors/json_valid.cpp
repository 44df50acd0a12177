// SPDX-License-Identifier: Apache-2.0
// json_valid SCHEMA <ANSWER: whether an answer on standard input is as its published schema says.
// Exit code 0: it is; 1: it is not, and where; 2: one of them is no JSON.
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

bool is_valid(const Json& schema_text, const Json& answer) {
  valijson::Schema schema;
  valijson::SchemaParser{}.populateSchema(Adapter{schema_text}, schema);
  valijson::ValidationResults results;
  if (valijson::Validator{}.validate(schema, Adapter{answer}, &results)) return true;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) std::cerr << step;
    std::cerr << ": " << error.description << '\n';
  }
  return false;
}

}  // namespace

int main(int count, char** words) {
  constexpr int not_json = 2;
  if (count != 2) return not_json;
  try {
    std::ifstream file{words[1]};
    return is_valid(Json::parse(file), Json::parse(std::cin)) ? 0 : 1;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return not_json;
  }
}

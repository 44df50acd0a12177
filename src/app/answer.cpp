// SPDX-License-Identifier: Apache-2.0
#include "app/answer.hpp"

#include "report/json.hpp"

namespace muster::app {

Answer refuse(const Problems& problems, const Speech& speech) {
  if (speech.json) return {report::problems_json(problems), {}, Exit::bad_data};
  return {{}, report::problems_text(problems, speech.errors), Exit::bad_data};
}

Answer misuse(const std::string& what, const std::string& advice) {
  const std::string second = advice.empty() ? std::string{} : "  " + advice + "\n";
  return {{}, "muster: " + what + "\n" + second, Exit::wrong_use};
}

}  // namespace muster::app

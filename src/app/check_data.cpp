// SPDX-License-Identifier: Apache-2.0
#include "app/check_data.hpp"

#include "app/folder/situation.hpp"
#include "report/json.hpp"

namespace muster::app {

Answer check_data(const DataSet& data, const Speech& speech) {
  const Result<Situation> situation = load(data);
  if (!situation) return refuse(situation.error(), speech);
  return {speech.json ? report::check_json(situation->draft, {})
                      : report::check_text(situation->draft, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app

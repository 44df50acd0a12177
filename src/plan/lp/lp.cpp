// SPDX-License-Identifier: Apache-2.0
#include "plan/lp/lp.hpp"

#include <interfaces/highs_c_api.h>

#include "base/demand.hpp"

namespace muster::plan {
namespace {

void accept(HighsInt status) {
  demand(status != kHighsStatusError, "HiGHS accepts what it is given");
}

// When the engine is to leave off.
struct Leave {
  std::int64_t steps = 0;
  std::stop_token stop;
};

void interrupt_if_asked(int type,
                        const char* /*message*/,
                        const HighsCallbackDataOut* out,
                        HighsCallbackDataIn* in,
                        void* given) {
  const auto& leave = *static_cast<const Leave*>(given);
  const bool is_spent =
      type == kHighsCallbackMipInterrupt && out->mip_total_lp_iterations > leave.steps;
  if (is_spent || leave.stop.stop_requested()) in->user_interrupt = 1;
}

}  // namespace

struct LinearProgramme::Engine {
  void* highs = Highs_create();
  HighsInt rows = 0, columns = 0;
  bool is_integer = false;
  Engine() = default;
  ~Engine() { Highs_destroy(highs); }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  Engine(Engine&&) = delete;
  Engine& operator=(Engine&&) = delete;
};

LinearProgramme::LinearProgramme() : engine_{std::make_unique<Engine>()} {
  void* highs = engine_->highs;
  accept(Highs_setBoolOptionValue(highs, "output_flag", 0));
  accept(Highs_setIntOptionValue(highs, "threads", 1));
  accept(Highs_setStringOptionValue(highs, "parallel", "off"));
  accept(Highs_setIntOptionValue(highs, "random_seed", 1));
  accept(Highs_setDoubleOptionValue(highs, "mip_rel_gap", 0.0));
  accept(Highs_setDoubleOptionValue(highs, "mip_abs_gap", 1e-7));
}

LinearProgramme::~LinearProgramme() = default;

int LinearProgramme::add_row(double lower, double upper) {
  accept(Highs_addRow(engine_->highs, lower, upper, 0, nullptr, nullptr));
  return engine_->rows++;
}

int LinearProgramme::add_row_over(double lower,
                                  double upper,
                                  const std::vector<int>& columns,
                                  const std::vector<double>& values) {
  accept(Highs_addRow(engine_->highs,
                      lower,
                      upper,
                      static_cast<HighsInt>(columns.size()),
                      columns.data(),
                      values.data()));
  return engine_->rows++;
}

int LinearProgramme::add_column(double cost, double upper, const std::vector<Entry>& entries) {
  std::vector<HighsInt> rows;
  std::vector<double> values;
  for (const Entry& entry : entries) {
    rows.push_back(entry.row);
    values.push_back(entry.value);
  }
  accept(Highs_addCol(engine_->highs,
                      cost,
                      0.0,
                      upper,
                      static_cast<HighsInt>(rows.size()),
                      rows.data(),
                      values.data()));
  return engine_->columns++;
}

void LinearProgramme::make_integer(int column) {
  accept(Highs_changeColIntegrality(engine_->highs, column, kHighsVarTypeInteger));
  engine_->is_integer = true;
}

void LinearProgramme::change_cost(int column, double cost) {
  accept(Highs_changeColCost(engine_->highs, column, cost));
}

void LinearProgramme::change_bounds(int column, double lower, double upper) {
  accept(Highs_changeColBounds(engine_->highs, column, lower, upper));
}

void LinearProgramme::start_from(const std::vector<int>& columns,
                                 const std::vector<double>& values) {
  accept(Highs_setSparseSolution(
      engine_->highs, static_cast<HighsInt>(columns.size()), columns.data(), values.data()));
}

void LinearProgramme::prefer_interior_point() {
  accept(Highs_setStringOptionValue(engine_->highs, "solver", "ipm"));
  accept(Highs_setStringOptionValue(engine_->highs, "run_crossover", "off"));
}

LpAnswer LinearProgramme::solve(const Work& most, const std::stop_token& stop) {
  void* highs = engine_->highs;
  Leave leave{most.steps, stop};
  accept(Highs_setIntOptionValue(highs, "mip_max_nodes", static_cast<HighsInt>(most.nodes)));
  accept(Highs_setCallback(highs, interrupt_if_asked, &leave));
  accept(Highs_startCallback(highs, kHighsCallbackSimplexInterrupt));
  accept(Highs_startCallback(highs, kHighsCallbackMipInterrupt));
  // Costs that are too far apart, as those of tiers may be, are beyond the engine: no answer.
  if (Highs_run(highs) == kHighsStatusError) return {};
  LpAnswer answer;
  answer.optimal = Highs_getModelStatus(highs) == kHighsModelStatusOptimal;
  HighsInt primal = 0;
  accept(Highs_getIntInfoValue(highs, "primal_solution_status", &primal));
  constexpr HighsInt feasible = 2;
  answer.has_values = primal == feasible;
  if (!answer.has_values) return answer;
  answer.objective = Highs_getObjectiveValue(highs);
  answer.values.resize(static_cast<std::size_t>(engine_->columns));
  answer.duals.resize(static_cast<std::size_t>(engine_->rows));
  accept(Highs_getSolution(highs,
                           answer.values.data(),
                           nullptr,
                           nullptr,
                           engine_->is_integer ? nullptr : answer.duals.data()));
  return answer;
}

}  // namespace muster::plan

// SPDX-License-Identifier: Apache-2.0
// The rows of the compact model, rule by rule.
#pragma once

#include "plan/compact/model.hpp"

namespace muster::plan {

// What is filled and what is unmet, of every requirement: adds the columns "unmet".
void cover_requirements(const Choices& choices, ModelMaker& model);

// One unit alone: one place at a time and rest; an offer's part of a pool; a package goes once,
// and of its rest no more than there is.
void bind_units(const Choices& choices, ModelMaker& model);
void bind_parts(const Choices& choices, ModelMaker& model);
void bind_packages(const Choices& choices, ModelMaker& model);

// Several units together.
void bind_kin(const Choices& choices, ModelMaker& model);
void bind_nations(const Choices& choices, ModelMaker& model);
void bind_lead_shares(const Choices& choices, ModelMaker& model);
void bind_ceilings(const Choices& choices, ModelMaker& model);
void bind_fair_shares(const Choices& choices, ModelMaker& model);  // adds the columns "excess"
void bind_stocks(const Choices& choices, ModelMaker& model);

// Budgets, and what offers cost once: adds the columns "once".
void bind_budgets(const Choices& choices, ModelMaker& model);

}  // namespace muster::plan

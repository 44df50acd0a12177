// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/quantity.hpp"
#include "base/wide.hpp"

namespace muster {

using Persons = Quantity<struct PersonsUnit>;
using Euros = Quantity<struct EurosUnit>;

// How much of a requirement is filled or short: thousandths of the counting unit of its measure.
// The counting unit is 1 unit, person, aircraft, vessel, system or piece, and 1 million EUR for
// money.
using Amount = Quantity<struct ThousandthsUnit>;

// Amount × days: what a shortfall weighs before its priority is applied.
using AmountDays = Quantity<struct ThousandthDaysUnit>;

// The currency of the objective: see model/goals.hpp.
using Points = Wide;

}  // namespace muster

// SPDX-License-Identifier: Apache-2.0
// What an offer could be asked to do about a shortfall, whatever forbids it.
#pragma once

#include <vector>

#include "explain/reasons/reasons.hpp"
#include "explain/ways.hpp"

namespace muster::explain {

// Tours that would count on days of the shortfall: over all of them, over those that the offer has,
// over those that its unit is free; each as long as its policy and terms want it, where the
// requirement leaves room. What they take the unit from is given up.
[[nodiscard]] std::vector<Move> probing_tours(const Question& question, Id<Offer> offer);

// All that is left of the offer, or all of it, on the first day of the shortfall, or on the first
// that the offer has; what of it comes elsewhere or later is taken back.
[[nodiscard]] std::vector<Move> probing_deliveries(const Question& question, Id<Offer> offer);

// The longest stretch without a tour of the offer's unit that shares days with the question's.
[[nodiscard]] Period widest_gap(const Question& question,
                                const Offer& offer,
                                Period usable,
                                int shortest);

}  // namespace muster::explain

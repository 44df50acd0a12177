// SPDX-License-Identifier: Apache-2.0
// Who does something, and to whom, as far as the order of words tells.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "source/finders/tokens.hpp"

namespace muster::source {

// Tokens from the first up to and without the second.
struct Stretch {
  std::size_t from = 0, until = 0;
};

// A nation's name, a government, an alliance, a pronoun that begins at a token, with its article.
[[nodiscard]] std::optional<Stretch> actor_at(const Tokens& tokens, std::size_t index);
// The first one from a token on, before another.
[[nodiscard]] std::optional<Stretch> first_actor(const Tokens& tokens,
                                                 std::size_t from,
                                                 std::size_t until);

// The subject of a finite verb: the actor behind it ("zet Nederland"), else what its clause begins
// with ("De militairen van de Landmacht gaan"). Empty: it cannot be told.
[[nodiscard]] std::string subject_of(const Tokens& tokens, std::size_t verb);

// The first nation behind a token, or people of it ("Oekraïense militairen"), that is not
// `other_than` and that nothing comes from or happens in.
[[nodiscard]] std::string beneficiary_after(const Tokens& tokens,
                                            std::size_t index,
                                            const std::string& other_than);

}  // namespace muster::source

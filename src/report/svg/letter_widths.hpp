// SPDX-License-Identifier: Apache-2.0
// How wide letters are, in thousandths of the size of the font: so that what is drawn does not
// depend on the fonts of the machine that draws it.
#pragma once

#include <array>

namespace muster::report {

// Advance widths of DejaVu Sans 2.37, of the fonts that the page's style names the widest; from the
// space (U+0020) to the tilde (U+007E).
// clang-format off
inline constexpr std::array<int, 95> letter_widths{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
};
// clang-format on
inline constexpr int other_letter_width = 620;  // of a letter of one column beyond these
inline constexpr int wide_letter_width = 1000;  // of one that takes two

}  // namespace muster::report

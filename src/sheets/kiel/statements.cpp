// SPDX-License-Identifier: Apache-2.0
#include "sheets/kiel/statements.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/sha256.hpp"

#include "sheets/names.hpp"
#include "sheets/nations.hpp"
#include "sheets/statements.hpp"

namespace muster::sheets::kiel {
namespace {

constexpr const char* tracker = "kiel-tracker";
constexpr const char* activity = "support-for-ukraine";
constexpr const char* told = "quantity-disclosed";
constexpr std::size_t longest_address = 400;  // that a column for addresses takes
constexpr Wide grain = 1000;                  // EUR, in which money is kept

std::string value_of(const std::string& kind) {
  return "value-" + kind;
}

std::string row_of(const char* sheet, std::uint32_t row) {
  return std::string{tracker} + "#" + sheet + "-row-" + std::to_string(row);
}

// A page by its host; words as they are.
std::string title_of(const std::string& source) {
  const auto host = source.find("://");
  if (host == std::string::npos) return source;
  return "A page of " + source.substr(host + 3, source.find('/', host + 3) - host - 3);
}

bool is_address(const std::string& source) {
  return (source.starts_with("http://") || source.starts_with("https://"))
         && source.find(' ') == std::string::npos && source.size() <= longest_address;
}

// "Armoured Personnel Carrier (APC)" as armoured-personnel-carrier-apc.
std::string key_of_words(const std::string& words) {
  std::string key;
  for (const char letter : words) {
    const std::string plain = folded(std::string_view{&letter, 1});
    if (!plain.empty())
      key += plain;
    else if (!key.empty() && key.back() != '-')
      key += '-';
  }
  while (key.ends_with('-')) key.pop_back();
  return key;
}

class Stating {
 public:
  Stating(Day release, std::vector<Repair>& repairs) : release_{release}, repairs_{repairs} {}

  std::vector<Statement> of(const std::vector<Pledge>& pledges,
                            const std::vector<PublishedSum>& sums) && {
    first_day_ = release_;
    for (const Pledge& pledge : pledges) first_day_ = std::min(first_day_, pledge.announced);
    state_ground();
    for (const Pledge& pledge : pledges) state_pledge(pledge);
    for (const PublishedSum& sum : sums) state_sum(sum);
    std::ranges::stable_sort(statements_, {}, &Statement::valid_from);
    return std::move(statements_);
  }

 private:
  void add(std::string_view table, Day day, Cells cells) {
    if (table != "sources") cells.emplace_back("source", tracker);
    state(statements_, table, day, std::move(cells));
  }

  // What all pledges refer to.
  void state_ground() {
    add("sources",
        first_day_,
        {{"source", tracker},
         {"title", "Ukraine Support Tracker, release of " + to_text(release_)},
         {"publisher", "Kiel Institute for the World Economy"},
         {"date", to_text(release_)},
         {"language", "en"}});
    add("activities",
        first_day_,
        {{"activity", activity}, {"name", "Support for Ukraine"}, {"kind", "coalition"}});
    add("conditions",
        first_day_,
        {{"condition", told},
         {"name", "The quantity is disclosed"},
         {"party", "the donor"},
         {"status", "open"},
         {"note", "Offers under it are of a quantity that is kept back; each counts as one."}});
    for (const char* kind : {"military", "humanitarian", "financial"})
      add("capabilities",
          first_day_,
          {{"capability", value_of(kind)},
           {"name", "Value of " + std::string{kind} + " aid, as the tracker converts it"},
           {"measure", "EUR"}});
  }

  void state_nation(const std::string& nation) {
    if (!nations_.insert(nation).second) return;
    std::string name = nation;
    if (nation == "EUE") name = "European Union (Commission and Council)";
    if (nation == "EPF") name = "European Peace Facility";
    if (nation == "EIB") name = "European Investment Bank";
    for (const NationName& one : nation_names())
      if (one.nation == nation && name == nation) name = one.name;
    add("nations",
        first_day_,
        {{"nation", nation},
         {"name", name},
         {"note",
          nation == "EUE" || nation == "EPF" || nation == "EIB"
              ? "No nation: the tracker lists it beside them."
              : ""}});
  }

  std::string state_capability(const std::string& name) {
    const std::string words = name.empty() ? "Other items" : name;
    std::string key = "item-" + key_of_words(words);
    if (capabilities_.insert(key).second)
      add("capabilities", first_day_, {{"capability", key}, {"name", words}, {"measure", "piece"}});
    return key;
  }

  // The keys of the sources, ", " between.
  std::string state_sources(const std::vector<std::string>& sources) {
    std::string keys;
    for (const std::string& source : sources) {
      const std::string key = "kiel-" + sha256(source).substr(0, 12);
      if (sources_.insert(key).second)
        add("sources",
            first_day_,
            {{"source", key},
             {"title", title_of(source)},
             {"url", is_address(source) ? source : ""},
             {"note",
              is_address(source) ? "Named by the tracker; not read."
                                 : "Named by the tracker; not read: " + source}});
      keys += (keys.empty() ? "" : ", ") + key;
    }
    return keys;
  }

  void state_pledge(const Pledge& pledge) {
    state_nation(pledge.nation);
    const std::string sources = state_sources(pledge.sources);
    if (!pledge.item.empty()) state_item(pledge, sources);
    if (pledge.value_eur && *pledge.value_eur > 0) state_value(pledge, sources);
  }

  static std::string note_of(const std::string& words, const std::string& sources) {
    return words + (sources.empty() ? "" : (words.empty() ? "" : "; ") + ("sources: " + sources));
  }

  Cells offer(const Pledge& pledge, const std::string& key, const std::string& capability) const {
    return {{"offer", key},
            {"nation", pledge.nation},
            {"activity", activity},
            {"capability", capability},
            {"status", "committed"},
            {"source", row_of("pledges", pledge.row)}};
  }

  void state_item(const Pledge& pledge, const std::string& sources) {
    const std::string key = pledge.key + "." + std::to_string(++items_[pledge.key]);
    Cells cells = offer(pledge, key, state_capability(pledge.item_kind));
    if (pledge.is_undisclosed)
      cells.emplace_back("condition", told);
    else
      cells.emplace_back("quantity", to_text(*pledge.quantity));
    cells.emplace_back(
        "note",
        note_of(pledge.item + (pledge.is_undisclosed ? ", quantity not disclosed" : ""), sources));
    state(statements_, "offers", pledge.announced, std::move(cells));
    if (pledge.delivered && *pledge.delivered > 0) state_delivery(pledge, key, *pledge.delivered);
  }

  void state_value(const Pledge& pledge, const std::string& sources) {
    const Wide eur = thousands(pledge, *pledge.value_eur);
    if (eur == 0) return;
    const std::string key = pledge.key + ".value";
    Cells cells = offer(pledge, key, value_of(pledge.kind));
    cells.emplace_back("quantity", to_text(eur));
    cells.emplace_back("note", note_of(pledge.explanation, sources));
    state(statements_, "offers", pledge.announced, std::move(cells));
    const Wide delivered =
        pledge.delivered_eur ? thousands(pledge, *pledge.delivered_eur) : Wide{0};
    if (delivered > 0) state_delivery(pledge, key, delivered);
  }

  // When it was delivered the tracker does not say: by its release.
  void state_delivery(const Pledge& pledge, const std::string& offer, Wide quantity) {
    const std::string sources = state_sources(pledge.delivery_sources);
    state(statements_,
          "deliveries",
          release_,
          {{"delivery", offer + ".delivered"},
           {"offer", offer},
           {"quantity", to_text(quantity)},
           {"state", "arrived"},
           {"source", row_of("pledges", pledge.row)},
           {"note", note_of("Called delivered by the tracker; the day is not told", sources)}});
  }

  Wide thousands(const Pledge& pledge, Wide eur) {
    const Wide rounded = (eur + grain / 2) / grain * grain;
    if (rounded != eur)
      repairs_.push_back({"",
                          pledge.row,
                          "Converted Value in EUR",
                          to_text(eur),
                          to_text(rounded),
                          rounded == 0 ? "less_than_a_thousand" : "rounded_to_thousands",
                          false});
    return rounded;
  }

  void state_sum(const PublishedSum& sum) {
    if (!sum.nation.empty()) state_nation(sum.nation);
    state(
        statements_,
        "totals",
        release_,
        {{"total",
          std::string{tracker} + "." + (sum.nation.empty() ? "all" : sum.nation) + "." + sum.kind},
         {"on", to_text(release_)},
         {"nation", sum.nation},
         {"capability", value_of(sum.kind)},
         {"quantity", to_text(sum.eur)},
         {"source", row_of("sums", sum.row)}});
  }

  Day release_, first_day_{};
  std::vector<Repair>& repairs_;
  std::vector<Statement> statements_;
  std::set<std::string> nations_, capabilities_, sources_;
  std::map<std::string, int> items_;  // of each pledge
};

}  // namespace

std::vector<Statement> statements_of(const std::vector<Pledge>& pledges,
                                     const std::vector<PublishedSum>& sums,
                                     Day release,
                                     std::vector<Repair>& repairs) {
  return Stating{release, repairs}.of(pledges, sums);
}

}  // namespace muster::sheets::kiel

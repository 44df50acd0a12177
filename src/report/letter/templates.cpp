// SPDX-License-Identifier: Apache-2.0
// The templates that `muster letter --print-template` gives to be changed. What a template may name
// is said in docs/reports.md.
#include "base/demand.hpp"

#include "report/letter.hpp"

namespace muster::report {
namespace {

constexpr std::string_view english_template = R"(# {{{title}}}

Report of {{{nation}}} to parliament, {{{date}}}

{{#opening}}
{{{text}}}

{{/opening}}
{{#themes}}
## {{{name}}}

{{#remarks}}
{{{text}}}

{{/remarks}}
{{#activities}}
{{#has_name}}
### {{{name}}}

{{/has_name}}
{{#paragraphs}}
{{{text}}}

{{/paragraphs}}
{{/activities}}
{{/themes}}
## Promises

{{#has_kept}}
Kept:

{{#kept}}
- {{{text}}}
{{/kept}}

{{/has_kept}}
{{#has_open}}
Open:

{{#open}}
- {{{text}}}
{{/open}}

{{/has_open}}
## What this rests on

Figures are of the data set {{{data}}} as of {{{as_of}}} (sha256 {{{hash}}}), planned by Muster {{{version}}}. *Firm* counts what is committed or in place, without options that are open; *expected* also what is offered and accepted; *best case* all that is held out, options and intentions included. {{{assumed}}}

{{#footnotes}}
[^{{number}}]: {{{text}}}

{{/footnotes}}
)";

constexpr std::string_view dutch_template = R"(# {{{title}}}

Verslag van {{{nation}}} aan de Kamer, {{{date}}}

{{#opening}}
{{{text}}}

{{/opening}}
{{#themes}}
## {{{name}}}

{{#remarks}}
{{{text}}}

{{/remarks}}
{{#activities}}
{{#has_name}}
### {{{name}}}

{{/has_name}}
{{#paragraphs}}
{{{text}}}

{{/paragraphs}}
{{/activities}}
{{/themes}}
## Toezeggingen

{{#has_kept}}
Nagekomen:

{{#kept}}
- {{{text}}}
{{/kept}}

{{/has_kept}}
{{#has_open}}
Openstaand:

{{#open}}
- {{{text}}}
{{/open}}

{{/has_open}}
## Verantwoording

De cijfers zijn die van de gegevens {{{data}}} per {{{as_of}}} (sha256 {{{hash}}}), gepland met Muster {{{version}}}. *Vast* telt wat is toegezegd of ter plaatse is, zonder opties waarover nog wordt besloten; *verwacht* ook wat is aangeboden en aanvaard; *beste geval* alles wat in het vooruitzicht is gesteld, met opties en voornemens. {{{assumed}}}

{{#footnotes}}
[^{{number}}]: {{{text}}}

{{/footnotes}}
)";

}  // namespace

std::vector<std::string_view> letter_languages() {
  return {"en", "nl"};
}

std::string_view letter_template(std::string_view language) {
  demand(language == "en" || language == "nl", "letters are written in a language of ours");
  return language == "nl" ? dutch_template : english_template;
}

}  // namespace muster::report

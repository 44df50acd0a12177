// SPDX-License-Identifier: Apache-2.0
// How the page looks. Words on their grounds keep a contrast of 4.5 to 1 or more, in both schemes.
#include "report/html/sections.hpp"

namespace muster::report {

namespace {

constexpr std::string_view sheet = R"css(
:root{--paper:#fff;--ink:#1b2330;--soft:#556070;--rule:#d5dbe3;--year:#98a4b3;--ground:#f3f5f8;--link:#0b5394;
--firm:#1f5f8b;--expected:#8fc1de;--expected-ink:#3d82aa;--best:#eef5fa;--best-ink:#3d82aa;--option:#fdf3d9;--option-ink:#b07d10;
--missing:#fdeceb;--missing-ink:#c0392b;--mark:#a3236f;--halo:#fff;--bar-words:#1b2330;
--heat-0:#fbdad6;--heat-1:#f7efd2;--heat-2:#d6e8f4;--heat-3:#9ecae6;--heat-4:#1f5f8b;--heat-4-words:#fff;--heat-words:#1b2330;--bad:#a52a1e;--good:#1d6b35;--warn:#7a5600;
--sea:#dfeaf2;--land:#f7f5ef;--coast:#8fa3b3;--boundary:#b3a58f}
@media (prefers-color-scheme:dark){:root{--paper:#14181f;--ink:#e6eaf0;--soft:#a9b4c2;--rule:#333c49;--year:#66748a;--ground:#1d232d;--link:#8ec7f5;
--firm:#5fa8d8;--expected:#2f5f7f;--expected-ink:#8fc1de;--best:#1c2936;--best-ink:#8fc1de;--option:#33290f;--option-ink:#d9a93b;
--missing:#3a1c1a;--missing-ink:#e57368;--mark:#f08fc6;--halo:#14181f;--bar-words:#e6eaf0;
--heat-0:#5c2420;--heat-1:#4a4122;--heat-2:#22384a;--heat-3:#2f5f7f;--heat-4:#8fc1de;--heat-4-words:#10151c;--heat-words:#e6eaf0;--bad:#f0998f;--good:#8fd3a3;--warn:#e3bf63;
--sea:#10202c;--land:#2a2f36;--coast:#5d7386;--boundary:#6f6656}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.2rem 1.5rem 3rem;max-width:1180px;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,"Segoe UI","DejaVu Sans",Arial,sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.2rem;margin:2.2rem 0 .5rem;padding-top:.4rem;border-top:2px solid var(--ink)}
h3{font-size:1rem;margin:1.3rem 0 .2rem}
p{margin:.3rem 0 .6rem;max-width:75ch}
a{color:var(--link)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:.6rem 0 0}
.facts,.faint,.source{color:var(--soft)}
.facts{font-size:.86rem;overflow-wrap:anywhere}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:.7rem;padding:0;margin:1rem 0;list-style:none}
.figures li{background:var(--ground);border-left:4px solid var(--firm);padding:.5rem .7rem}
.figures strong{display:block;font-size:1.35rem;line-height:1.25}
.scroll{overflow-x:auto;margin:.4rem 0 1rem}
table{border-collapse:collapse;min-width:60%;font-size:.84rem}
caption{text-align:left;color:var(--soft);padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.22rem .6rem .22rem 0;border-bottom:1px solid var(--rule)}
thead th{border-bottom:2px solid var(--year);white-space:nowrap}
.band th{background:var(--ground);padding-left:.4rem}
th.number,.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.day{white-space:nowrap;font-variant-numeric:tabular-nums}
.bad{color:var(--bad);font-weight:600}.good{color:var(--good)}.warn{color:var(--warn)}
.source{font-size:.92em;overflow-wrap:anywhere}
figure{margin:.3rem 0 1.2rem;overflow-x:auto}
.basis{display:block;font-size:.92em}
figcaption{color:var(--soft);font-size:.84rem;margin:.1rem 0 .3rem}
.patterns{position:absolute}
svg{display:block;max-width:100%;height:auto;min-width:860px;font:11px system-ui,"Segoe UI","DejaVu Sans",Arial,sans-serif}
svg.patterns{min-width:0}
svg text{fill:var(--ink)}
svg text.faint,svg text.tick{fill:var(--soft)}
svg text.tick{font-size:10px}
svg text.strong{font-weight:600;fill:var(--ink)}
svg text.nation{font-weight:600;font-size:10.5px}
svg text.marked{fill:var(--mark);font-weight:600}
svg text.on-bar{font-size:10px;fill:var(--bar-words);paint-order:stroke;stroke:var(--halo);stroke-width:3px;stroke-linejoin:round}
svg text.on-firm{fill:var(--heat-4-words);stroke:var(--firm)}
svg text.missing-words{fill:var(--bad);font-weight:600}
svg text.cell{font-size:10px;fill:var(--heat-words)}
svg text.heat-4-words{fill:var(--heat-4-words)}
svg text.heat-0-words{font-weight:700}
.month{stroke:var(--rule);stroke-width:.6}.year{stroke:var(--year);stroke-width:1}
.mark{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:5 3}
.target{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:7 4}
.curve{fill:none;stroke:var(--firm);stroke-width:2.5}
.touch{fill:transparent}
.firm{fill:var(--firm)}
.expected{fill:url(#hatch-expected)}
.best{fill:url(#hatch-best);stroke:var(--best-ink);stroke-width:.8}
.option{fill:url(#hatch-option);stroke:var(--option-ink);stroke-width:.8;stroke-dasharray:4 2}
.missing{fill:url(#hatch-missing)}
.handover{fill:none;stroke:var(--firm);stroke-width:1;stroke-dasharray:2 2}
.unstated{fill:none;stroke:var(--soft);stroke-dasharray:3 3}
.frame{fill:none;stroke:var(--soft);stroke-width:.6}
.arrival{fill:var(--ink)}.decision{stroke:var(--mark);stroke-width:3}
.ground-expected{fill:var(--expected)}.ink-expected{fill:var(--expected-ink)}
.ground-best{fill:var(--best)}.ink-best{fill:var(--best-ink)}
.ground-option{fill:var(--option)}.ink-option{fill:var(--option-ink)}
.ground-missing{fill:var(--missing)}.ink-missing{fill:none;stroke:var(--missing-ink);stroke-width:1}
.heat-0{fill:var(--heat-0);stroke:var(--missing-ink);stroke-width:.8}.heat-1{fill:var(--heat-1)}.heat-2{fill:var(--heat-2)}.heat-3{fill:var(--heat-3)}.heat-4{fill:var(--heat-4)}
.sea{fill:var(--sea)}.land{fill:var(--land);fill-rule:evenodd;stroke:var(--coast);stroke-width:.7;stroke-linejoin:round}
.boundary{fill:none;stroke:var(--boundary);stroke-width:.9;stroke-linejoin:round}
.plate{fill:var(--paper);fill-opacity:.92}.rim{fill:none;stroke:var(--ink);stroke-width:1}
.place{fill:var(--ink);stroke:var(--paper);stroke-width:1}.home{fill:var(--paper);stroke:var(--ink);stroke-width:1}
.symbol-ground{fill:#fff;fill-opacity:.9}
.leader{stroke:var(--ink);stroke-width:.8}.route{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}.scale{stroke:var(--ink);stroke-width:1.2}
details{margin:.6rem 0}summary{cursor:pointer;font-weight:600}
:target{outline:2px solid var(--mark)}
.marking{position:sticky;top:0;z-index:1;text-align:center;font-weight:700;letter-spacing:.06em;background:var(--paper);color:var(--bad);border-bottom:1px solid var(--bad)}
th button{all:unset;cursor:pointer}th button:focus-visible{outline:2px solid var(--link)}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
@media print{.marking{position:static}.numbers{display:none}html{font-size:11.5px}body{max-width:none;padding:0;font-size:11.5px}nav{display:none}svg{min-width:0;width:100%;max-height:172mm}.scroll,figure{overflow:visible}table{width:100%}
h2,h3,figcaption,caption,thead,.band{break-after:avoid}details{margin:0}tr,figure.whole{break-inside:avoid}thead{display:table-header-group}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

}  // namespace

std::string_view style_sheet() {
  return sheet;
}

}  // namespace muster::report

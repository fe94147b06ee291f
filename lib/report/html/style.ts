/** The look of the page, on screens from 390 pixels and on paper. Each verdict has a sign beside its colour. */
export const STYLE = `
:root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --shade: #f6f8fa;
  --violation: #b42318; --undetermined: #8a5a00; --evidence: #1f5a96; --excepted: #6941a5; --compliant: #1a6b37; }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
th[scope=row] { white-space: nowrap; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 16px/1.6 "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; }
html[lang=ja] .en, html[lang=en] .ja { display: none; }
a { color: #0b57d0; }
a:focus-visible, button:focus-visible, summary:focus-visible, select:focus-visible, input:focus-visible {
  outline: 3px solid #0b57d0; outline-offset: 2px; }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 1rem 0 .25rem; }
h2 { font-size: 1.25rem; border-bottom: 2px solid var(--line); padding-bottom: .25rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
nav { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); }
nav div { max-width: 76rem; margin: 0 auto; padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem;
  align-items: center; }
nav .languages { margin-left: auto; display: flex; gap: .25rem; }
button, select, input { font: inherit; color: inherit; padding: .25rem .6rem; border: 1px solid #8c959f;
  border-radius: .3rem; background: var(--paper); }
button[aria-pressed=true] { background: var(--ink); color: var(--paper); }
.soft { color: var(--soft); }
.state { font-size: 1.1rem; padding: .75rem 1rem; border-left: .5rem solid; background: var(--shade); }
.state.blocked { border-color: var(--violation); }
.state.clear { border-color: var(--compliant); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; padding: 0;
  list-style: none; }
.cards li { border: 1px solid var(--line); border-top: .3rem solid var(--soft); border-radius: .3rem; padding: .5rem .75rem; }
.cards b { display: block; font-size: 1.6rem; line-height: 1.3; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { background: var(--shade); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.badge { display: inline-block; padding: 0 .5rem; border-radius: .8rem; color: #fff; font-size: .85rem;
  white-space: nowrap; background: var(--soft); }
.violation { --own: var(--violation); } .undetermined { --own: var(--undetermined); }
.evidence { --own: var(--evidence); } .excepted { --own: var(--excepted); } .compliant { --own: var(--compliant); }
.badge.violation, .badge.undetermined, .badge.evidence, .badge.excepted, .badge.compliant { background: var(--own); }
.cards li.violation, .cards li.undetermined, .cards li.evidence, .cards li.excepted, .cards li.compliant {
  border-top-color: var(--own); }
article { border: 1px solid var(--line); border-left: .35rem solid var(--own, var(--soft)); border-radius: .3rem;
  padding: .6rem .9rem; margin: .6rem 0; break-inside: avoid; }
article:target { box-shadow: 0 0 0 3px #0b57d0; }
article p { margin: .3rem 0; overflow-wrap: anywhere; }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK JP", monospace;
  overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .35rem 0; overflow-wrap: anywhere; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1rem 0; }
.filters label { display: flex; flex-direction: column; font-size: .85rem; }
[hidden] { display: none !important; }
@media (max-width: 40rem) {
  html { scroll-padding-top: 6.5rem; }
  body { font-size: 15px; }
  table.stack thead { display: none; }
  table.stack tr { display: block; border: 1px solid var(--line); margin-bottom: .5rem; }
  table.stack td, table.stack th { display: block; border: 0; }
  table.stack td.number { text-align: left; }
  nav .languages { margin-left: 0; }
}
@media print {
  nav, .filters { display: none; }
  body { font-size: 10pt; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; }
}
`;

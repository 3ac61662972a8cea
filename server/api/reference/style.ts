/** The reference's look: the product's paper, ink and vermilion, with what fonts the reader has. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --raised: #fff; --ink: #211d19; --quiet: #5f574e; --line: #ddd6ca; --mark: #a8321a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1815; --raised: #25211d; --ink: #ece5da; --quiet: #b3a797; --line: #443c33; --mark: #f08a6c; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.65 "Noto Sans JP", system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--mark); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--raised); padding: 0.5rem 1rem; }
header { padding: 1.5rem clamp(1rem, 4vw, 3rem); border-bottom: 1px solid var(--line); }
header p { margin: 0; }
.brand { color: var(--mark); font-weight: 700; letter-spacing: 0.04em; }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
h1 { margin: 0.25rem 0; font-size: 1.75rem; }
h2 { margin: 3rem 0 1rem; font-size: 1.4rem; border-bottom: 2px solid var(--mark); padding-bottom: 0.25rem; }
h3 { margin: 0 0 0.5rem; font-size: 1.1rem; }
h4 { margin: 1rem 0 0.25rem; font-size: 0.85rem; color: var(--quiet); }
.columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 82rem; margin: 0 auto; }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 1.5rem 1rem 3rem clamp(1rem, 4vw, 3rem); font-size: 0.875rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav > ul > li { margin-bottom: 1rem; font-weight: 700; }
nav li li { font-weight: 400; margin: 0.35rem 0; line-height: 1.4; }
nav a { text-decoration: none; color: var(--ink); }
nav a:hover { color: var(--mark); text-decoration: underline; }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem) 5rem; min-width: 0; }
main > p { max-width: 42rem; }
.call { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 1.25rem; margin: 0 0 1.25rem; }
.call p { margin: 0 0 0.75rem; max-width: 42rem; }
.method { display: inline-block; border: 1px solid var(--mark); color: var(--mark); border-radius: 3px; padding: 0 0.4rem; font-size: 0.8rem; font-weight: 700; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: 0.875em; }
pre { overflow-x: auto; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: left; font-weight: 700; color: var(--quiet); padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-top: 1px solid var(--line); font-weight: 400; min-width: 7rem; }
thead th { color: var(--quiet); border-top: 0; }
td p { margin: 0.25rem 0 0; color: var(--quiet); }
dl { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0.25rem 0.75rem; margin: 0; font-size: 0.875rem; }
dt { font-weight: 700; }
dt.failure { color: var(--mark); }
dd { margin: 0; min-width: 0; }
.codes { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
@media (max-width: 52rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  nav { position: static; max-height: none; border-bottom: 1px solid var(--line); padding: 1rem; }
  nav > ul { columns: 2; }
  nav > ul > li { break-inside: avoid; }
}
@media print { nav, .skip { display: none; } .columns { display: block; } }
`;

import { RATING_COLOURS } from "#domain/scale.ts";
import { RATING_PAINT } from "../rating-paint.ts";

const inks = (scheme: "light" | "dark") =>
  RATING_COLOURS.map((colour) => `--ink-${colour}:${RATING_PAINT[colour][scheme]}`).join(";");

const stamps = RATING_COLOURS.map(
  (colour) => `.stamp.${colour},.claimed.${colour}{--ink:var(--ink-${colour})}`,
).join("\n");

/**
 * The whole look of the exported page, in one string that is inlined: light and dark, screen and A4.
 * Faces are the reader's own: a Mincho for the text, a Gothic for what we add.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1b18;--soft:#5f5a51;--line:#d9d3c6;--raise:#fff;--shu:#b02d1e;${inks("light")};
--mincho:"Hiragino Mincho ProN","Yu Mincho",YuMincho,"Noto Serif JP","Noto Serif CJK JP",serif;
--gothic:"Hiragino Sans","Yu Gothic",YuGothic,"Noto Sans JP","Noto Sans CJK JP",system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#1e1c19;--ink:#ece7dc;--soft:#b4ad9f;--line:#3f3a33;--raise:#26231f;--shu:#ff8a75;${inks("dark")}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.8 var(--gothic);overflow-wrap:anywhere;line-break:strict}
main,header,footer{max-width:46em;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
a{color:var(--shu)}
h1,h2,h3,h4,.said,.text{font-family:var(--mincho)}
h1{font-size:1.75rem;line-height:1.45;margin:.25rem 0 1rem}
h2{font-size:1.3rem;margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.1rem;margin:0}
h4{font:600 .85rem/1.6 var(--gothic);color:var(--soft);margin:1.1rem 0 .2rem}
.kicker{margin:0;color:var(--shu);font-weight:600;letter-spacing:.06em}
.notice{margin:1rem 0;padding:.7rem 1rem;border:2px dashed var(--shu);font-weight:600}
.note{color:var(--soft);font-size:.9rem}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:1rem 0}
dt{color:var(--soft)}dd{margin:0}
code{font-size:.85em}
table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:start;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line)}
td.count,th.count{text-align:end;font-variant-numeric:tabular-nums}
.text{font-size:1.06rem;line-height:2.05}
.text h3,.text h4,.text h5,.text h6{font:600 1.1rem/1.7 var(--mincho);color:inherit;margin:2rem 0 .6rem}
.text ul{padding-inline-start:1.4em}
.text li.numbered{list-style:none;position:relative}
.text li.numbered::before{content:attr(data-number);position:absolute;inset-inline-end:100%;padding-inline-end:.4em;white-space:nowrap}
.text .wide{overflow-x:auto;margin:1rem 0}
.text table{font-size:.95rem;line-height:1.8}
.text figure{margin:1rem 0;padding:.6rem 1rem;border:1px solid var(--line)}
.text .where{margin:0;font:.8rem/1.6 var(--gothic)}
.text figcaption,.text .notes{color:var(--soft);font-size:.95rem}
.text .notes{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--line)}
.text .notes .label{font-weight:600}
.text .noteref{font-size:.7em;vertical-align:.5em;text-decoration:none}
.said p{white-space:pre-line}
.text s{color:var(--soft);text-decoration-thickness:1px}
.text ins{text-decoration:underline dotted 1px;text-underline-offset:.3em}
.text .unsure{background:none;color:inherit;border-block-end:2px dotted var(--shu)}
.text rt{font:.5em/1 var(--gothic);color:var(--soft)}
.text blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.claimed{text-decoration:underline;text-decoration-color:var(--ink);text-decoration-thickness:2px;text-underline-offset:.34em;text-decoration-skip-ink:none}
.claimed.open{--ink:var(--soft);text-decoration-style:dotted}
.claimed.many{background:color-mix(in srgb,var(--soft) 14%,transparent);text-decoration-style:double}
sup{font:600 .68em/1 var(--gothic)}
sup a{text-decoration:none;padding:0 .15em}
.claim{margin:0 0 2.25rem;padding:1.1rem 1.25rem;background:var(--raise);border:1px solid var(--line);border-radius:.5rem}
.claim:target,sup:target{outline:3px solid var(--shu);outline-offset:2px}
.head{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:space-between}
.said{margin:.8rem 0;padding-inline-start:.8rem;border-inline-start:3px solid var(--shu);font-size:1.05rem}
.said p{margin:0}
.finding{font-weight:600;margin:.6rem 0}
.why p,.why ul,.why ol,.why blockquote{margin:.4rem 0}
.sources{padding-inline-start:1.6em;margin:.3rem 0}
.sources>li{margin-bottom:.8rem}
.sources blockquote{margin:.2rem 0;padding-inline-start:.7rem;border-inline-start:2px solid var(--line);font-family:var(--mincho)}
.sources p{margin:.1rem 0}
.tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .4em;font-size:.8rem;line-height:1.5;margin-inline-end:.3em}
.stamp{--ink:var(--soft);display:inline-block;color:var(--ink);border:2px solid var(--ink);padding:.2em .75em;font:600 .95rem/1.4 var(--mincho)}
.stamp.circle{border-radius:99em}
.stamp.ring{border-radius:99em;outline:1px solid var(--ink);outline-offset:2px;margin:3px}
.stamp.round{border-radius:.6em}
.stamp.bevel{border-radius:0 .8em}
.stamp.double{border:5px double var(--ink);border-radius:.6em}
.stamp.heavy{border-width:4px}
.stamp.dashed{border-style:dashed}
.stamp.struck{background:linear-gradient(to top right,transparent 48.5%,var(--line) 49% 51%,transparent 51.5%)}
.stamp.none{border:1px dotted var(--ink)}
${stamps}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.85rem}
@media (max-width:30em){dl{grid-template-columns:1fr}dt{margin-top:.5rem}.claim{padding:.9rem}}
@page{size:A4;margin:22mm 20mm 24mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--raise:#fff;--shu:#8f2418;${inks("light")}}
body{font-size:10pt}main,header,footer{max-width:none;padding-inline:0}
h1,h2,h3,h4{break-after:avoid}.claim{border-width:1px 0 0;border-radius:0;padding-inline:0}
.head,.said,.sources>li,tr{break-inside:avoid}.skip{display:none}a{color:inherit}
.draft main::before{content:attr(data-watermark);position:fixed;inset:40% 0 auto;text-align:center;font:700 90pt var(--mincho);color:#0001;rotate:-30deg;z-index:-1}
}`;

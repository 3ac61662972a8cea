import type { Locale } from "#domain/localized.ts";
import type { Report } from "#domain/report.ts";
import { ratingTotals } from "#domain/report-totals.ts";
import type { Scale } from "#domain/scale.ts";
import { methodOf } from "../method.ts";
import { WORDS } from "../words.ts";
import { html, isolated, link, type Markup } from "./markup.ts";
import { stamp } from "./stamp.ts";

/** How many claims have which rating. Nothing where there is no claim. */
export function totalsTable(report: Report, locale: Locale): Markup | null {
  const words = WORDS[locale];
  if (report.claims.length === 0) return null;
  const rows = ratingTotals(report).map(
    ({ rating, count }) => html`<tr><td>${stamp(rating, locale)}</td><td class="count">${count}</td></tr>\n`,
  );
  return html`<h3>${words.totals}</h3>
<table><thead><tr><th scope="col">${words.rating}</th><th scope="col" class="count">${words.count}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

/** The bullets that were left unchecked, each with its reason. */
export function dismissedSection({ dismissals, revision, article }: Report, locale: Locale): Markup | null {
  const words = WORDS[locale];
  const texts = new Map(revision.blocks.map(({ id, text }) => [id, text]));
  if (dismissals.length === 0) return null;
  const items = dismissals.map(
    ({ blockId, reason }) =>
      html`<li><span lang="${article.language}">${isolated(texts.get(blockId) ?? "")}</span> <span class="tag">${words.reasons[reason]}</span></li>\n`,
  );
  return html`<section aria-labelledby="dismissed"><h2 id="dismissed">${words.dismissed}</h2><ul>${items}</ul></section>`;
}

/** How the work was done, and what every rating of every scale in use means. */
export function methodSection(report: Report, locale: Locale): Markup {
  const words = WORDS[locale];
  const paragraphs = methodOf(report, locale).map((text) => html`<p>${text}</p>\n`);
  return html`<section aria-labelledby="method"><h2 id="method">${words.methodology}</h2>
${paragraphs}${report.scales.map((scale) => scaleTable(scale, locale))}</section>`;
}

function scaleTable(scale: Scale, locale: Locale): Markup {
  const words = WORDS[locale];
  const name = scale.url ? link(scale.url, scale.name[locale]) : isolated(scale.name[locale]);
  const rows = scale.ratings.map(
    (rating) => html`<tr><td>${stamp(rating, locale)}</td><td>${rating.definition[locale]}</td></tr>\n`,
  );
  return html`<h3>${words.scaleDefinitions}${words.colon}${name}</h3>
${scale.publisher ? html`<p class="note">${isolated(scale.publisher)}</p>` : null}
<table><thead><tr><th scope="col">${words.rating}</th><th scope="col">${words.definition}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

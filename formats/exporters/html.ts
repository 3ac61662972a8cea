import type { Locale } from "#domain/localized.ts";
import type { Report } from "#domain/report.ts";
import { reportFacts, scopeNotice } from "./claim-facts.ts";
import type { Exporter } from "./exporter.ts";
import { articleText } from "./html/article.ts";
import { claimSection, factList } from "./html/claim.ts";
import { html, Markup } from "./html/markup.ts";
import { dismissedSection, methodSection, totalsTable } from "./html/sections.ts";
import { STYLE } from "./html/style.ts";
import { WORDS } from "./words.ts";

/**
 * One file that needs nothing else: no script, no image, no font, no request. The policy in its head says so to the
 * browser as well, so that even an element which got in by mistake could do nothing.
 */
export const htmlExporter: Exporter = {
  id: "html",
  mediaType: "text/html; charset=utf-8",
  extension: "html",
  name: { ja: "HTML(1つのファイル)", en: "HTML (one file)" },
  drops: [
    {
      ja: "作業の履歴、優先度、担当者は載りません。",
      en: "History, priorities and assignees are not shown.",
    },
    {
      ja: "ClaimReviewのデータは埋め込みません。公開するページに載せるには、JSON-LDを書き出してください。",
      en: "ClaimReview data is not embedded: export JSON-LD to put it on the page you publish.",
    },
  ],
  write: (report, locale) => page(report, locale).source,
};

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function page(report: Report, locale: Locale): Markup {
  const words = WORDS[locale];
  const { article } = report;
  const title = `${article.title} | ${words.factCheckOf}`;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="Uratori">
${report.scope === "draft" ? html`<meta name="robots" content="noindex">\n` : null}<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body class="${report.scope}">
<header>
<p class="kicker">${words.factCheckOf}</p>
<h1 lang="${article.language}" dir="auto">${article.title}</h1>
${notice(report, locale)}
</header>
<main data-watermark="${words.draft}">
<section aria-labelledby="summary"><h2 id="summary">${words.summary}</h2>
${factList(reportFacts(report, locale))}
${totalsTable(report, locale)}</section>
<section aria-labelledby="text"><h2 id="text">${words.articleText}</h2>
${articleText(report, locale)}</section>
<section aria-labelledby="claims"><h2 id="claims">${words.claims}</h2>
${claims(report, locale)}</section>
${dismissedSection(report, locale)}
${methodSection(report, locale)}
</main>
<footer><p>${report.desk}</p></footer>
</body>
</html>
`;
}

function notice(report: Report, locale: Locale): Markup {
  const text = scopeNotice(report, locale);
  if (report.scope === "draft") return html`<p class="notice" role="note">${text}</p>`;
  return html`<p class="note">${text}</p>`;
}

function claims(report: Report, locale: Locale): Markup {
  if (report.claims.length === 0) return html`<p>${WORDS[locale].noClaims}</p>`;
  return html`${report.claims.map((claim) => claimSection(claim, report, locale))}`;
}

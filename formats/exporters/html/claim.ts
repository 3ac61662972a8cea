import type { Locale } from "#domain/localized.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { claimFacts, type Fact, sourceLine } from "../claim-facts.ts";
import { evidenceNumber, rationaleOf } from "../rationale-of.ts";
import { WORDS } from "../words.ts";
import { html, isolated, link, type Markup } from "./markup.ts";
import { rationaleHtml } from "./rationale.ts";
import { stamp } from "./stamp.ts";

/** A list of labelled lines. */
export const factList = (facts: readonly Fact[]): Markup =>
  facts.length === 0
    ? html``
    : html`<dl>${facts.map(
        ({ label, value, address }) =>
          html`<dt>${label}</dt><dd>${address === undefined ? isolated(value) : link(address, value)}</dd>`,
      )}</dl>`;

/** One claim with all that was found about it; `#claim-n` is its address. */
export function claimSection(claim: ReportClaim, { article }: Report, locale: Locale): Markup {
  const words = WORDS[locale];
  const { verdict, anchor, number } = claim;
  const isPlaced = anchor.state !== "needs_placing";
  const back = isPlaced
    ? html`<a class="skip" href="#text-${number}">${words.backToText}</a>`
    : html`<span class="note">${words.needsPlacing}</span>`;
  return html`<article class="claim" id="claim-${number}">
<div class="head"><h3>${words.claim(number)}</h3>${stamp(verdict?.ratingDetail ?? null, locale)}</div>
<blockquote class="said" lang="${article.language}"><p dir="auto">${anchor.exact}</p></blockquote>
${back}
${verdict?.summary ? html`<p class="finding" dir="auto">${verdict.summary}</p>` : null}
${factList(claimFacts(claim, locale))}
${why(claim, locale)}
${sources(claim, locale)}
</article>
`;
}

function why(claim: ReportClaim, locale: Locale): Markup | null {
  const rationale = rationaleOf(claim);
  if (!rationale) return null;
  const words = WORDS[locale];
  const cite = (evidenceId: string) => {
    const number = evidenceNumber(claim, evidenceId);
    if (number === null) return html`<sup title="${words.lostCitation}">[?]</sup>`;
    const address = `#claim-${claim.number}-source-${number}`;
    return html`<sup><a href="${address}" aria-label="${words.citation(number)}">[${number}]</a></sup>`;
  };
  return html`<h4>${words.rationale}</h4><div class="why">${rationaleHtml(rationale, cite)}</div>`;
}

function sources(claim: ReportClaim, locale: Locale): Markup {
  const words = WORDS[locale];
  if (claim.evidence.length === 0) return html`<p class="note">${words.noEvidence}</p>`;
  return html`<h4>${words.evidence}</h4><ol class="sources">${claim.evidence.map((evidence) =>
    source(evidence, claim.number, locale),
  )}</ol>`;
}

function source(evidence: ReportClaim["evidence"][number], claim: number, locale: Locale): Markup {
  const words = WORDS[locale];
  const line = sourceLine(evidence, locale);
  const tags = [words.stances[evidence.stance], evidence.primary ? words.primary : words.secondary];
  return html`
<li id="claim-${claim}-source-${evidence.number}" value="${evidence.number}"><p>${tags.map((tag) => html`<span class="tag">${tag}</span>`)}${link(evidence.source.url ?? "", evidence.source.title)}</p>
${line ? html`<p class="note">${isolated(line)}</p>` : null}${evidence.quote ? html`<blockquote dir="auto">${evidence.quote}</blockquote>` : null}${detail(words.locator, evidence.locator)}${detail(words.note, evidence.note)}</li>`;
}

const detail = (label: string, value: string | null): Markup | null =>
  value ? html`<p class="note">${label} ${isolated(value)}</p>` : null;

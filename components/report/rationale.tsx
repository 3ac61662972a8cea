import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { MarkedText } from "#components/ui/marked-text.tsx";
import type { ReportClaim } from "#domain/report.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import { assertNever, type RationaleNode } from "#editor/rationale-node.ts";
import { isEmptyRationale } from "#editor/rationale-text.ts";
import classes from "./report.module.css";

/** Why the verdict is what it is, its citations leading to the sources below it. */
export function ReportRationale({ claim }: { claim: ReportClaim }) {
  const t = useTranslations("report.claim");
  const parsed = claim.verdict?.rationale ? parseRationale(claim.verdict.rationale) : null;
  if (!parsed?.ok || isEmptyRationale(parsed.rationale)) return null;
  return (
    <>
      <h4>{t("rationale")}</h4>
      <div className={classes.why}>
        <Nodes nodes={parsed.rationale.content} claim={claim} />
      </div>
    </>
  );
}

function Nodes({ nodes, claim }: { nodes: readonly RationaleNode[]; claim: ReportClaim }) {
  return nodes.map((node, index) => (
    // The document is never edited here: a node's place is its identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    <Fragment key={index}>{element(node, claim)}</Fragment>
  ));
}

const OUTWARD = { rel: "noopener noreferrer" };

function element(node: RationaleNode, claim: ReportClaim): ReactNode {
  const inside = "content" in node ? <Nodes nodes={node.content} claim={claim} /> : null;
  switch (node.type) {
    case "paragraph":
      return <p dir="auto">{inside}</p>;
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol start={node.attrs.start}>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "text":
      return <MarkedText part={node} link={OUTWARD} />;
    case "hardBreak":
      return <br />;
    case "citation":
      return <Citation evidenceId={node.attrs.evidenceId} claim={claim} />;
    default:
      return assertNever(node);
  }
}

function Citation({ evidenceId, claim }: { evidenceId: string; claim: ReportClaim }) {
  const t = useTranslations("report.source");
  const number = claim.evidence.find(({ id }) => id === evidenceId)?.number;
  if (number === undefined) return <sup title={t("lost")}>[?]</sup>;
  return (
    <sup className={classes.number}>
      <a href={`#claim-${claim.number}-source-${number}`} aria-label={t("label", { number })}>
        [{number}]
      </a>
    </sup>
  );
}

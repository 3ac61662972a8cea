import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ConflictAuthor } from "#components/claim/conflict-author.tsx";
import panel from "#components/claim/panel.module.css";
import type { Evidence } from "#domain/evidence.ts";
import type { Writer } from "#domain/writer.ts";

/** What two people may both have written about one piece of evidence. */
export type EvidenceText = Pick<Evidence, "stance" | "primary" | "quote" | "locator" | "note">;

interface EvidenceConflictProps {
  mine: EvidenceText;
  theirs: EvidenceText;
  writer: Writer | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Both versions of a piece of evidence that two people changed, and the ways out. Nothing is lost by waiting. */
export function EvidenceConflict({ mine, theirs, writer, onKeepMine, onTakeTheirs }: EvidenceConflictProps) {
  const t = useTranslations("claim.conflict");
  const own = useTranslations("evidence");
  return (
    <section className={panel.conflict} aria-label={own("conflictTitle")} role="alert">
      <ConflictAuthor writer={writer} />
      <div className={panel.sides}>
        <Side title={t("mine")} text={mine} />
        <Side title={t("theirs")} text={theirs} />
      </div>
      <div className={panel.ways}>
        <Button size="compact-sm" onClick={onKeepMine}>
          {t("keepMine")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          {t("takeTheirs")}
        </Button>
      </div>
    </section>
  );
}

function Side({ title, text }: { title: string; text: EvidenceText }) {
  const t = useTranslations("evidence");
  const lines = [
    `${t(`stances.${text.stance}`)} ・ ${t(text.primary ? "primary" : "secondary")}`,
    text.quote,
    text.locator && t("locatorIs", { locator: text.locator }),
    text.note,
  ];
  return (
    <div>
      <h4>{title}</h4>
      <p>{lines.filter(Boolean).join("\n")}</p>
    </div>
  );
}

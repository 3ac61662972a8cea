import { IconScan } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ReadingPageLinks } from "#components/revision/reading-page-links.tsx";
import { type MachineRead, uncomparedIn } from "#domain/machine-reading.ts";
import classes from "./details.module.css";

/** Says above the words of an article that a machine read them, how much of it nobody compared, and where the pictures are. */
export function MachineReadNote({ machineRead }: { machineRead: MachineRead }) {
  const t = useTranslations("workbench.machineRead");
  const { readingId, pages } = machineRead;
  const uncompared = uncomparedIn(machineRead);
  return (
    <p className={classes.machineRead} data-open={uncompared > 0 || undefined}>
      <IconScan size={16} aria-hidden />
      <span>
        {uncompared > 0 ? t("uncompared", { pages, count: uncompared }) : t("allCompared", { pages })}
        <span className={classes.pictures}>
          <ReadingPageLinks readingId={readingId} pages={pages} />
        </span>
      </span>
    </p>
  );
}

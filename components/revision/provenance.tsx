import { useTranslations } from "next-intl";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { changesIn } from "#domain/import-edit.ts";
import { type MachineRead, uncomparedIn } from "#domain/machine-reading.ts";
import type { Provenance } from "#domain/revision.ts";
import { ReadingPageLinks } from "./reading-page-links.tsx";

/** Where a text came from: pasted, a file by its name, or an address and when it was fetched; and whether a person changed it. */
export function ProvenanceLine({ provenance }: { provenance: Provenance }) {
  const t = useTranslations("versions.origin");
  const changes = changesIn(provenance.editedByHand ?? {});
  return (
    <>
      <Origin provenance={provenance} />
      {changes > 0 && (
        <>
          {" ・ "}
          {t("editedByHand", { changes })}
        </>
      )}
      {provenance.machineRead && <MachineReadLine machineRead={provenance.machineRead} />}
    </>
  );
}

/** That a machine read it, how much nobody compared, and the pages themselves. */
function MachineReadLine({ machineRead }: { machineRead: MachineRead }) {
  const t = useTranslations("versions.origin");
  const uncompared = uncomparedIn(machineRead);
  return (
    <>
      {" ・ "}
      {t("machineRead", { pages: machineRead.pages })}
      {" ・ "}
      {uncompared > 0 ? t("uncompared", { count: uncompared }) : t("allCompared")}
      {" ・ "}
      <ReadingPageLinks readingId={machineRead.readingId} pages={machineRead.pages} />
    </>
  );
}

function Origin({ provenance: { origin, fileName, capture } }: { provenance: Provenance }) {
  const t = useTranslations("versions.origin");
  if (origin === "file") return t("file", { name: fileName ?? t("unnamed") });
  if (origin === "url" && capture)
    return t.rich("url", {
      link: () => (
        <a href={capture.finalUrl} target="_blank" rel="noopener noreferrer">
          {shortAddress(capture.finalUrl)}
        </a>
      ),
      time: () => <RelativeTime at={capture.fetchedAt} />,
    });
  return t("pasted");
}

/** An address as people know it: without the scheme, cut where it gets long. */
function shortAddress(url: string): string {
  const plain = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return plain.length > 48 ? `${plain.slice(0, 47)}…` : plain;
}

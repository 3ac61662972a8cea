import { useTranslations } from "next-intl";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SystemStatus } from "#domain/system.ts";
import { Facts, Section } from "./section.tsx";

interface QueuesProps extends Pick<SystemStatus, "answersKept" | "sendsMail"> {
  standing: SystemStatus["work"];
  workers: SystemStatus["instance"]["workers"];
}

/** What waits for its turn. */
export function Queues({ standing: { readings, mails }, workers, answersKept, sendsMail }: QueuesProps) {
  const t = useTranslations("system.queues");
  return (
    <Section title={t("title")}>
      <Facts
        facts={[
          [
            t("readings"),
            <>
              {t("readingsNow", { waiting: readings.waiting, running: readings.running })}
              <Since at={readings.oldestWaitingAt} />
            </>,
          ],
          ...workers.map(
            ({ name, waiting, isWorking }) =>
              [t("worker", { name }), t("workerNow", { waiting, isWorking: String(isWorking) })] as const,
          ),
          [
            t("mails"),
            sendsMail ? (
              <>
                {t("mailsNow", { waiting: mails.waiting, due: mails.due })}
                <Since at={mails.oldestDueAt} />
              </>
            ) : (
              t("noMail")
            ),
          ],
          [t("answers"), t("answersNow", { count: answersKept })],
        ]}
      />
    </Section>
  );
}

function Since({ at }: { at: string | null }) {
  const t = useTranslations("system.queues");
  return at === null ? null : <div>{t.rich("oldest", { when: () => <RelativeTime at={at} /> })}</div>;
}

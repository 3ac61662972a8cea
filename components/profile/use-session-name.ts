import { useTranslations } from "next-intl";
import type { Session } from "#domain/session.ts";

/** What a session's device is called: browser and system, or as much of them as is known. */
export function useSessionName(): (session: Pick<Session, "browser" | "system">) => string {
  const t = useTranslations("profile.sessions");
  return ({ browser, system }) => {
    if (browser && system) return t("device", { browser, system });
    return browser ?? system ?? t("unknownDevice");
  };
}

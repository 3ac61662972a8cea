"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconCloudOff, IconLogout, IconRefresh } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { IDLE_DAYS, SESSION_DAYS } from "#domain/session.ts";
import { type LineNews, LineWatch } from "./line-news.ts";
import { useLive } from "./live-provider.tsx";
import { useNewBuild } from "./use-new-build.ts";
import { RIGHTS_NOTE } from "./use-rights-telling.ts";

interface LineBannerProps {
  /** Another banner says already that the server is out of reach. */
  isLossSaid?: boolean;
  /** What one can do with work that did not arrive before the session ended. */
  unsent?: ReactNode;
}

/**
 * How the page's line stands, where that matters to a person. Going on is always possible; only an ended session needs
 * the person.
 */
export function LineBanner({ isLossSaid = false, unsent }: LineBannerProps) {
  const t = useTranslations("live.line");
  const live = useLive();
  const [watch] = useState(() => new LineWatch(live));
  useEffect(() => watch.start(), [watch]);
  const news = useSyncExternalStore(watch.subscribe, watch.get, () => "quiet" as const);
  const build = useNewBuild();
  useSaid(news);
  if (news === "ended") return <Ended unsent={unsent} />;
  if (news === "lost") {
    if (isLossSaid) return null;
    return (
      <Banner look="lost" icon={<IconCloudOff size={18} aria-hidden />} text={t("lost")}>
        <Button size="compact-sm" variant="default" onClick={live.retryNow}>
          {t("tryNow")}
        </Button>
      </Banner>
    );
  }
  if (news === "back") {
    return <Banner look="back" icon={<IconCheck size={18} aria-hidden />} text={t("back")} />;
  }
  if (!build.isNew) return null;
  return (
    <Banner look="build" icon={<IconRefresh size={18} aria-hidden />} text={t("newBuild")}>
      <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
        {t("reload")}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={build.dismiss}>
        {t("later")}
      </Button>
    </Banner>
  );
}

/** Says the line's state to who doesn't see the banner; what needs the person, the banner says itself. */
function useSaid(news: LineNews): void {
  const t = useTranslations("live.line");
  const announce = useAnnounce();
  useEffect(() => {
    if (news === "lost" || news === "back") announce(t(news));
    // What was said of the role is no longer so.
    if (news === "ended") notifications.hide(RIGHTS_NOTE);
  }, [news, announce, t]);
}

/** Coming back here after signing in: the same page, with what was kept on this device. */
function Ended({ unsent }: Pick<LineBannerProps, "unsent">) {
  const t = useTranslations("live.line");
  const { endedWhy } = useLive();
  const text = t(`ended.${endedWhy ?? "unknown"}`, { idleDays: IDLE_DAYS, days: SESSION_DAYS });
  const signIn = () => {
    const here = `${window.location.pathname}${window.location.search}`;
    window.location.assign(`/signin?next=${encodeURIComponent(here)}`);
  };
  return (
    <Banner look="ended" role="alert" icon={<IconLogout size={18} aria-hidden />} text={text}>
      {unsent}
      <Button size="compact-sm" onClick={signIn}>
        {t("signIn")}
      </Button>
    </Banner>
  );
}

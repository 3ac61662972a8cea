"use client";

import { useEffect, useState } from "react";
import { useLive } from "./live-provider.tsx";

/** Whether the server is a newer product than the one this page came with. It is offered and never forced. */
export function useNewBuild(): { isNew: boolean; dismiss: () => void } {
  const live = useLive();
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    let build = live.welcome?.build ?? null;
    return live.onMessage((message) => {
      if (message.type !== "welcome") return;
      build ??= message.build;
      if (message.build !== build) setNew(true);
      build = message.build;
    });
  }, [live]);
  return { isNew, dismiss: () => setNew(false) };
}

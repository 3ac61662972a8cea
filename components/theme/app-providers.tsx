"use client";

import { MantineProvider, mergeThemeOverrides, Notification } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { makeQueryClient } from "#components/api/query-client.ts";
import { AnnouncerProvider } from "#components/ui/announcer.tsx";
import { cssVariables, theme } from "./theme.ts";

interface AppProvidersProps {
  /** The content security policy's nonce for the style elements Mantine makes; absent where no policy is set. */
  nonce: string | undefined;
  children: ReactNode;
}

/** What every page stands in: look, data and announcements. Words come from next-intl's provider around it. */
export function AppProviders({ nonce, children }: AppProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  const named = useNamedControls();
  return (
    <MantineProvider
      theme={named}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ""}
    >
      <QueryClientProvider client={queryClient}>
        <AnnouncerProvider>
          {children}
          <Notifications position="bottom-center" limit={3} />
        </AnnouncerProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The theme, with words for those of Mantine's own controls that have none. */
function useNamedControls(): typeof theme {
  const t = useTranslations("common");
  return useMemo(() => {
    const closeButtonProps = { "aria-label": t("close") };
    const components = { Notification: Notification.extend({ defaultProps: { closeButtonProps } }) };
    return mergeThemeOverrides(theme, { components });
  }, [t]);
}

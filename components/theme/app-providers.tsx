"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
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
  return (
    <MantineProvider
      theme={theme}
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

"use client";

import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { endSession } from "#components/sign-in/auth-client.ts";

/** Ends the session and starts over at the door; nothing of the last person's stays in the page's memory. */
export function useSignOut(): () => void {
  const errorMessage = useErrorMessage();
  return useCallback(() => {
    endSession().then(
      () => window.location.assign("/signin"),
      (error: unknown) => notifications.show({ color: "red", message: errorMessage(error) }),
    );
  }, [errorMessage]);
}

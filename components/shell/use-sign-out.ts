"use client";

import { signOut } from "next-auth/react";
import { useCallback } from "react";

/** Ends the session and starts over at the door; nothing of the last person's stays in the page's memory. */
export function useSignOut(): () => void {
  return useCallback(() => {
    void signOut({ callbackUrl: "/signin" });
  }, []);
}

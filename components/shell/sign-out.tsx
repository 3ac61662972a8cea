"use client";

import { createContext, type ReactNode, use } from "react";
import { SignOutDialog } from "./sign-out-dialog.tsx";
import { useSigningOut } from "./use-signing-out.ts";

const SignOutContext = createContext<(() => void) | null>(null);

/** Begins to sign out; where something did not reach the server, a dialog asks first. */
export function useSignOut(): () => void {
  const signOut = use(SignOutContext);
  if (!signOut) throw new Error("useSignOut needs the shell around it");
  return signOut;
}

export function SignOutProvider({ children }: { children: ReactNode }) {
  const signingOut = useSigningOut();
  return (
    <SignOutContext value={signingOut.start}>
      {children}
      <SignOutDialog signingOut={signingOut} />
    </SignOutContext>
  );
}

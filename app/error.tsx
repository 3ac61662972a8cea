"use client";

import { DeskError, type DeskErrorProps } from "#components/shell/desk-error.tsx";
import { MAIN_ID } from "#components/shell/main-id.ts";

export default function ErrorPage(props: DeskErrorProps) {
  return (
    <main id={MAIN_ID}>
      <DeskError {...props} />
    </main>
  );
}

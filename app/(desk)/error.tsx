"use client";

import { DeskError, type DeskErrorProps } from "#components/shell/desk-error.tsx";
import { Page } from "#components/shell/page.tsx";

export default function ErrorPage(props: DeskErrorProps) {
  return (
    <Page>
      <DeskError {...props} />
    </Page>
  );
}

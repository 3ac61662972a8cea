"use client";

import { RichTextEditor } from "@mantine/tiptap";
import type { ReactNode } from "react";

/** The few things a rationale can be: strong, stressed, linked, listed, quoted, cited. */
export function RationaleToolbar({ children }: { children: ReactNode }) {
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Link />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>{children}</RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}

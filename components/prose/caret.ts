import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { personColourValue } from "#components/theme/person-colour.ts";
import type { HeldProvider } from "./held-provider.ts";
import classes from "./prose.module.css";

interface CaretMember {
  id: string;
  name: string;
}

/** Where others write, in their colour and with their name. Who a caret is, the server says (`server/prose/frame.ts`). */
export const carets = (provider: HeldProvider, { id, name }: CaretMember) =>
  CollaborationCaret.configure({
    provider,
    user: { id, name },
    render: (user) => caretOf(user as Partial<CaretMember>),
    selectionRender: (user) => ({
      class: classes.selection ?? "",
      style: `--person: ${personColourValue(String(user.id ?? ""))}`,
    }),
  });

function caretOf({ id = "", name = "" }: Partial<CaretMember>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = classes.caret ?? "";
  caret.style.setProperty("--person", personColourValue(id));
  // The style writes the name: in the document it would be read out, selected and copied with the text.
  caret.dataset.caret = name;
  return caret;
}

/** Browsers give this code to every key that an input method swallows; Safari does so after `isComposing` has ended. */
const KEY_CODE_OF_INPUT_METHOD = 229;

/** Whether a key press belongs to an input method, which turns keys into characters. */
export const isComposing = (press: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean =>
  press.isComposing || press.keyCode === KEY_CODE_OF_INPUT_METHOD;

const WRITING = "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox]";

/** Where letters are text. An article that is shown is no such place: it can't be edited. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(WRITING) !== null;

/** Where keys choose something: the page's own shortcuts are silent there. */
export const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[role=dialog], [role=menu], [role=listbox]") !== null;

/** The key of a press that may be a page's shortcut, in lower case; null where it writes, chooses or is taken already. */
export function shortcutKey(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isComposing(event))
    return null;
  return isWriting(event.target) || isInDialog(event.target) ? null : event.key.toLowerCase();
}

import { childOf, type XmlElement } from "../xml-tree.ts";
import { isOn } from "./text-setting.ts";

/** Whether a content control shows but what is to be filled in. */
export const isPlaceholder = (control: XmlElement): boolean =>
  isOn(childOf(childOf(control, "w:sdtPr"), "w:showingPlcHdr"));

/** The box a content control is, as Unicode has it; null for another control. */
export function checkboxOf(control: XmlElement): "☑" | "☐" | null {
  const box = childOf(childOf(control, "w:sdtPr"), "w14:checkbox");
  return box === null ? null : isOn(childOf(box, "w14:checked")) ? "☑" : "☐";
}

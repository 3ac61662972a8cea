/** What a link of an article carries beside its address. It can't be dragged, so that its words can be selected. */
export const LINK_ATTRIBUTES = {
  class: "article-link",
  target: "_blank",
  rel: "noopener noreferrer nofollow",
  draggable: "false",
} as const;

/** The id of the footnote with this label. */
export const footnoteId = (label: string): string => `note-${label}`;

/** Where a reference to it leads. */
export const footnoteAddress = (label: string): string => `#${encodeURIComponent(footnoteId(label))}`;

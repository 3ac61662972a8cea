/**
 * Whether a text may be a block's: not empty, and with no other line break than single line feeds inside it, which stand
 * for breaks the source shows within the block (decision 021).
 */
export const isBlockText = (text: string): boolean => text !== "" && !/\r|^\n|\n$|\n\n/.test(text);

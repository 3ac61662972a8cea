const NAME = /^\s*\/\* prepared: (\w+) \*\//;

/**
 * The name a statement asks to be prepared under, once per connection, by beginning with the comment
 * `prepared: name`; empty where it does not. PostgreSQL then plans it once instead of every time: for the statements
 * that open pages wait for, planning takes longer than running. Not for all: a statement with a list of any length in
 * its text is another one for every length, and each is kept for as long as the connection is.
 */
export const preparedName = (sql: string): string => NAME.exec(sql)?.[1] ?? "";

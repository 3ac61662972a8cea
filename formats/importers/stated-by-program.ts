/** Titles that a program writes into a file by itself. */
const NO_TITLE =
  /^(?:untitled(?: document)?|document ?\d*|文書 ?\d*|無題(?:のドキュメント)?|microsoft word\b.*|(?:power)?point\b.*|slide \d+|no title|タイトルなし|word document|.*\.(?:docx?|pdf|indd|qxd|tex|jtdc?|txt|rtf|odt|pages))$/iu;

/** Names of accounts, programs and templates. */
const NO_AUTHOR =
  /^(?:user|owner|admin(?:istrator)?|administrateur|root|guest|unknown|anonymous|author|pc|windows ユーザー|windows user|microsoft(?: office)?(?: ユーザー| user)?|ユーザー|作成者|python-docx|un-named|word|libreoffice.*|apache poi)$/iu;

/** What a file says its title is, unless a program made it up. */
export function statedTitle(written: string): string | null {
  return written === "" || NO_TITLE.test(written) ? null : written;
}

/** Who a file says wrote it, unless it names an account or a program. */
export function statedAuthor(written: string): string | null {
  return written === "" || NO_AUTHOR.test(written) ? null : written;
}

"use client";

/**
 * Shown when even the root layout fails, so without providers, words or styles of ours: two languages, one sentence
 * each, and system fonts.
 */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="ja">
      <body
        style={{
          font: "16px/1.8 system-ui, sans-serif",
          maxWidth: "36em",
          margin: "15vh auto",
          padding: "0 1.5em",
        }}
      >
        <title>裏取り Uratori</title>
        <h1 style={{ fontSize: "1.25em" }}>ページを表示できませんでした</h1>
        <p>サーバー側で問題が起きました。少し待ってから、もう一度お試しください。</p>
        <p lang="en">Something went wrong on the server. Wait a moment and try again.</p>
        <button type="button" onClick={reset} style={{ font: "inherit", padding: "0.25em 1em" }}>
          もう一度試す <span lang="en">Try again</span>
        </button>
      </body>
    </html>
  );
}

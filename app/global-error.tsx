"use client";

import "./globals.css";

/** What shows when even the frame of the pages breaks; it brings its own. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Assay could not be shown</title>
        <main className="mx-auto grid max-w-[560px] justify-items-start gap-4 px-4 pt-16">
          <h1 className="font-semibold text-28">Assay could not be shown</h1>
          <p className="text-15 text-ink-2" role="alert">
            Something went wrong on the server. What you logged is safe.
          </p>
          <button type="button" className="link" onClick={() => retry()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}

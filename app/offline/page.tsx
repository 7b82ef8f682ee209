import type { Metadata } from "next";
import { NeedsNetwork } from "./_components/needs-network";

export const metadata: Metadata = { title: "Offline", robots: { index: false } };

/**
 * What the service worker shows where the server cannot be reached and no page is kept. It is kept itself, once for
 * everybody: nothing of an account is in it.
 */
export default function OfflinePage() {
  return <NeedsNetwork />;
}

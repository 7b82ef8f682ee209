import type { Metadata } from "next";
import { OfflineApp } from "./_components/offline-app";

export const metadata: Metadata = { title: "Offline", robots: { index: false } };

/**
 * What the service worker shows where the server cannot be reached: days from the local copy, at their own addresses; of
 * other pages that none is kept. It is kept itself, once for everybody: nothing of an account is in it.
 */
export default function OfflinePage() {
  return <OfflineApp />;
}

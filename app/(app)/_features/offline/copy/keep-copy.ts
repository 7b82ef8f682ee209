import type { CopyView } from "@/lib/insights/schemas";
import { type FrameOfCopy, forgetCopies, readCopy, saveCopy } from "./copy-store";

/** Not more often than this is a copy fetched while the person goes on logging, in milliseconds. */
const PAUSE_MS = 20_000;
/** A copy is made anew after so long, whatever the revision: its last days go on. */
const OLD_MS = 12 * 60 * 60_000;

let fetchedAt = Number.NEGATIVE_INFINITY;

const isOld = ({ revision, at }: CopyView, wanted: number): boolean =>
  revision < wanted || Date.now() - Date.parse(at) > OLD_MS;

const fetchCopy = async (account: string, signal: AbortSignal): Promise<CopyView | null> => {
  const response = await fetch("/api/v1/copy", { headers: { "assay-account": account }, signal });
  if (response.status === 401 || response.status === 403) await forgetCopies(null);
  return response.ok ? ((await response.json()) as CopyView) : null;
};

/**
 * Brings this device's copy of an account up to a revision; copies of other accounts go.
 * @returns after how many milliseconds it is to be tried again; null when nothing is left to do.
 */
export const keepCopy = async (
  account: string,
  revision: number,
  frame: FrameOfCopy,
  signal: AbortSignal,
): Promise<number | null> => {
  await forgetCopies(account);
  const kept = await readCopy();
  if (kept?.view.account === account && !isOld(kept.view, revision)) {
    if (JSON.stringify(kept.frame) !== JSON.stringify(frame)) await saveCopy({ ...kept, frame });
    return null;
  }
  const wait = fetchedAt + PAUSE_MS - performance.now();
  if (wait > 0) return wait;
  fetchedAt = performance.now();
  const view = await fetchCopy(account, signal);
  if (signal.aborted) return null;
  if (view === null || view.account !== account) return PAUSE_MS;
  await saveCopy({ view, frame });
  return view.revision < revision ? PAUSE_MS : null;
};

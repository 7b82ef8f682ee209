"use client";

import { type RefObject, useState } from "react";
import { useAsync } from "@/components/ui/use-async";
import { barcodeReader, readBarcodeIn } from "./barcode-reader";
import { CameraProblem, closeCamera, hasTorch, openCamera } from "./camera";

/** Pause between two readings, in milliseconds; it keeps a phone cool. */
const REST_MS = 120;
/** Readings in a row that must agree: a check digit lets one misreading in ten through. */
const SAME_LOOKS = 2;

export type Scan = {
  /** Null while the camera starts. */
  readonly stream: MediaStream | null;
  readonly torch: boolean;
  /** Why nothing can be scanned. */
  readonly problem: string | null;
};

const STARTING: Scan = { stream: null, torch: false, problem: null };

/**
 * Reads barcodes from a playing video until one was read {@link SAME_LOOKS} times in a row.
 * @returns the product number; null when the signal is aborted first.
 */
const lookForCode = async (
  detector: Awaited<ReturnType<typeof barcodeReader>>,
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<string | null> => {
  let last: string | null = null;
  for (let same = 0; !signal.aborted; await new Promise((resolve) => setTimeout(resolve, REST_MS))) {
    const code = video.readyState >= 2 ? await readBarcodeIn(detector, video).catch(() => null) : null;
    same = code !== null && code === last ? same + 1 : 1;
    last = code;
    if (code !== null && same >= SAME_LOOKS && !signal.aborted) return code;
  }
  return null;
};

/**
 * Opens the camera into a video element and looks for a barcode until one is found or the component unmounts; the camera
 * is closed in either case.
 * @param onCode is called once, with the product number.
 */
export const useScan = (video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void): Scan => {
  const [started, setStarted] = useState(STARTING);
  const { status, error } = useAsync(
    async (signal) => {
      const reader = barcodeReader();
      // A declined camera is reported before a reader that could not be loaded.
      reader.catch(() => {});
      const stream = await openCamera();
      const close = () => closeCamera(stream);
      signal.addEventListener("abort", close);
      try {
        const node = video.current;
        if (signal.aborted) return;
        setStarted({ stream, torch: hasTorch(stream), problem: null });
        if (!node) return;
        node.srcObject = stream;
        await node.play().catch(() => {});
        const detector = await reader.catch(() => {
          throw new CameraProblem("The barcode reader could not be loaded. Check the connection.");
        });
        const code = await lookForCode(detector, node, signal);
        if (code !== null) onCode(code);
      } finally {
        close();
      }
    },
    [video, onCode],
  );
  if (status !== "failed") return started;
  const problem = error instanceof CameraProblem ? error.message : "The camera did not start.";
  return { ...STARTING, problem };
};

"use client";

import { type RefObject, useEffect, useState } from "react";
import { barcodeReader, readBarcodeIn } from "./barcode-reader";
import { CameraProblem, closeCamera, hasTorch, openCamera } from "./camera";

/** How long to rest between two looks, so that a phone stays cool. */
const REST_MS = 120;
/** So many looks in a row must read the same: a check digit lets one misreading in ten through. */
const SAME_LOOKS = 2;

export type Scan = {
  /** Null while the camera starts. */
  readonly stream: MediaStream | null;
  readonly torch: boolean;
  /** Why nothing can be scanned. */
  readonly problem: string | null;
};

const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

/**
 * Opens the camera into a video element and looks for a barcode until one is found or the element goes; the camera
 * is closed in either case.
 * @param onCode is called once, with the product number.
 */
export const useScan = (video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void): Scan => {
  const [scan, setScan] = useState<Scan>({ stream: null, torch: false, problem: null });
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | null = null;
    const look = async () => {
      const reader = barcodeReader();
      // Whoever declines the camera needs no reader: its failure is told only after the camera's.
      reader.catch(() => {});
      stream = await openCamera();
      if (gone) return;
      setScan({ stream, torch: hasTorch(stream), problem: null });
      const node = video.current;
      if (!node) return;
      node.srcObject = stream;
      await node.play().catch(() => {});
      const detector = await reader.catch(() => {
        throw new CameraProblem("The barcode reader could not be loaded. Check the connection.");
      });
      let last: string | null = null;
      for (let same = 0; !gone; await rest()) {
        const code = node.readyState >= 2 ? await readBarcodeIn(detector, node).catch(() => null) : null;
        same = code !== null && code === last ? same + 1 : 1;
        last = code;
        if (code !== null && same >= SAME_LOOKS && !gone) return onCode(code);
      }
    };
    look()
      .catch((error: unknown) => {
        if (gone) return;
        const problem = error instanceof CameraProblem ? error.message : "The camera did not start.";
        setScan({ stream: null, torch: false, problem });
      })
      .finally(() => stream && closeCamera(stream));
    return () => {
      gone = true;
      if (stream) closeCamera(stream);
    };
  }, [video, onCode]);
  return scan;
};

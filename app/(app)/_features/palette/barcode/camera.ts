/** A camera failure with a message that names the alternative. */
export class CameraProblem extends Error {}

const WORDS: { readonly [name: string]: string } = {
  NotAllowedError:
    "The camera is not allowed for this page. Allow it in the browser’s settings for this site.",
  SecurityError: "The camera is not allowed for this page. Allow it in the browser’s settings for this site.",
  NotFoundError: "No camera was found.",
  OverconstrainedError: "No camera was found.",
  NotReadableError: "The camera is in use by something else.",
  AbortError: "The camera did not start.",
};

/**
 * Opens the rear camera where there are several. The caller stops its tracks.
 * @throws CameraProblem in words for the person.
 */
export const openCamera = async (): Promise<MediaStream> => {
  if (!window.isSecureContext)
    throw new CameraProblem("Browsers give the camera only to pages with a secure address (https).");
  if (typeof navigator.mediaDevices?.getUserMedia !== "function")
    throw new CameraProblem("This browser has no camera for pages.");
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    throw new CameraProblem(WORDS[name] ?? "The camera did not start.");
  }
};

export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** The camera's lamp, which is missing from the DOM types. */
type WithTorch = MediaTrackConstraintSet & { torch?: boolean };

export const hasTorch = (stream: MediaStream): boolean => {
  const [track] = stream.getVideoTracks();
  const can = track?.getCapabilities?.() as (MediaTrackCapabilities & { torch?: boolean }) | undefined;
  return can?.torch === true;
};

export const setTorch = async (stream: MediaStream, on: boolean): Promise<void> => {
  const [track] = stream.getVideoTracks();
  const lamp: WithTorch = { torch: on };
  await track?.applyConstraints({ advanced: [lamp] });
};

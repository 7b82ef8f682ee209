import { AppError } from "../errors";

/** Largest accepted body: far above any one request, far below what could fill the memory. */
const MAX_BYTES = 1024 * 1024;
/** How much of a body that is too large is read and thrown away, so that the client gets the answer. */
const MAX_DRAIN = 32 * MAX_BYTES;

/**
 * The JSON body of a request.
 * @throws AppError unsupported_media_type, too_large (above 1 MiB) or malformed.
 */
export const readJsonBody = async (request: Request): Promise<unknown> => {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const bytes = await readBytes(request);
  if (type !== "application/json") {
    throw new AppError("unsupported_media_type", "Send JSON, with Content-Type: application/json.");
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("malformed", "The body is not valid JSON in UTF-8.", { cause });
  }
};

/** The body of a request. @throws AppError too_large above 1 MiB. */
export const readBytes = async (request: Request): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    const reader = request.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > MAX_DRAIN) {
        await reader.cancel();
        break;
      }
      if (size <= MAX_BYTES) chunks.push(value);
    }
  }
  if (size > MAX_BYTES) throw new AppError("too_large", "The body is larger than 1 MiB.");
  return Buffer.concat(chunks);
};

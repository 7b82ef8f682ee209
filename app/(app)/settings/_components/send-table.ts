import type { AddedTable } from "@/lib/foodtables/schemas";

/** What a request of the API answered: its body, or what was wrong. */
type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly message: string };

const NO_ANSWER = "The server did not answer. Try again.";

const problemOf = (text: string): string => {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string; fields?: Record<string, string> } };
    const [field] = Object.values(error?.fields ?? {});
    return error?.message === undefined
      ? NO_ANSWER
      : field === undefined
        ? error.message
        : `${error.message} ${field}`;
  } catch {
    return NO_ANSWER;
  }
};

/**
 * Sends one file of a table.
 * @param onProgress bytes that were sent so far; the reason why this is no `fetch`, which does not tell
 */
export const sendFile = (
  upload: string,
  file: File,
  onProgress: (sent: number) => void,
): Promise<Answer<null>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/v1/food-tables/uploads/${upload}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () =>
      resolve(
        request.status === 204
          ? { ok: true, value: null }
          : { ok: false, status: request.status, message: problemOf(request.responseText) },
      );
    request.onerror = () => resolve({ ok: false, status: 0, message: NO_ANSWER });
    request.send(file);
  });

/** Has the server make a table of what was sent. */
export const makeTable = async (upload: string, replace: boolean): Promise<Answer<AddedTable>> => {
  try {
    const response = await fetch("/api/v1/food-tables", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ upload, replace }),
    });
    const text = await response.text();
    return response.ok
      ? { ok: true, value: JSON.parse(text) as AddedTable }
      : { ok: false, status: response.status, message: problemOf(text) };
  } catch {
    return { ok: false, status: 0, message: NO_ANSWER };
  }
};

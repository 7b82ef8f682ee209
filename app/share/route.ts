/**
 * What another app shares with an installed Assay (see app/manifest.ts), where no service worker takes it: a text becomes
 * the line of quick add. A picture is the worker's; without one the camera is offered.
 */
export async function POST(request: Request): Promise<Response> {
  const shared = await request.formData().catch(() => null);
  const text = shared?.get("text") ?? shared?.get("title");
  const query =
    typeof text === "string" && text.trim() !== "" ? { line: text.slice(0, 2000) } : { scan: "camera" };
  // By its path alone: behind a proxy this server does not know its own name.
  return new Response(null, { status: 303, headers: { location: `/today?${new URLSearchParams(query)}` } });
}

import { stopReminders } from "@/lib/notices";

type Context = { params: Promise<{ token: string }> };

/** "Stop these reminders" of a message, sent by the browser that shows it, without signing in. The link is the key. */
export const POST = async (_request: Request, { params }: Context): Promise<Response> => {
  const kind = await stopReminders((await params).token);
  return Response.json(
    { kind },
    { status: kind === null ? 404 : 200, headers: { "cache-control": "no-store" } },
  );
};

/** Whoever opens the link instead goes to the page that asks. */
export const GET = async (_request: Request, { params }: Context): Promise<Response> =>
  new Response(null, {
    status: 303,
    headers: { location: `/reminders/${encodeURIComponent((await params).token)}` },
  });

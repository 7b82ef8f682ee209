import { stopMail } from "@/lib/notices";

type Context = { params: Promise<{ token: string }> };

/** One click in a mail program stops all mail, without signing in (RFC 8058). The link is the key. */
export const POST = async (_request: Request, { params }: Context): Promise<Response> => {
  const known = await stopMail((await params).token);
  return new Response(known ? "You will get no more mail from Assay.\n" : "This link is not valid.\n", {
    status: known ? 200 : 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
};

/** A mail program that opens the link instead goes to the page that asks: links are opened by scanners, too. */
export const GET = async (_request: Request, { params }: Context): Promise<Response> =>
  new Response(null, {
    status: 303,
    headers: { location: `/mail/${encodeURIComponent((await params).token)}` },
  });

import { createServer, type IncomingMessage } from "node:http";
import * as diary from "@/app/api/v1/diary/[id]/route";
import * as batch from "@/app/api/v1/diary/batch/route";
import * as foods from "@/app/api/v1/foods/[id]/route";
import * as profile from "@/app/api/v1/profile/route";

/*
 * Some calls of the API in a process of their own, over HTTP, so that it can be killed in the middle of them: the same
 * route handlers on the same database, without Next. Says its port on the first line of its output.
 */

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const routes: readonly (readonly [RegExp, Partial<Record<string, unknown>>])[] = [
  [/^\/api\/v1\/diary\/batch$/, batch],
  [/^\/api\/v1\/diary\/([^/]+)$/, diary],
  [/^\/api\/v1\/foods\/([^/]+)$/, foods],
  [/^\/api\/v1\/profile$/, profile],
];

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const { method = "GET" } = incoming;
  for (const [path, module] of routes) {
    const found = path.exec(url.pathname);
    const handler = found && (module[method] as Handler | undefined);
    if (!found || !handler) continue;
    const body = await bodyOf(incoming);
    const request = new Request(url, {
      method,
      headers: incoming.headers as Record<string, string>,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const id = found[1];
    const params = id === undefined ? {} : { id: decodeURIComponent(id) };
    const answer = await handler(request, { params: Promise.resolve(params as Record<string, string>) });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
    return;
  }
  outgoing.writeHead(404).end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(String(address.port));
});

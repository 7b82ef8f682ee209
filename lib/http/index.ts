import "server-only";

export { type ActionResult, action, openAction } from "./action";
export { authOptions, guardSignIn } from "./auth";
export { created, endpoint, nothing, ok } from "./endpoint";
export { type Operation, openApiDocument, operation } from "./operation";
export { errorResponse, parse } from "./problem";
export { countUse, senderOf } from "./rate-limit";
export { currentViewer, requireViewer } from "./viewer";

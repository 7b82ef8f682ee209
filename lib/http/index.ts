import "server-only";

export { type ActionResult, action, openAction, readAction } from "./action";
export { answerAuth, authOptions } from "./auth";
export { readAuthRequest } from "./auth-request";
export { created, endpoint, nothing, ok } from "./endpoint";
export { guardRequests } from "./gate";
export { localPath } from "./local-path";
export { type Operation, openApiDocument, operation } from "./operation";
export { pageOf } from "./page";
export { tryPassword } from "./password";
export { namePeers } from "./peer";
export { errorResponse } from "./problem";
export { answerAuthError, beginProvider, dropOffer, heldOffer, providerName, takeOffer } from "./provider";
export { admitMailRequest, admitSignUp, registrationOptions, sendsMail, tryLink } from "./registration";
export { renewSession, setSessionCookie } from "./session-cookie";
export { currentViewer, requireViewer } from "./viewer";

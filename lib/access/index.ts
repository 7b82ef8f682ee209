import "server-only";

export {
  accountChanged,
  accountState,
  checkCredentials,
  countServerChange,
  createAccount,
  createSampleAccount,
  deleteAccount,
  getAccount,
  sweepExpired,
} from "./accounts";
export { assertAdministrator, closeProductHint, isAdministrator, isProductHintOpen } from "./administrators";
export { listEvents, type Origin } from "./audit";
export { confirm } from "./methods";
export { listSessions, openSession, revokeOtherSessions, revokeSession, viewerOfSession } from "./sessions";
export { createToken, listTokens, revokeToken, viewerOfToken } from "./tokens";
export { assertMayRead, assertMayWrite, serverViewer, type Viewer } from "./viewer";

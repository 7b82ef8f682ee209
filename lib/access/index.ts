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
export { accountMails } from "./mails";
export {
  beginTotp,
  confirm,
  confirmTotp,
  hasSecondFactor,
  listMethods,
  readTicket,
  removeTotp,
  renewRecoveryCodes,
  secondFactorTicket,
  TICKET_SECONDS,
  takeCode,
} from "./methods";
export {
  changeEmail,
  changePassword,
  confirmEmailChange,
  makeResetLink,
  requestReset,
  requestVerification,
  resetPassword,
} from "./recovery";
export { type Area, coversArea } from "./scopes";
export {
  listSessions,
  openSession,
  revokeOtherSessions,
  revokeSession,
  rotateSession,
  sessionLimits,
  viewerOfSession,
} from "./sessions";
export { confirmAddress, invite, signUp, signUpState } from "./sign-up";
export { createToken, listTokens, revokeToken, viewerOfToken } from "./tokens";
export { assertMayRead, assertMayWrite, serverViewer, type Viewer } from "./viewer";

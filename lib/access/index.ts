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
  confirmByIdentity,
  confirmTotp,
  hasSecondFactor,
  IDENTITY_SECONDS,
  type Intent,
  isLinkable,
  linkIdentity,
  listIdentities,
  listMethods,
  type Offer,
  type ProvenIdentity,
  PURPOSES,
  readIdentity,
  readIntent,
  readOffer,
  readTicket,
  removeTotp,
  renewRecoveryCodes,
  sealIntent,
  sealOffer,
  secondFactorTicket,
  signInByIdentity,
  TICKET_SECONDS,
  takeCode,
  unlinkIdentity,
} from "./methods";
export {
  changeEmail,
  changePassword,
  confirmEmailChange,
  makeResetLink,
  requestReset,
  requestVerification,
  resetPassword,
  setFirstPassword,
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

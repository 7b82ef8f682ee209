import "server-only";

export { confirm } from "./confirm";
export {
  confirmByIdentity,
  isLinkable,
  linkIdentity,
  listIdentities,
  type ProvenIdentity,
  readIdentity,
  signInByIdentity,
  unlinkIdentity,
} from "./identities";
export {
  IDENTITY_SECONDS,
  type Intent,
  type Offer,
  PURPOSES,
  readIntent,
  readOffer,
  sealIntent,
  sealOffer,
} from "./identity-cookies";
export { readTicket, secondFactorTicket, TICKET_SECONDS } from "./ticket";
export {
  beginTotp,
  confirmTotp,
  hasSecondFactor,
  listMethods,
  removeTotp,
  renewRecoveryCodes,
  takeCode,
} from "./totp";

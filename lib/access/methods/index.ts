import "server-only";

export { confirm } from "./confirm";
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

import "server-only";

export { confirm } from "./step-up";

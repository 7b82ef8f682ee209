export { localCopy } from "./copy";

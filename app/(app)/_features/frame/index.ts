export { Background } from "./background-later";
export { SignedInFrame } from "./signed-in-frame";

// What of access the browser takes beside types.
export { TOKEN_AREAS, type TokenArea } from "./scopes";

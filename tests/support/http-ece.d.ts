declare module "http_ece" {
  import type { ECDH } from "node:crypto";

  const ece: {
    /** Decrypts the content coding aes128gcm (RFC 8188) with the keys of web push (RFC 8291). */
    decrypt(body: Buffer, options: { version: "aes128gcm"; privateKey: ECDH; authSecret: string }): Buffer;
  };
  export default ece;
}

import { brotliDecompressSync } from "node:zlib";
import { decodeCatalogue } from "@/lib/catalogue/decode";
import { builtInFile, compare } from "./measure";

/* Opening the food table, once a process: unpacking and decoding, beside unpacking alone. */
export const benchFoodTable = async (): Promise<void> => {
  const file = builtInFile();
  const unpacked = brotliDecompressSync(file);
  console.log(`The food table: ${file.length} bytes packed, ${unpacked.length} unpacked`);
  await compare(
    "Opening the food table",
    ["unpack and decode", () => decodeCatalogue(brotliDecompressSync(file))],
    ["unpack alone", () => brotliDecompressSync(file)],
  );
};

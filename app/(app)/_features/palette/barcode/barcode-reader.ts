import { normaliseBarcode } from "@/lib/foods/client";

/** Barcode formats of food: EAN and UPC. Longer ones are for crates, and QR codes are not supported. */
const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e"] as const;

/** The part of the Barcode Detection API that both readers have. */
type Detector = {
  detect(image: HTMLVideoElement | ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
};
type NativeDetector = {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** The browser's own reader, where it has one that knows all four formats. */
const native = async (): Promise<Detector | null> => {
  const Native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  if (!Native) return null;
  try {
    const supported = await Native.getSupportedFormats();
    return FORMATS.every((format) => supported.includes(format)) ? new Native({ formats: FORMATS }) : null;
  } catch {
    return null;
  }
};

/** ZXing, compiled to WebAssembly: loaded only when it is needed, and from our own address. */
const ponyfill = async (): Promise<Detector> => {
  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  const wasm = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return new BarcodeDetector({ formats: [...FORMATS] });
};

let reader: Promise<Detector> | undefined;

/**
 * The barcode reader: the browser's own, else ZXing.
 * @throws Error when ZXing cannot be loaded; the next call tries again.
 */
export const barcodeReader = (): Promise<Detector> => {
  reader ??= native()
    .then((found) => found ?? ponyfill())
    .catch((error) => {
      reader = undefined;
      throw error;
    });
  return reader;
};

/** The first product number in a picture, in its one spelling; null when there is none. */
export const readBarcodeIn = async (
  detector: Detector,
  image: HTMLVideoElement | ImageBitmap,
): Promise<string | null> => {
  for (const { rawValue } of await detector.detect(image)) {
    const code = normaliseBarcode(rawValue);
    if (code !== null) return code;
  }
  return null;
};

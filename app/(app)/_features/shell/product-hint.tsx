import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { isProductHintOpen } from "@/lib/access";
import { productServer } from "@/lib/foods";
import { requireViewer } from "@/lib/http";
import { putProductHintAway } from "../../settings/actions";

/** What asking Open Food Facts means, and whether this server does. */
export const ProductWords = ({ server }: { server: string | null }) => (
  <div className="grid max-w-[68ch] gap-2 text-13 text-ink-2">
    <p className="wrap-anywhere">
      {server === null ? (
        <>
          <strong className="font-medium text-ink">Off, which is the default.</strong> Nobody is asked about a
          barcode: it finds the foods that each person has entered.
        </>
      ) : (
        <>
          <strong className="font-medium text-ink">On.</strong> This server asks {server} about a barcode that
          is not among the person’s own foods.
        </>
      )}
    </p>
    <p>
      Where it is on, the server sends the number under the barcode and nothing else: not who asks, nothing of
      anybody’s diary. It sends it itself, so Open Food Facts sees this server’s address and not the person’s.
      Answers are kept in memory for a day. Nothing is saved until the person saves it.
    </p>
    <p>
      Open Food Facts is kept by volunteers, under the{" "}
      <a
        href="https://opendatacommons.org/licenses/odbl/1-0/"
        rel="noreferrer"
        target="_blank"
        className="link"
      >
        Open Database License (ODbL)
      </a>
      . What they typed can be wrong and most labels leave minerals out, which stay unknown; licence and
      source stay with each food.
    </p>
    <p className="wrap-anywhere">
      To switch it on, whoever runs the server sets <code>OPENFOODFACTS_URL</code> in its environment, such as{" "}
      <code>https://world.openfoodfacts.org</code>, and starts it again. To switch it off, leave it out.
    </p>
  </div>
);

/** Tells an administrator once what switching products on means; put away for good without any script. */
export const ProductHint = async () => {
  const viewer = await requireViewer();
  if (!(await isProductHintOpen(viewer))) return null;
  return (
    <Card aria-labelledby="product-hint">
      <CardHeader id="product-hint" title="For you as administrator: products by barcode" />
      <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <ProductWords server={productServer(viewer)} />
        <form action={putProductHintAway} className="flex flex-wrap items-center gap-3">
          <Button type="submit">Got it</Button>
          <p className="text-13 text-ink-3">It stays in Settings → Food tables.</p>
        </form>
      </CardBody>
    </Card>
  );
};

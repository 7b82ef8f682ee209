import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ProductView } from "@/lib/foods/schemas";

/** Where a proposal comes from, what was left out of it, and the licence it comes under. */
export const ProductNote = ({ product }: { product: ProductView }) => (
  <Card aria-labelledby="product">
    <CardHeader id="product" title="Found in Open Food Facts" />
    <CardBody className="grid gap-2 text-13 text-ink-2">
      <p>
        Entered there by volunteers. Hold it against the package, then save it as your own food. What is blank
        here is unknown.
      </p>
      {product.remarks.length > 0 && (
        <ul className="grid list-disc gap-1 pl-5">
          {product.remarks.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p>
        {product.licence}{" "}
        <a
          className="link"
          href={`https://world.openfoodfacts.org/product/${product.barcode}`}
          target="_blank"
          rel="noreferrer"
        >
          The product there
        </a>
      </p>
    </CardBody>
  </Card>
);

"use client";

import Link from "next/link";
import { useState } from "react";
import { CardBody, CardHeader } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { BestSourcesView } from "@/lib/insights/schemas";
import { NUTRIENTS, SOURCE_ORDERS, type SourceOrder } from "@/lib/nutrition";
import { SourceParts } from "./source-row";
import { basisWords, nothingWords, ORDER_LABELS } from "./source-words";

/** The first foods of both orders with a switch between them; both are loaded with the page. */
export const BestSourcesList = ({
  lists,
  headingId,
}: {
  lists: { readonly [O in SourceOrder]: BestSourcesView };
  headingId: string;
}) => {
  const [by, setBy] = useState<SourceOrder>("portion");
  const list = lists[by];
  const { mineral, items, count } = list;
  return (
    <>
      <CardHeader
        id={headingId}
        title="Best sources"
        detail={`of ${NUTRIENTS[mineral].label.toLowerCase()}`}
        aside={
          !list.energyHidden && items.length > 0 ? (
            <Segmented
              look="pill"
              label="Amount in"
              hideLabel
              value={by}
              onValueChange={setBy}
              options={SOURCE_ORDERS.map((value) => ({ value, label: ORDER_LABELS[value] }))}
            />
          ) : undefined
        }
      />
      <CardBody className="pt-0 phone:pt-0" data-mineral={mineral}>
        {items.length === 0 ? (
          <p className="text-13 text-ink-2">{nothingWords(mineral)}</p>
        ) : (
          <SourceParts list={list} items={items} by={by} />
        )}
        <p className="mt-2 border-line border-t pt-3 text-12 text-ink-3">{basisWords(list)}</p>
        {count > items.length && (
          <p className="no-print pt-2 text-13">
            <Link
              href={`/minerals/${mineral}/sources${by === "energy" ? "?by=energy" : ""}`}
              className="link inline-block py-1 phone:py-3"
            >
              All {count} sources
            </Link>
          </p>
        )}
      </CardBody>
    </>
  );
};

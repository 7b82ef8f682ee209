"use client";

import { useEffect, useState } from "react";

/**
 * The secret of the link that led here. It stands behind "#", which no server is sent, and is taken out of the address
 * bar and the history once it is read.
 * @returns undefined until it is read, "" where there is none.
 */
export const useLinkSecret = (): string | undefined => {
  const [secret, setSecret] = useState<string>();
  useEffect(() => {
    const found = window.location.hash.slice(1);
    setSecret((before) => before ?? found);
    if (found !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
  }, []);
  return secret;
};

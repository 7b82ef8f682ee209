"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";

export const SampleBanner = hydrateLater(() =>
  import("./sample-banner").then((module) => module.SampleBanner),
);

export const StandardSwitch = hydrateLater(() =>
  import("./standard-switch").then((module) => module.StandardSwitch),
);

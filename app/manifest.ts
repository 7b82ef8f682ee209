import type { MetadataRoute } from "next";

/** Lets a phone put Assay on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Assay",
    short_name: "Assay",
    description: "Whether your food gives you enough of six minerals.",
    start_url: "/today",
    display: "standalone",
    background_color: "#f6f7f6",
    theme_color: "#f6f7f6",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}

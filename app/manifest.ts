import type { MetadataRoute } from "next";

/**
 * Lets a phone or a computer install Assay. The ground is that of the light theme; each page's own `theme-color` has both
 * schemes.
 */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Assay",
    short_name: "Assay",
    description: "Whether your food gives you enough of six minerals.",
    lang: "en",
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: "#f6f7f6",
    theme_color: "#f6f7f6",
    categories: ["food", "health", "lifestyle"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    screenshots: [
      {
        src: "/screenshots/today-narrow.png",
        sizes: "780x1688",
        type: "image/png",
        form_factor: "narrow",
        label: "Today on a phone: six minerals against their targets",
      },
      {
        src: "/screenshots/today-wide.png",
        sizes: "1280x800",
        type: "image/png",
        form_factor: "wide",
        label: "Today: six minerals, foods that would close the gaps, and the meals",
      },
    ],
    shortcuts: [
      {
        name: "Log food",
        url: "/today?line=",
        icons: [{ src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" }],
      },
      {
        name: "Scan a barcode",
        short_name: "Scan",
        url: "/today?scan=camera",
        icons: [{ src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" }],
      },
    ],
    share_target: {
      action: "/share",
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        files: [{ name: "image", accept: ["image/*"] }],
      },
    },
  };
}

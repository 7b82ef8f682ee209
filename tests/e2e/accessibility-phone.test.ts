import { describeAccessibility } from "@/tests/support/accessibility";

// A file of its own, so that two browsers share the pages.
describeAccessibility("phone", ["light"]);

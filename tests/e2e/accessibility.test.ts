import { describeAccessibility } from "@/tests/support/accessibility";

describeAccessibility("desktop", ["light", "dark"]);

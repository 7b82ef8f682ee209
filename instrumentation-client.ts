import { config } from "zod/v4/core";

// Runs in the browser before anything else. zod would try `new Function` to see whether it may compile its schemas;
// our content security policy forbids that, and browsers report even the attempt as an error.
config({ jitless: true });

import type { Operation } from "@/lib/http";
import { account } from "./account";
import { days } from "./days";
import { diary } from "./diary";
import { foodTables } from "./food-tables";
import { foods } from "./foods";
import { insights } from "./insights";
import { profile } from "./profile";
import { reminders } from "./reminders";
import { server } from "./server";
import { supplements } from "./supplements";

/** Every call of the API by its name: the routes validate with it. */
export const contract = {
  ...account,
  ...foods,
  ...foodTables,
  ...diary,
  ...days,
  ...profile,
  ...insights,
  ...reminders,
  ...supplements,
  ...server,
};

/** The same calls in the order of the OpenAPI document. */
export const operations: readonly Operation[] = Object.values(contract);

import { anyId } from "@/lib/fields";
import { operation } from "@/lib/http";
import { pushAddress, reminderDevice, reminderInput, remindersView } from "@/lib/notices/schemas";
import { gone, id } from "./shapes";

/** Reminders by web push. */
export const reminders = {
  getReminders: operation({
    method: "get",
    path: "/reminders",
    summary: "The browsers that take reminders, and what another needs to subscribe",
    access: "read",
    area: "profile",
    responses: { 200: { description: "The browsers", body: remindersView } },
  }),

  putReminders: operation({
    method: "put",
    path: "/reminders/current",
    summary: "Switch reminders on for the signed-in browser that asks, or change them",
    access: "write",
    area: "profile",
    body: reminderInput,
    responses: { 200: { description: "As it is now", body: reminderDevice } },
  }),

  renewReminders: operation({
    method: "put",
    path: "/reminders/current/subscription",
    summary: "Give the signed-in browser that asks another address, when its push service changed it",
    access: "write",
    area: "profile",
    body: pushAddress,
    responses: { 204: { description: "Changed", body: null } },
  }),

  endReminders: operation({
    method: "delete",
    path: "/reminders/{id}",
    summary: "End the reminders of a browser",
    access: "write",
    area: "profile",
    params: id(anyId),
    responses: { 204: gone },
  }),

  testReminder: operation({
    method: "post",
    path: "/reminders/{id}/test",
    summary: "Send a test message to a browser; a few an hour",
    access: "write",
    area: "profile",
    params: id(anyId),
    responses: { 204: { description: "The push service took it", body: null } },
  }),
};

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

/**
 * How old a kept page is, in the device's own time: "As of 14:02, offline.", with the day where it is not today's.
 * @param at ISO 8601.
 */
export const keptWords = (at: string, now = new Date()): string => {
  const kept = new Date(at);
  const day = DAY.format(kept);
  return `As of ${day === DAY.format(now) ? "" : `${day}, `}${TIME.format(kept)}, offline.`;
};

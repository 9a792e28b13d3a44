import { useQuery } from "@tanstack/react-query";
import { partOf, type PartOf } from "../../../../shared/metadata/record-of.ts";
import { call } from "../../../../ui/data/call.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { chatRobot } from "../shared/chat-robot.object.ts";
import { readNotificationPreferences } from "../shared/preferences.contract.ts";

export type RobotRow = PartOf<typeof chatRobot>;

/** All robots by name. */
export const useRobots = () => useRecords(chatRobot.name, { sort: "name", limit: 200 });
export const robotsIn = (rows: readonly Parameters<typeof partOf>[1][]): readonly RobotRow[] =>
  rows.map((row) => partOf(chatRobot, row));

/** What there is to be told of, by name and words. */
export const useEvents = () =>
  useQuery({
    queryKey: ["me", "notification-preferences"],
    queryFn: async () => (await call(readNotificationPreferences, {})).data,
    select: ({ events }) => events,
  });

export const eventsOf = ({ events }: RobotRow): readonly string[] =>
  Array.isArray(events) ? events.filter((one) => typeof one === "string") : [];

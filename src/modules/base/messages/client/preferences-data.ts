import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import {
  keepNotificationPreferences,
  type NotificationPreferences,
  readNotificationPreferences,
} from "../shared/preferences.contract.ts";

const KEY = ["me", "notification-preferences"] as const;

export const usePreferences = () =>
  useQuery({ queryKey: KEY, queryFn: async () => (await call(readNotificationPreferences, {})).data });

/** Keeps all of them; shown at once, and as the server has them afterwards. */
export function useKeepPreferences(): (body: NotificationPreferences) => Promise<void> {
  const client = useQueryClient();
  return async (body) => {
    const before = client.getQueryData(KEY);
    client.setQueryData(KEY, body);
    try {
      client.setQueryData(KEY, (await call(keepNotificationPreferences, { body })).data);
    } catch (error) {
      client.setQueryData(KEY, before);
      throw error;
    }
  };
}

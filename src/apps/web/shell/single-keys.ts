import { usePreference } from "../../../ui/data/session.ts";

/** Whether single keys do something: they are a nuisance to who dictates, or presses them by accident. */
export const useSingleKeys = () => usePreference<boolean>("single_keys", true);

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { usePreference } from "../../../ui/data/session.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";

/**
 * Switches to the other language, remembers it for this person, and reads again what the server puts into
 * words.
 */
export function useChangeLanguage(): () => void {
  const { language, setLanguage } = useLanguage();
  const [, keep] = usePreference<string>("language", "");
  const client = useQueryClient();
  return useCallback(() => {
    const next = language === "en" ? "zh-CN" : "en";
    setLanguage(next);
    keep(next);
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "objects" && queryKey[0] !== "me",
    });
  }, [client, keep, language, setLanguage]);
}

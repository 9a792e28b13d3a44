import { useNavigate } from "react-router";
import {
  guidePath,
  guideTexts,
  useGuideSearch,
  useHelpActions,
} from "../../../modules/insight/help/client/public.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { Entry } from "./palette-entries.ts";

const MOST = 4;

/** What the guide says about a text, and what else helps that is called so. */
export function useGuideEntries(text: string): readonly Entry[] {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const group = t(guideTexts.help);
  const hits = useGuideSearch(text);
  const actions = useHelpActions().filter((one) => one.text.toLowerCase().includes(text.toLowerCase()));
  if (text === "") return [];
  return [
    ...actions.map(({ key, icon, text: words, run }): Entry => ({
      key: `help-${key}`,
      group,
      icon,
      text: words,
      run,
    })),
    ...hits.slice(0, MOST).map(({ page, anchor, title, heading }): Entry => ({
      key: `guide-${page}-${anchor}`,
      group,
      icon: "help",
      text: heading,
      note: heading === title ? undefined : title,
      run: () => void navigate(guidePath(page, anchor)),
    })),
  ];
}

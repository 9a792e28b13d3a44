import { useNavigate } from "react-router";
import { useMe } from "../../../../ui/data/session.ts";
import type { IconName } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { guideTexts } from "./guide/guide.messages.ts";
import { showHelp } from "./help-state.ts";
import { useStepsShown } from "./steps/first-steps-data.ts";
import { roleOf } from "./tour/role-of.ts";

export interface HelpAction {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly run: () => void;
}
/** What helps beside reading: the tour of one's role, and the first steps back on the home page. */
export function useHelpActions(): readonly HelpAction[] {
  const { t } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const [, showSteps] = useStepsShown();
  if (me.viewing) return [];
  const home = () => void navigate("/");
  return [
    {
      key: "tour",
      icon: "flag",
      text: t(guideTexts.tour),
      run: () => {
        home();
        showHelp({ tour: roleOf(me), panel: null });
      },
    },
    {
      key: "steps",
      icon: "check-square",
      text: t(guideTexts.steps),
      run: () => {
        showSteps("on");
        home();
      },
    },
  ];
}

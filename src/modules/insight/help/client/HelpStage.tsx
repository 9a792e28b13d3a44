import { Suspense } from "react";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useHelpState } from "./help-state.ts";

const GuidePanel = lazily(() => import("./guide/GuidePanel.tsx").then((m) => m.GuidePanel));
const Tour = lazily(() => import("./tour/Tour.tsx").then((m) => m.Tour));

/** The help that stands over any page, once somebody asks for it. */
export function HelpStage() {
  const { panel, tour } = useHelpState();
  return (
    <Suspense>
      {panel && <GuidePanel {...panel} />}
      {tour && <Tour role={tour} />}
    </Suspense>
  );
}

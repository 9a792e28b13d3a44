import { useLocation, useNavigate } from "react-router";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Dropdown } from "../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { guideTexts } from "./guide/guide.messages.ts";
import { guidePageOf } from "./guide/guide-page-of.ts";
import { openGuide } from "./help-state.ts";
import { useHelpActions } from "./use-help-actions.ts";

/** “?”: the guide page of where one is, all of it, the tour, the first steps, the keys. */
export function HelpMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const actions = useHelpActions();
  const page = guidePageOf(pathname);
  const lines = [
    {
      key: "page",
      icon: "help" as const,
      text: t(guideTexts.thisPage),
      run: () => openGuide(page ?? "today"),
    },
    { key: "all", icon: "board" as const, text: t(guideTexts.all), run: () => void navigate("/guide") },
    ...actions,
    { key: "keys", icon: "command" as const, text: t(guideTexts.shortcuts), run: onShortcuts },
  ];
  return (
    <Dropdown
      placement="bottomRight"
      menu={{
        items: lines.map(({ key, icon, text }) => ({ key, icon: <Icon name={icon} />, label: text })),
        onClick: ({ key }) => lines.find((line) => line.key === key)?.run(),
      }}
    >
      <QuietButton icon="help" aria-label={t(guideTexts.help)} data-tour="help" />
    </Dropdown>
  );
}

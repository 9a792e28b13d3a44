import { Button } from "antd";
import { Link } from "react-router";
import { Dropdown } from "../../../ui/kit/Overlay.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Mark } from "../../../ui/kit/Mark.tsx";
import { QuietButton } from "../../../ui/kit/QuietButton.tsx";
import { useShade } from "../../../ui/kit/shade.tsx";
import { HelpMenu } from "../../../modules/insight/help/client/public.ts";
import { ModuleButtons } from "./ModuleButtons.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import { shellMessages } from "./shell.messages.ts";
import { useChangeLanguage } from "./use-change-language.ts";
import { useCreatable } from "./use-creatable.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as styles from "./TopBar.module.css";

export interface TopBarProps {
  readonly narrow: boolean;
  /** The mark of the product stands here: there is no navigation at the side that has it. */
  readonly hasMark: boolean;
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
}
export function TopBar({ narrow, hasMark, onSearch, onShortcuts }: TopBarProps) {
  const { t, of } = useLanguage();
  const { shade, toggle } = useShade();
  const changeLanguage = useChangeLanguage();
  const { items, create } = useCreatable();
  return (
    <header className={styles.top}>
      {hasMark && (
        <Link to="/" className={`${base.line} ${styles.topBrand}`} aria-label={t(shellMessages.product)}>
          <Mark size={22} />
        </Link>
      )}
      <button
        type="button"
        className={styles.topSearch}
        data-tour="search"
        onClick={onSearch}
        aria-keyshortcuts="Meta+K Control+K"
      >
        <Icon name="search" size={15} />
        <span className={`${base.grow} ${styles.topGrow} ${base.clip}`}>{t(shellMessages.search)}</span>
        {!narrow && (
          <span className={base.kbd}>{navigator.platform.startsWith("Mac") ? "⌘K" : "Ctrl K"}</span>
        )}
      </button>
      <span className={`${base.grow} ${styles.topGrow}`} />
      {!narrow && items.length > 0 && (
        <Dropdown
          menu={{
            items: items.map((object) => ({
              key: object.name,
              label: of(object.label),
              icon: <Icon name={object.iconName} />,
            })),
            onClick: ({ key }) => create(key),
          }}
        >
          <Button icon={<Icon name="plus" />} aria-keyshortcuts="c" data-tour="create">
            {t(shellMessages.create)}
          </Button>
        </Dropdown>
      )}
      <ModuleButtons />
      {!narrow && <HelpMenu onShortcuts={onShortcuts} />}
      {!narrow && (
        <QuietButton
          icon={shade === "light" ? "moon" : "sun"}
          aria-label={t(shade === "light" ? kitMessages.dark : kitMessages.light)}
          onClick={toggle}
        />
      )}
      {!narrow && (
        <QuietButton icon="globe" onClick={changeLanguage}>
          {t(kitMessages.language)}
        </QuietButton>
      )}
      {!narrow && <PersonMenu onShortcuts={onShortcuts} />}
    </header>
  );
}

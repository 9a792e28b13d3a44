import { useState } from "react";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Guidance } from "../shared/pipeline.ts";
import { pipelineScreenMessages } from "./pipeline.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as sideCardStyles from "../../../../ui/kit/side-card.module.css";
import * as styles from "./StageGuidance.module.css";

export interface StageGuidanceProps {
  readonly guidance: Guidance;
  /** Working days that won records stay here, as a median. */
  readonly usual: number | undefined;
  /** The panel was opened, or a link in it. */
  readonly onOpened: (link?: string) => void;
}
/**
 * Tips, scripts and material of a stage. One line shows at once; opening the rest, and each link, is counted.
 */
export function StageGuidance({ guidance, usual, onOpened }: StageGuidanceProps) {
  const { t, of } = useLanguage();
  const [open, setOpen] = useState(false);
  const { tips = [], scripts = [], links = [] } = guidance;
  const count = tips.length + scripts.length + links.length;
  if (count === 0 && usual === undefined) return null;
  const toggle = () => {
    if (!open) onOpened();
    setOpen(!open);
  };
  const teaser = tips[0] ?? scripts[0] ?? links[0]?.label;
  return (
    <section className={sideCardStyles.sideCard}>
      <h2>{t(pipelineScreenMessages.guidance)}</h2>
      {usual !== undefined && (
        <p className={`${base.muted} ${styles.usualStay}`}>
          {t(pipelineScreenMessages.usualStay, { days: Math.round(usual * 10) / 10 })}
        </p>
      )}
      {open ? (
        <>
          <Texts title={t(pipelineScreenMessages.tips)} texts={tips} />
          <Texts title={t(pipelineScreenMessages.scripts)} texts={scripts} />
          <Links links={links} onOpened={onOpened} />
        </>
      ) : (
        teaser && <p className={base.clip}>{of(teaser)}</p>
      )}
      {count > 0 && (
        <QuietButton
          className={styles.guidanceToggle}
          icon={open ? "up" : "down"}
          aria-expanded={open}
          onClick={toggle}
        >
          {open ? t(pipelineScreenMessages.closeGuidance) : t(pipelineScreenMessages.openGuidance, { count })}
        </QuietButton>
      )}
    </section>
  );
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly LabelMap[] }) {
  const { of } = useLanguage();
  if (texts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={sideCardStyles.bullets}>
        {texts.map((text) => (
          <li key={of(text)}>{of(text)}</li>
        ))}
      </ul>
    </>
  );
}

function Links({
  links,
  onOpened,
}: {
  readonly links: NonNullable<Guidance["links"]>;
  readonly onOpened: (link: string) => void;
}) {
  const { t, of } = useLanguage();
  if (links.length === 0) return null;
  return (
    <>
      <h3>{t(pipelineScreenMessages.links)}</h3>
      <ul className={sideCardStyles.bullets}>
        {links.map(({ label, url }) => (
          <li key={url}>
            {url.startsWith("https://") ? (
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                onClick={() => onOpened(url)}
                onAuxClick={({ button }) => button === 1 && onOpened(url)}
              >
                {of(label, url)} <Icon name="external" size={12} />
              </a>
            ) : (
              of(label, url)
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

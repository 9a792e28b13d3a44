import { Input } from "antd";
import type { LabelMap } from "../../../../../shared/i18n/label.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { isSecureAddress } from "../../shared/address.ts";
import type { Guidance } from "../../shared/pipeline.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";
import * as styles from "./GuidanceEditor.module.css";

/** Tips, scripts and links that stand beside a record in this stage. */
export function GuidanceEditor({
  guidance,
  onChange,
}: {
  readonly guidance: Guidance;
  readonly onChange: (guidance: Guidance) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className={base.stack} data-part="stack" style={{ maxWidth: 860 }}>
      <Lines
        title={t(pipelineSettingsMessages.tips)}
        lines={guidance.tips ?? []}
        onChange={(tips) => onChange({ ...guidance, tips })}
      />
      <Lines
        title={t(pipelineSettingsMessages.scripts)}
        lines={guidance.scripts ?? []}
        onChange={(scripts) => onChange({ ...guidance, scripts })}
      />
      <LinkLines links={guidance.links ?? []} onChange={(links) => onChange({ ...guidance, links })} />
    </div>
  );
}

type Link = NonNullable<Guidance["links"]>[number];
function LinkLines({
  links,
  onChange,
}: {
  readonly links: readonly Link[];
  readonly onChange: (links: readonly Link[]) => void;
}) {
  const { t } = useLanguage();
  const replace = (index: number, next: Link) =>
    onChange(links.map((one, at) => (at === index ? next : one)));
  return (
    <>
      <h3>{t(pipelineSettingsMessages.links)}</h3>
      {links.map((link, index) => {
        const isWrong = link.url !== "" && !isSecureAddress(link.url);
        return (
          <div key={index} className={editorStyles.editorRow}>
            <LabelPair
              name={t(pipelineSettingsMessages.linkTitle)}
              value={link.label}
              onChange={(label) => replace(index, { ...link, label })}
            />
            <Input
              className={styles.linkUrl}
              type="url"
              inputMode="url"
              maxLength={2000}
              value={link.url}
              status={isWrong ? "error" : ""}
              aria-invalid={isWrong}
              aria-label={t(pipelineSettingsMessages.linkUrl)}
              placeholder="https://"
              onChange={(event) => replace(index, { ...link, url: event.target.value.trim() })}
            />
            <QuietButton
              icon="close"
              aria-label={t(pipelineSettingsMessages.remove)}
              onClick={() => onChange(links.filter((_, at) => at !== index))}
            />
            {isWrong && (
              <span className={`${base.note} ${styles.linkWrong}`}>
                {t(pipelineSettingsMessages.linkHint)}
              </span>
            )}
          </div>
        );
      })}
      <div>
        <QuietButton icon="plus" onClick={() => onChange([...links, { label: {}, url: "" }])}>
          {t(pipelineSettingsMessages.addLink)}
        </QuietButton>
      </div>
    </>
  );
}

function Lines({
  title,
  lines,
  onChange,
}: {
  readonly title: string;
  readonly lines: readonly LabelMap[];
  readonly onChange: (lines: readonly LabelMap[]) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line, index) => (
        <div key={index} className={editorStyles.editorRow}>
          <LabelPair
            name={title}
            max={500}
            value={line}
            onChange={(next) => onChange(lines.map((one, at) => (at === index ? next : one)))}
          />
          <QuietButton
            icon="close"
            aria-label={t(pipelineSettingsMessages.remove)}
            onClick={() => onChange(lines.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <QuietButton icon="plus" onClick={() => onChange([...lines, {}])}>
          {t(pipelineSettingsMessages.addLine)}
        </QuietButton>
      </div>
    </>
  );
}

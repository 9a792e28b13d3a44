import type { LabelMap } from "../../../shared/i18n/label.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { Guidance } from "../shared/pipeline.ts";
import { pipelineTexts } from "./pipeline.messages.ts";

/** Tips, scripts and material of a stage. */
export function StageGuidance({ guidance }: { readonly guidance: Guidance }) {
  const { t, of } = useLanguage();
  const { tips = [], scripts = [], links = [] } = guidance;
  if (tips.length + scripts.length + links.length === 0) return null;
  const list = (title: string, texts: readonly LabelMap[]) =>
    texts.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="bullets">
          {texts.map((text) => (
            <li key={of(text)}>{of(text)}</li>
          ))}
        </ul>
      </>
    );
  return (
    <section className="side-card">
      <h2>{t(pipelineTexts.guidance)}</h2>
      {list(t(pipelineTexts.tips), tips)}
      {list(t(pipelineTexts.scripts), scripts)}
      {links.length > 0 && (
        <>
          <h3>{t(pipelineTexts.links)}</h3>
          <ul className="bullets">
            {links.map((link) => (
              <li key={link.url}>
                <a href={link.url} target="_blank" rel="noreferrer">
                  {of(link.label, link.url)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type DemoState, loadDemoData } from "../shared/demo.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { DEMO, useDemo } from "./demo-data.ts";
import { demoEntryMessages } from "./entry.messages.ts";
import { demoTexts } from "./demo.messages.ts";
import { DemoProgress } from "./DemoProgress.tsx";
import { RemoveDemoDialog } from "./RemoveDemoDialog.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./DemoPage.module.css";

/** Adds a company to look around in, and removes it again. */
export function DemoPage() {
  const { t } = useLanguage();
  const demo = useDemo();
  return (
    <SettingsPage title={t(demoEntryMessages.title)} lead={t(demoEntryMessages.lead)}>
      <QueryResult query={demo} rows={3}>
        {(state) => (state.job ? <DemoProgress job={state.job} /> : <Standing demo={state} />)}
      </QueryResult>
    </SettingsPage>
  );
}

const WORDS = {
  none: { title: demoTexts.none, detail: demoTexts.noneDetail },
  part: { title: demoTexts.part, detail: demoTexts.partDetail },
  whole: { title: demoTexts.whole, detail: demoTexts.wholeDetail },
} as const;

function Standing({ demo: { state, own } }: { readonly demo: DemoState }) {
  const { t, of, language } = useLanguage();
  const objects = useObjects();
  const client = useQueryClient();
  const [asking, ask] = useState(false);
  const { busy, save } = useSave();
  const isShut = state === "none" && own.length > 0;
  const what = own
    .map(({ object, count }) => `${of(objects.get(object)?.plural, object)} ${count}`)
    .join(language === "en" ? ", " : "、");
  const load = () =>
    void save(() => call(loadDemoData, {}), { onDone: () => client.invalidateQueries({ queryKey: DEMO }) });
  return (
    <section className={`${base.card} ${styles.demo}`}>
      <h3>{t(WORDS[state].title)}</h3>
      <p className={base.muted}>{isShut ? t(demoTexts.own, { what }) : t(WORDS[state].detail)}</p>
      <div className={base.line}>
        {state !== "whole" && !isShut && (
          <Button type="primary" loading={busy} onClick={load}>
            {t(state === "part" ? demoTexts.goOn : demoTexts.load)}
          </Button>
        )}
        {state !== "none" && (
          <Button danger onClick={() => ask(true)}>
            {t(demoTexts.remove)}
          </Button>
        )}
      </div>
      {asking && <RemoveDemoDialog onClose={() => ask(false)} />}
    </section>
  );
}

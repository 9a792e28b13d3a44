import { Segmented } from "antd";
import { Suspense, useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { usePageTitle } from "../../../../ui/kit/use-page-title.ts";
import { Empty, Skeleton } from "../../../../ui/kit/States.tsx";
import { useModules } from "../../../../ui/record/panels.tsx";
import { inPanelOrder } from "../../../../ui/slots/home-tiles.ts";
import { HomeTiles } from "./HomeTiles.tsx";
import { homeMessages } from "./home.messages.ts";
import { useHomeScope, type Whose } from "./use-home-scope.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HomePage.module.css";

/** 今日: what to do, what is on the table, what stands still. */
export function HomePage() {
  const { t, language } = useLanguage();
  const me = useMe();
  usePageTitle(t(homeMessages.today));
  const objects = useObjects();
  const panels = inPanelOrder(useModules().flatMap((module) => module.homePanels ?? []));
  const [now] = useState(() => new Date());
  const hour = now.getHours();
  const greeting =
    hour < 12 ? homeMessages.morning : hour < 18 ? homeMessages.afternoon : homeMessages.evening;
  const task = objects.get("task");
  const deal = objects.get("opportunity");
  const { scope, offered, choose } = useHomeScope(deal, task);
  const day = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", weekday: "long" }).format(
    now,
  );
  return (
    <div className={styles.home}>
      <header className={styles.homeHead}>
        <div className={base.grow}>
          <h1>{t(greeting, { name: me.user.name })}</h1>
          <p className={base.muted}>{day}</p>
        </div>
        {scope && offered.length > 1 && (
          <Segmented<Whose>
            aria-label={t(homeMessages.whose)}
            value={scope.whose}
            options={offered.map(({ key, label }) => ({ value: key, label: t(label) }))}
            onChange={choose}
          />
        )}
      </header>
      {!task && !deal && (
        <Empty icon="lock" title={t(homeMessages.noAccess)} detail={t(homeMessages.noAccessDetail)} />
      )}
      {panels.map(({ name, Component }) => (
        <Suspense key={name}>
          <Component />
        </Suspense>
      ))}
      {(task || deal) && !scope && <Skeleton rows={8} />}
      {scope && <HomeTiles scope={scope} />}
    </div>
  );
}

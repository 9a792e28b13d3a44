import { Segmented } from "antd";
import { Suspense, useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { Held, Hold } from "../../../../ui/kit/Hold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { usePageTitle } from "../../../../ui/kit/use-page-title.ts";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useModules } from "../../../../ui/record/panels.tsx";
import type { Whose } from "../shared/scope.ts";
import { greetingAt } from "./greeting.ts";
import { HomeSkeleton } from "./HomeSkeleton.tsx";
import { inPanelOrder } from "../../../../ui/slots/home-tiles.ts";
import { HomeTiles } from "./HomeTiles.tsx";
import { homeMessages } from "./home.messages.ts";
import { useHomeScope } from "./use-home-scope.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HomePage.module.css";

/** 今日: what needs one, what to do, what is on the table, what stands still. All of it is shown at once. */
export function HomePage() {
  const { t } = useLanguage();
  usePageTitle(t(homeMessages.today));
  return (
    <div className={styles.home}>
      <HomeHead />
      <Held meanwhile={<HomeSkeleton />}>
        <HomeBody />
      </Held>
    </div>
  );
}

/** Greets by the company's clock, whose day the page shows. */
function HomeHead() {
  const { t, language } = useLanguage();
  const { user, company } = useMe();
  const [now] = useState(() => new Date());
  const day = new Intl.DateTimeFormat(language, {
    month: "long",
    day: "numeric",
    weekday: "long",
    timeZone: company.zone,
  }).format(now);
  return (
    <header className={styles.homeHead}>
      <h1>{t(greetingAt(company.zone, now), { name: user.name })}</h1>
      <p className={base.muted}>{day}</p>
    </header>
  );
}

function HomeBody() {
  const { t } = useLanguage();
  const objects = useObjects();
  const panels = inPanelOrder(useModules().flatMap((module) => module.homePanels ?? []));
  const task = objects.get("task");
  const deal = objects.get("opportunity");
  const { scope, offered, choose } = useHomeScope(deal, task);
  return (
    <>
      {scope && offered.length > 1 && (
        <Segmented<Whose>
          className={styles.whose}
          aria-label={t(homeMessages.whose)}
          value={scope.whose}
          options={offered.map((whose) => ({ value: whose, label: t(homeMessages[whose]) }))}
          onChange={choose}
        />
      )}
      {!task && !deal && (
        <Empty icon="lock" title={t(homeMessages.noAccess)} detail={t(homeMessages.noAccessDetail)} />
      )}
      {panels.map(({ name, Component }) => (
        <Suspense key={name} fallback={<Hold />}>
          <Component />
        </Suspense>
      ))}
      {(task || deal) && !scope && <Hold />}
      {scope && <HomeTiles scope={scope} />}
    </>
  );
}

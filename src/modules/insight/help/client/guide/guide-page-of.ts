import { matchPath } from "react-router";

/**
 * The guide page of each page of the product: the first pattern that fits. A page without a line here fails
 * `apps/web/guide-of-pages.test.ts`, so that “?” always leads somewhere that is about it.
 */
export const GUIDE_OF_PATHS: readonly (readonly [path: string, page: string])[] = [
  ["/", "today"],
  ["/me", "today"],
  ["/records/lead", "lists"],
  ["/records/:object", "lists"],
  ["/records/:object/:id", "records"],
  ["/approvals", "approvals"],
  ["/duplicates", "duplicates"],
  ["/handover/:user", "permissions"],
  ["/imports", "import-export"],
  ["/imports/new", "import-export"],
  ["/imports/:id", "import-export"],
  ["/insight/funnel", "insight"],
  ["/insight/movement", "insight"],
  ["/insight/baselines", "insight"],
  ["/jobs", "settings"],
  ["/guide", "first-steps"],
  ["/guide/:page", "first-steps"],
  ["/settings", "settings"],
  ["/settings/company/*", "settings"],
  ["/settings/calendar/*", "settings"],
  ["/settings/notifications/*", "messages"],
  ["/settings/mail/*", "messages"],
  ["/settings/messages/*", "messages"],
  ["/settings/jobs/*", "settings"],
  ["/settings/recycle-bin/*", "settings"],
  ["/settings/health/*", "audit"],
  ["/settings/demo/*", "first-steps"],
  ["/settings/people/*", "people"],
  ["/settings/departments/*", "people"],
  ["/settings/roles/*", "people"],
  ["/settings/permissions/*", "permissions"],
  ["/settings/sharing-rules/*", "sharing"],
  ["/settings/access/*", "sign-in"],
  ["/settings/links/*", "outside"],
  ["/settings/security/*", "sign-in"],
  ["/settings/two-step/*", "sign-in"],
  ["/settings/sessions/*", "sign-in"],
  ["/settings/protection/*", "import-export"],
  ["/settings/imports/*", "import-export"],
  ["/settings/moving/*", "import-export"],
  ["/settings/duplicate-rules/*", "duplicates"],
  ["/settings/keys/*", "api"],
  ["/settings/objects/*", "objects"],
  ["/settings/pipelines/*", "pipelines"],
  ["/settings/questionnaires/*", "pipelines"],
  ["/settings/audit/*", "audit"],
  ["/settings/privacy/*", "audit"],
  ["/settings/retention/*", "audit"],
];

export const guidePageOf = (pathname: string): string | undefined =>
  GUIDE_OF_PATHS.find(([path]) => matchPath(path, pathname))?.[1];

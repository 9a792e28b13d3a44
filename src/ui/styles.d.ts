/**
 * A module's names, each as it is in the built page. Which there are is checked by `scripts/check-styles.mjs`; asked
 * for as a namespace (`import * as styles`), so that a build puts each name in its place and keeps no list of them.
 */
declare module "*.module.css" {
  const styles: Readonly<Record<string, string>>;
  export = styles;
}
declare module "*/theme.css";

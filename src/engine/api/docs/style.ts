import { Html } from "./html.ts";

/** The page's own look: that of the product, in both shades, without anything from elsewhere. */
export const STYLE = new Html(`
:root {
  color-scheme: light dark;
  --bg: #f5f7f6;
  --surface: #fff;
  --ink: #17211f;
  --quiet: #52605c;
  --line: #e6ebe9;
  --accent: #0b7a75;
  --soft: #e3f2f0;
}
@media(prefers-color-scheme:dark) {
  :root {
    --bg: #0b1110;
    --surface: #161e1d;
    --ink: #e8efed;
    --quiet: #a9b8b4;
    --line: #2c3735;
    --accent: #45b8ad;
    --soft: #16312e;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--bg);
  color: var(--ink);
  font: 13.5px/1.6 -apple-system,BlinkMacSystemFont,"Segoe UI","PingFang SC","Microsoft YaHei",
    "Noto Sans CJK SC",sans-serif;
}
a {
  color: var(--accent);
  text-decoration: none;
}
a:hover {
  text-decoration: underline;
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
.skip {
  position: absolute;
  left: -999px;
}
.skip:focus {
  left: 8px;
  top: 8px;
  z-index: 2;
  background: var(--surface);
  padding: 8px;
}
header {
  position: sticky;
  top: 0;
  z-index: 1;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 20px;
  align-items: center;
  min-height: 52px;
  padding: 8px 20px;
  background: var(--surface);
  border-bottom: 1px solid var(--line);
}
form {
  display: flex;
  gap: 8px;
  flex: 1;
  max-width: 520px;
}
input,button {
  min-height: 32px;
  padding: 0 10px;
  font: inherit;
  color: inherit;
  background: var(--bg);
  border: 1px solid var(--line);
  border-radius: 6px;
}
input {
  flex: 1;
  min-width: 0;
}
button {
  cursor: pointer;
}
.both {
  display: grid;
  grid-template-columns: 220px minmax(0,1fr);
  max-width: 1240px;
  margin: 0 auto;
}
nav {
  position: sticky;
  top: 52px;
  align-self: start;
  max-height: calc(100vh - 52px);
  overflow: auto;
  padding: 16px 12px;
}
nav ul {
  list-style: none;
  margin: 4px 0 12px;
  padding: 0;
}
nav a {
  display: block;
  padding: 3px 8px;
  border-radius: 6px;
  color: var(--ink);
}
nav a[aria-current] {
  background: var(--soft);
  color: var(--accent);
}
summary {
  cursor: pointer;
  min-height: 28px;
  line-height: 28px;
}
nav summary {
  color: var(--quiet);
  font-size: 12px;
}
main {
  padding: 20px 24px 80px;
  min-width: 0;
}
h1 {
  font-size: 20px;
  line-height: 28px;
  margin: 0 0 8px;
}
h2 {
  font-size: 15px;
  margin: 28px 0 8px;
}
h3 {
  font-size: 13.5px;
  margin: 16px 0 4px;
}
.quiet,small {
  color: var(--quiet);
  font-size: 12px;
}
.hits {
  list-style: none;
  padding: 0;
}
.hits a {
  display: block;
  padding: 6px 8px;
  border-radius: 6px;
  color: var(--ink);
}
.hits a:hover {
  background: var(--surface);
  text-decoration: none;
}
.hits span {
  color: var(--quiet);
}
code,pre {
  font: 12px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;
}
pre {
  margin: 4px 0 0;
  padding: 10px 12px;
  overflow: auto;
  max-height: 420px;
  background: var(--bg);
  border: 1px solid var(--line);
  border-radius: 6px;
}
.op {
  margin: 0 0 8px;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 8px;
  scroll-margin-top: 64px;
}
.op>summary {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 10px;
  align-items: center;
  padding: 6px 14px;
  min-height: 40px;
}
.op>summary span {
  color: var(--quiet);
}
.op>div {
  padding: 0 14px 14px;
  border-top: 1px solid var(--line);
}
.m {
  display: inline-block;
  min-width: 52px;
  color: var(--accent);
  font: 600 12px ui-monospace,monospace;
}
code {
  overflow-wrap: anywhere;
}
.wide {
  overflow-x: auto;
}
table {
  border-collapse: collapse;
  width: 100%;
}
th,td {
  padding: 5px 10px 5px 0;
  border-bottom: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
}
th {
  color: var(--quiet);
  font-size: 12px;
  font-weight: 500;
}
.tree,.tree ul {
  list-style: none;
  margin: 0;
  padding: 0;
}
.tree ul {
  margin-left: 6px;
  padding-left: 14px;
  border-left: 1px solid var(--line);
}
.tree i {
  color: var(--quiet);
  font-style: normal;
  font-size: 12px;
}
@media(max-width:720px) {
  .both {
    grid-template-columns: minmax(0,1fr);
  }
  nav {
    order: 2;
    position: static;
    max-height: none;
    padding: 8px 16px;
    border-top: 1px solid var(--line);
  }
  nav ul {
    columns: 2;
  }
  main {
    padding: 16px;
  }
  header {
    position: static;
    padding: 8px 16px;
  }
  input,button,summary,nav a {
    min-height: 40px;
  }
  nav a {
    line-height: 34px;
  }
}
`);

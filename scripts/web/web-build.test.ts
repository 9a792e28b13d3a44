import { parseAst } from "vite";
import { expect, test } from "vitest";
import { bareContracts } from "./bare-contracts.mjs";
import { byPiece } from "./by-piece.mjs";

test("a contract keeps what it is called by, also what it shares with others", () => {
  const code = `import { data, closed, text, list } from "../wire/schema.ts";
const shared = { tag: "session", path: "/session" };
const names = ["a"];
const Line = closed({ ...shared, a: list(text(...names)) });
export const read = contract({ ...shared, method: "GET", answer: data(text()), errors: { gone: 410 } });
export const send = contract({ method: "POST", path: "/a/:id", body: closed({ a: text() }), answer: NOTHING });`;
  const bare = bareContracts().transform.handler.call({ parse: parseAst }, code);
  expect(bare).toContain(`contract({ ...shared, method: "GET" })`);
  expect(bare).toContain(`contract({ method: "POST", path: "/a/:id" })`);
  expect(bare).toContain("const Line = ({ properties: {} });");
  expect(bare).not.toMatch(/answer|errors/);
});

test("antd is imported by its pieces, and a piece that is none is told", () => {
  const { handler } = byPiece("node_modules").transform;
  expect(handler(`import { Button, DatePicker as Day } from "antd";`, "/src/ui/x.tsx")).toBe(
    `import Button from "antd/es/button/index.js"; import Day from "antd/es/date-picker/index.js";`,
  );
  expect(() => handler(`import { Nothing } from "antd";`, "/src/ui/x.tsx")).toThrow(/no folder for Nothing/);
});
